package dev.weft.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Values whose type javac takes from a wildcard at their place. It has no name, so what is kept of
 * such a value has one above it, which does not fit there again.
 *
 * <pre>{@code
 * Consumer<? super String> c = ...
 * c.accept(Yield.yield("a"))
 *   =>
 * c.accept(inferred(answer(x)))
 * }</pre>
 */
final class PlaceTypes {
  private PlaceTypes() {}

  /** Whether an expression has such a type, which no operand of its own tells. */
  static boolean isWildcard(MethodContext context, Tree expression) {
    Tree bare = TreeShapes.bare(expression);
    if (!isCaptured(context.type(bare))) {
      return false;
    }
    return bare instanceof MethodInvocationTree call
        ? isInferred(context, call)
        : ChosenTypes.results(bare).stream().anyMatch(r -> isWildcard(context, r));
  }

  private static boolean isInferred(MethodContext context, MethodInvocationTree call) {
    return context.index.element(call) instanceof ExecutableElement method
        && method.getReturnType() instanceof TypeVariable result
        && method.getTypeParameters().contains(result.asElement())
        && call.getTypeArguments().isEmpty()
        && call.getArguments().stream().noneMatch(a -> isCaptured(context.type(a)));
  }

  private static boolean isCaptured(TypeMirror type) {
    return type instanceof TypeVariable variable && TypeNames.isCaptured(variable);
  }

  /** A value that takes the type that its place asks for. */
  static Code inferred(Code value) {
    return Code.join("inferred(", value, ")");
  }
}
