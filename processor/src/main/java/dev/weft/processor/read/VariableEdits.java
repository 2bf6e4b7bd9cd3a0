package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Changes mentions of hoisted variables, and patterns that bind them. */
final class VariableEdits {
  private final MethodContext context;
  private final Edits edits;
  private final Captures captures;

  VariableEdits(MethodContext context, Edits edits, Captures captures) {
    this.context = context;
    this.edits = edits;
    this.captures = captures;
  }

  /**
   * A name of a variable.
   *
   * @param capturing the lambda or class in the text that holds the mention, if one does
   */
  void mention(IdentifierTree tree, Element element, @Nullable TreePath capturing) {
    boolean isMember = isMember(capturing);
    context
        .constantName(element)
        .map(name -> isMember ? literal(element) : Code.of(name))
        .ifPresent(code -> edits.edit(tree, code));
    context.local(element).ifPresent(local -> edits.edit(tree, typed(local, tree, capturing)));
  }

  /** A mention of a local that is declared with only the first of the types that it has. */
  private Code typed(Local local, IdentifierTree tree, @Nullable TreePath capturing) {
    Code mention = mention(local, tree, capturing);
    BoundCasts casts = new BoundCasts(context);
    if (!casts.mayCast(tree) || isAssigned(tree) || takesAnything(parentOf(tree))) {
      return mention;
    }
    Code whole = casts.cast(mention, tree);
    return whole.equals(mention) ? mention : Code.join("(", whole, ")");
  }

  private static boolean takesAnything(Tree parent) {
    return parent instanceof BinaryTree
        || parent instanceof InstanceOfTree
        || parent instanceof TypeCastTree;
  }

  /** Whether the text is that of a lifted class, which has the locals in its scope. */
  private boolean isMember(@Nullable TreePath capturing) {
    return capturing != null
        && capturing.getLeaf() instanceof ClassTree type
        && context.classes.declared(type).isPresent();
  }

  /** A constant of the method is not in scope in a member, and must stay a constant. */
  private Code literal(Element constant) {
    return Constants.literal(context.elements(), (VariableElement) constant);
  }

  /** The value of a local at a place in the text. */
  Code mention(Local local, Tree tree, @Nullable TreePath capturing) {
    if (isMember(capturing)) {
      return Code.read(local);
    }
    TreePath closed = outer(capturing, guard(tree));
    TreePath needsFinal = closed == null && isResource(tree) ? context.index.path(tree) : closed;
    if (needsFinal == null || local.role() == Local.Role.CONSTANT_PARAMETER) {
      return isAssigned(tree) ? written(local, tree) : Code.read(local);
    }
    return new Code.Builder().add(captures.copy(local, needsFinal, tree)).read(local).build();
  }

  private static @Nullable TreePath outer(@Nullable TreePath one, @Nullable TreePath other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return depth(one) < depth(other) ? one : other;
  }

  private static int depth(TreePath path) {
    int depth = 0;
    for (Tree ignored : path) {
      depth++;
    }
    return depth;
  }

  /** The guard around a name, if there is one: that may only name final variables, too. */
  private @Nullable TreePath guard(Tree tree) {
    TreePath guard = null;
    TreePath child = context.index.path(tree);
    for (TreePath p = child.getParentPath(); p != null; p = p.getParentPath()) {
      Tree inner = child.getLeaf();
      if (p.getLeaf() instanceof CaseTree branch
          && CaseParts.of(branch).guard().filter(g -> g == inner).isPresent()
          && !context.index.suspends(inner)) {
        guard = child;
      }
      child = p;
    }
    return guard;
  }

  /** A variable that is the resource of a try must be final, as one that is captured. */
  private boolean isResource(Tree tree) {
    return context.index.parent(tree).orElse(null) instanceof TryTree attempt
        && attempt.getResources().contains(tree);
  }

  private boolean isAssigned(Tree tree) {
    Tree parent = parentOf(tree);
    return parent instanceof AssignmentTree assignment
            && TreeShapes.bare(assignment.getVariable()) == tree
        || parent instanceof CompoundAssignmentTree compound
            && TreeShapes.bare(compound.getVariable()) == tree
        || parent instanceof UnaryTree unary && Operators.isStep(unary);
  }

  private Tree parentOf(Tree tree) {
    return context.index.parent(context.index.enclosed(tree)).orElseThrow();
  }

  private Code written(Local local, Tree tree) {
    Code.Builder code = new Code.Builder().add(local.name()).write(local);
    return (parentOf(tree) instanceof AssignmentTree ? code : code.read(local)).build();
  }

  /** Lets a pattern bind fresh names; the code moves what they hold into the hoisted variables. */
  Optional<Code> bindings(InstanceOfTree tree) {
    List<Code> moves = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, Void nothing) {
        if (!context.bindingNames.containsKey(variable)) {
          context
              .local(context.index.element(variable))
              .ifPresent(local -> moves.add(bind(local, variable)));
        }
        return null;
      }
    }.scan(tree.getPattern(), null);
    return moves.isEmpty() ? Optional.empty() : Optional.of(Code.list("", moves));
  }

  private Code bind(Local local, VariableTree variable) {
    String fresh = context.names.fresh(local.name() + "_");
    captures.bind(local, fresh);
    rename(variable, fresh);
    return new Code.Builder().add(" && ").add(move(local, fresh)).write(local).build();
  }

  /** Assigns, and is true in any case; a number that is none does not even equal itself. */
  private Code move(Local local, String fresh) {
    String assigned = local.name() + " = " + fresh;
    if (local.type().equals(TypeName.DOUBLE) || local.type().equals(TypeName.FLOAT)) {
      Code boxed = context.qualifier((ClassName) local.type().box());
      return Code.join(boxed, ".compare(" + assigned + ", " + fresh + ") == 0");
    }
    return Code.of("(" + assigned + ") == " + fresh);
  }

  /** Lets the declaration of a variable give it another name. */
  void rename(VariableTree variable, String name) {
    int end = context.source.end(variable);
    edits.edit(end - variable.getName().length(), end, Code.of(name));
  }
}
