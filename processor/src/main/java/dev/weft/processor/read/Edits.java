package dev.weft.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Collects the changes that one piece of the user's text needs. */
final class Edits extends TreePathScanner<Void, Void> {
  private final MethodContext context;
  private final Jumps jumps;
  private final ReturnValues returns;
  private final Captures captures;
  private final Tree root;
  private final MemberEdits members;
  private final List<Renderer.Edit> edits = new ArrayList<>();
  private final List<Exit> exits = new ArrayList<>();

  /** The outermost lambda or class around the current tree, inside the text. */
  private @Nullable TreePath capturing;

  private int classes;

  Edits(MethodContext context, Jumps jumps, ReturnValues returns, Captures captures, Tree root) {
    this.context = context;
    this.jumps = jumps;
    this.returns = returns;
    this.captures = captures;
    this.root = root;
    this.members = new MemberEdits(context, this);
  }

  void collect() {
    TreePath path = context.index.path(root);
    if (!replaced(path)) {
      scan(path, null);
    }
  }

  List<Renderer.Edit> edits() {
    return edits;
  }

  List<Exit> exits() {
    return exits;
  }

  /** Whether code at the current place is inside a class that the method body declares. */
  boolean isInClass() {
    return classes > 0;
  }

  void edit(int from, int to, Code code) {
    edits.add(new Renderer.Edit(from, to, code));
  }

  void edit(Tree tree, Code code) {
    edit(context.source.start(tree), context.source.end(tree), code);
  }

  /** The text of a part of the current tree, with its own changes made. */
  Code sub(Tree part) {
    Edits inner = new Edits(context, jumps, returns, captures, part);
    inner.capturing = capturing;
    inner.classes = classes;
    inner.collect();
    exits.addAll(inner.exits);
    return Renderer.splice(
        context, inner.edits, context.source.start(part), context.source.end(part));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
    if (tree == null) {
      return null;
    }
    TreePath path = new TreePath(getCurrentPath(), tree);
    return replaced(path) ? null : super.scan(tree, null);
  }

  private boolean replaced(TreePath path) {
    Code replacement = context.replacements.get(path.getLeaf());
    if (replacement != null) {
      edit(path.getLeaf(), isTorn(path) ? Code.join("(", replacement, ")") : replacement);
    }
    return replacement != null;
  }

  /** Whether what follows the tree would bind tighter than the cast that replaces it. */
  private boolean isTorn(TreePath path) {
    Tree tree = path.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    return context.casts.contains(tree)
        && (parent instanceof MemberSelectTree
            || parent instanceof MemberReferenceTree
            || (parent instanceof ArrayAccessTree access && access.getExpression() == tree)
            || (parent instanceof NewClassTree made && made.getEnclosingExpression() == tree));
  }

  @Nullable Element element() {
    return context.attributed.trees().getElement(getCurrentPath());
  }

  @Nullable Element element(Tree part) {
    return context.index.element(part);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Void nothing) {
    String name = tree.getName().toString();
    Element element = element();
    if (element == null
        || !context.source.reads(name, context.source.start(tree), context.source.end(tree))) {
      return null;
    }
    if (TreeShapes.isThis(tree)) {
      members.self(tree);
      return null;
    }
    switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          variable(tree, element);
      case FIELD, ENUM_CONSTANT, METHOD -> members.name(tree, element);
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> members.typeName(tree, element);
      case TYPE_PARAMETER -> edit(tree, Code.of(context.typeNames.variable(element).name()));
      default -> {}
    }
    return null;
  }

  private void variable(IdentifierTree tree, Element element) {
    Optional<String> constant = context.constantName(element);
    if (constant.isPresent()) {
      edit(tree, Code.of(constant.get()));
    }
    context.local(element).ifPresent(local -> edit(tree, mention(local, tree)));
  }

  /** A local as it is written at the current place. */
  Code mention(Local local, Tree tree) {
    if (capturing == null || local.role() == Local.Role.CONSTANT_PARAMETER) {
      return isAssigned(tree) ? written(local, tree) : Code.read(local);
    }
    return new Code.Builder().add(captures.copy(local, capturing, tree)).read(local).build();
  }

  private boolean isAssigned(Tree tree) {
    Tree parent = parentOf(tree);
    return parent instanceof AssignmentTree assignment
            && TreeShapes.bare(assignment.getVariable()) == tree
        || parent instanceof CompoundAssignmentTree compound
            && TreeShapes.bare(compound.getVariable()) == tree
        || parent instanceof UnaryTree unary && isStep(unary);
  }

  private static boolean isStep(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private Tree parentOf(Tree tree) {
    Tree parent = context.index.parent(tree).orElseThrow();
    while (parent instanceof com.sun.source.tree.ParenthesizedTree) {
      parent = context.index.parent(parent).orElseThrow();
    }
    return parent;
  }

  private Code written(Local local, Tree tree) {
    Code.Builder code = new Code.Builder().add(local.name()).write(local);
    return (parentOf(tree) instanceof AssignmentTree ? code : code.read(local)).build();
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    return members.select(tree, element()) ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    return members.call(tree, element()) ? null : super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Void nothing) {
    return members.creation(tree, element()) ? null : super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    return members.reference(tree, element()) ? null : super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, Void nothing) {
    return members.assignment(tree) ? null : super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
    if (members.compound(tree)) {
      return null;
    }
    Code old = context.oldValues.get(tree);
    if (old == null) {
      return super.visitCompoundAssignment(tree, null);
    }
    Code value = members.combine(tree, old, sub(tree.getExpression()));
    Code assigned = Code.join(sub(tree.getVariable()), " = ", value);
    boolean isStatement =
        context.index.parent(tree).orElse(null) instanceof ExpressionStatementTree;
    edit(tree, isStatement ? assigned : Code.join("(", assigned, ")"));
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, Void nothing) {
    return isStep(tree) && members.step(tree) ? null : super.visitUnary(tree, null);
  }

  /** The constants of an enum stand in case labels by their simple names. */
  @Override
  public @Nullable Void visitCase(CaseTree tree, Void nothing) {
    for (Tree label : tree.getExpressions()) {
      Element element = element(label);
      if (!(label instanceof IdentifierTree)
          || element == null
          || element.getKind() != ElementKind.ENUM_CONSTANT) {
        scan(label, null);
      }
    }
    if (tree.getExpressions().isEmpty()) {
      return super.visitCase(tree, null);
    }
    if (TreeShapes.isArrow(tree)) {
      scan(tree.getBody(), null);
    } else {
      scan(tree.getStatements(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
    List<Renderer.Edit> before = List.copyOf(edits);
    super.visitInstanceOf(tree, null);
    Optional<Code> bound = bindings(tree);
    if (bound.isPresent()) {
      edits.removeAll(before);
      List<Renderer.Edit> inner = List.copyOf(edits);
      edits.clear();
      edits.addAll(before);
      Code test =
          Renderer.splice(context, inner, context.source.start(tree), context.source.end(tree));
      edit(tree, Code.join("(", test, bound.get(), ")"));
    }
    return null;
  }

  /** Moves what a pattern binds into the hoisted variables. */
  private Optional<Code> bindings(InstanceOfTree tree) {
    Code.Builder moved = new Code.Builder();
    int[] count = {0};
    new com.sun.source.util.TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, Void nothing) {
        context
            .local(context.index.element(variable))
            .ifPresent(
                local -> {
                  String fresh = context.names.fresh(local.name() + "_");
                  captures.bind(local, fresh);
                  int end = context.source.end(variable);
                  edit(end - variable.getName().length(), end, Code.of(fresh));
                  moved.add(" && (" + local.name() + " = " + fresh + ") == " + fresh).write(local);
                  count[0]++;
                });
        return null;
      }
    }.scan(tree.getPattern(), null);
    return count[0] == 0 ? Optional.empty() : Optional.of(moved.build());
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    TreePath outer = enter();
    super.visitLambdaExpression(tree, null);
    capturing = outer;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Void nothing) {
    TreePath outer = enter();
    classes++;
    super.visitClass(tree, null);
    classes--;
    capturing = outer;
    return null;
  }

  private @Nullable TreePath enter() {
    TreePath outer = capturing;
    if (outer == null) {
      capturing = getCurrentPath();
    }
    return outer;
  }

  /** Constructors that the compiler added have no text. */
  @Override
  public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
    Element method = element();
    return method != null
            && context.elements().getOrigin(method) == Elements.Origin.EXPLICIT
            && !isOfAnonymous(method)
        ? super.visitMethod(tree, null)
        : null;
  }

  private static boolean isOfAnonymous(Element method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getSimpleName().length() == 0;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Void nothing) {
    if (capturing != null) {
      return super.visitReturn(tree, null);
    }
    Optional<Code> value =
        Optional.ofNullable(tree.getExpression()).map(e -> returns.convert(e, sub(e)));
    jump(tree, jumps.returnWith(value));
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Void nothing) {
    Tree target = Jumps.target(getCurrentPath());
    if (capturing == null && isOutside(target)) {
      jump(tree, jumps.breakTo(target));
    }
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Void nothing) {
    Tree target = Jumps.target(getCurrentPath());
    if (capturing == null && isOutside(target)) {
      jump(tree, jumps.continueTo(target));
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Void nothing) {
    Tree target = Jumps.target(getCurrentPath());
    if (capturing == null && isOutside(target)) {
      Code value = sub(tree.getValue());
      jump(tree, jumps.yieldTo(target, value));
      return null;
    }
    return super.visitYield(tree, null);
  }

  private boolean isOutside(Tree target) {
    int start = context.source.start(target);
    return start < context.source.start(root)
        || context.source.end(target) > context.source.end(root);
  }

  private void jump(Tree tree, Jumps.Jump jump) {
    edit(tree, jump.code());
    exits.add(jump.exit());
  }
}
