package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

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
  private final SuperCalls calls;

  SuperclassEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
    this.calls = new SuperCalls(context);
  }

  void declared(ClassTree tree) {
    calls.rejectPrivate(tree);
    Tree above = tree.getExtendsClause();
    if (above == null || tree.getSimpleName().length() == 0) {
      return;
    }
    if (context.index.element(TreeShapes.rawType(above)) instanceof TypeElement superclass
        && calls.isOuterImplied(tree)) {
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
    List<BlockTree> written = calls.constructors(tree);
    written.forEach(c -> constructor(c, outer));
    if (written.isEmpty()) {
      int brace = context.source.find('{', headEnd(tree));
      String name = "\n  " + tree.getSimpleName() + "() {\n    ";
      edits.edit(brace + 1, brace + 1, Code.join(name, outer, ".super();\n  }"));
    }
  }

  private int headEnd(ClassTree tree) {
    int end = context.source.end(Objects.requireNonNull(tree.getExtendsClause()));
    for (Tree each : tree.getImplementsClause()) {
      end = Math.max(end, context.source.end(each));
    }
    return end;
  }

  private void constructor(BlockTree body, Code outer) {
    Optional<ExpressionTree> called = calls.called(body);
    if (called.isEmpty()) {
      int start = context.source.start(body) + 1;
      edits.edit(start, start, Code.join(" ", outer, ".super();"));
    } else if (TreeShapes.isSuper(called.get())) {
      int start = context.source.start(called.get());
      edits.edit(start, start, Code.join(outer, "."));
    }
  }
}
