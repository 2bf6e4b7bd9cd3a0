package dev.weft.processor.read;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Changes calls of methods that need an accessor, calls by {@code super} among them. */
final class CallEdits {
  private final MemberScope scope;
  private final MethodContext context;

  CallEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
  }

  /** A call; true if the whole of it is taken care of. */
  boolean call(MethodInvocationTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement method) || method.getKind() != ElementKind.METHOD) {
      return false;
    }
    boolean isStatic = Owners.isStatic(method);
    if (!isStatic && isSuperCall(tree)) {
      superCall(tree, method);
      return true;
    }
    if (!scope.needsAccessor(method, tree.getMethodSelect())) {
      return false;
    }
    Optional<Code> receiver =
        tree.getMethodSelect() instanceof MemberSelectTree select
            ? Optional.of(scope.receiver(select, method))
            : scope.names.receiver(tree, method);
    receiver.ifPresent(
        r -> {
          Accessor accessor =
              context.access.method(method, scope.from(method, tree.getMethodSelect()), tree);
          Code self = isStatic ? Code.EMPTY : r;
          Code witness = new TypeWitness(scope).of(tree, method);
          scope.call(tree, tree.getMethodSelect(), accessor, witness, self, tree.getArguments());
        });
    return receiver.isPresent();
  }

  /** {@code super.m()} or {@code Type.super.m()}, where it means one of a class around the text. */
  private boolean isSuperCall(MethodInvocationTree tree) {
    return tree.getMethodSelect() instanceof MemberSelectTree select
        && TreeShapes.isAnySuper(select.getExpression())
        && scope.supers.isOfHost(select.getExpression());
  }

  private void superCall(MethodInvocationTree tree, ExecutableElement method) {
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    Tree above = select.getExpression();
    TypeElement caller = scope.supers.below(above);
    Accessor accessor = context.access.superMethod(method, scope.supers.above(above), caller, tree);
    Code instance = scope.names.instance(caller, tree);
    scope.call(tree, select, accessor, Code.EMPTY, instance, tree.getArguments());
  }
}
