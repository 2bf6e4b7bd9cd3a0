package dev.weft.processor.read;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds what stands for type variables by laying a type over the declared one. */
final class TypeMatch {
  private final Map<Element, TypeMirror> found;

  /**
   * @param found what is known of each variable; what is found first stays
   */
  TypeMatch(Map<Element, TypeMirror> found) {
    this.found = found;
  }

  /** {@code List<T>} over {@code List<String>} tells that T is String. */
  void match(@Nullable TypeMirror declared, @Nullable TypeMirror actual) {
    if (declared == null || actual == null) {
      return;
    }
    if (declared instanceof TypeVariable variable) {
      if (!actual.getKind().isPrimitive() && !(actual instanceof WildcardType)) {
        found.putIfAbsent(variable.asElement(), actual);
      }
    } else if (declared instanceof ArrayType array && actual instanceof ArrayType other) {
      match(array.getComponentType(), other.getComponentType());
    } else if (declared instanceof WildcardType bound && actual instanceof WildcardType other) {
      match(bound.getExtendsBound(), other.getExtendsBound());
      match(bound.getSuperBound(), other.getSuperBound());
    } else if (declared instanceof DeclaredType generic
        && actual instanceof DeclaredType other
        && generic.asElement().equals(other.asElement())) {
      match(generic.getEnclosingType(), other.getEnclosingType());
      matchAll(generic.getTypeArguments(), other.getTypeArguments());
    }
  }

  private void matchAll(List<? extends TypeMirror> declared, List<? extends TypeMirror> actual) {
    for (int i = 0; i < Math.min(declared.size(), actual.size()); i++) {
      match(declared.get(i), actual.get(i));
    }
  }
}
