package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Gives a class in the text, whose superclass is an inner class of the host or has become a member
 * of a scope, the object to call the superconstructor on.
 *
 * <pre>{@code
 * class Sub extends Base {          class Sub extends BaseScope.Base {
 *   Sub() { super(1); }      =>       Sub() { baseScope_.super(1); }
 * }                                 }
 * }</pre>
 */
final class SuperclassEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  SuperclassEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  void declared(ClassTree tree) {
    Tree above = tree.getExtendsClause();
    if (above == null || tree.getSimpleName().length() == 0) {
      return;
    }
    if (context.index.element(TreeShapes.rawType(above)) instanceof TypeElement superclass) {
      outer(tree, superclass).ifPresent(instance -> constructors(tree, instance));
    }
  }

  /** What the superconstructor must be called on. */
  private Optional<Code> outer(ClassTree tree, TypeElement superclass) {
    return Owners.isInner(superclass)
        ? scope.names.receiver(tree, superclass)
        : context
            .classes
            .of(superclass)
            .flatMap(c -> context.classes.scope(c, tree, local -> edits.value(local, tree)));
  }

  private void constructors(ClassTree tree, Code outer) {
    List<MethodTree> written = new ArrayList<>();
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method && isWrittenConstructor(method)) {
        written.add(method);
      }
    }
    written.forEach(c -> constructor(c.getBody(), outer));
    if (written.isEmpty()) {
      int brace = context.source.find('{', headEnd(tree));
      String name = "\n  " + tree.getSimpleName() + "() {\n    ";
      edits.edit(brace + 1, brace + 1, Code.join(name, outer, ".super();\n  }"));
    }
  }

  private boolean isWrittenConstructor(MethodTree tree) {
    Element method = context.index.element(tree);
    return method != null
        && method.getKind() == ElementKind.CONSTRUCTOR
        && context.elements().getOrigin(method) == Elements.Origin.EXPLICIT;
  }

  private int headEnd(ClassTree tree) {
    int end = context.source.end(Objects.requireNonNull(tree.getExtendsClause()));
    for (Tree each : tree.getImplementsClause()) {
      end = Math.max(end, context.source.end(each));
    }
    return end;
  }

  private void constructor(BlockTree body, Code outer) {
    Optional<IdentifierTree> called = called(body);
    if (called.isEmpty()) {
      int start = context.source.start(body) + 1;
      edits.edit(start, start, Code.join(" ", outer, ".super();"));
    } else if (TreeShapes.isSuper(called.get())) {
      int start = context.source.start(called.get());
      edits.edit(start, start, Code.join(outer, "."));
    }
  }

  /** The {@code this} or {@code super} that a constructor calls, if it is written. */
  private Optional<IdentifierTree> called(BlockTree body) {
    for (StatementTree each : body.getStatements()) {
      if (each instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof IdentifierTree name
          && (TreeShapes.isThis(name) || TreeShapes.isSuper(name))
          && context.source.isWritten(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
