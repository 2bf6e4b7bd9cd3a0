package dev.weft.processor.read;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Questions about type variables in types. */
final class TypeVariables {
  private TypeVariables() {}

  /** Whether a type, as the stepper writes it, mentions a type variable. */
  static boolean mentioned(@Nullable TypeMirror type) {
    return mentioned(type, 0);
  }

  private static boolean mentioned(@Nullable TypeMirror type, int depth) {
    if (depth > TypeNames.DEEPEST) {
      return false;
    }
    if (type instanceof TypeVariable variable) {
      return !TypeNames.isCaptured(variable) || mentioned(variable.getUpperBound(), depth + 1);
    }
    if (type instanceof ArrayType array) {
      return mentioned(array.getComponentType(), depth);
    }
    if (type instanceof WildcardType wildcard) {
      return mentioned(wildcard.getExtendsBound(), depth + 1)
          || mentioned(wildcard.getSuperBound(), depth + 1);
    }
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream().anyMatch(b -> mentioned(b, depth + 1));
    }
    return type instanceof DeclaredType declared
        && (mentioned(declared.getEnclosingType(), depth + 1)
            || declared.getTypeArguments().stream().anyMatch(a -> mentioned(a, depth + 1)));
  }
}
