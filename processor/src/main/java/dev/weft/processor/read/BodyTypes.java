package dev.weft.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds classes that a method body declares in the types of its variables. */
final class BodyTypes {
  private BodyTypes() {}

  /** The local and anonymous classes that a type mentions, or classes in them. */
  static Set<Element> in(TypeMirror type) {
    Set<Element> found = new HashSet<>();
    collect(type, found);
    return found;
  }

  private static void collect(@Nullable TypeMirror type, Set<Element> found) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType(), found);
    } else if (type instanceof WildcardType wildcard) {
      collect(wildcard.getExtendsBound(), found);
      collect(wildcard.getSuperBound(), found);
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(b -> collect(b, found));
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(a -> collect(a, found));
      if (declared.asElement() instanceof TypeElement element && Access.isLocal(element)) {
        found.add(StepperNames.topLevel(element));
      }
    }
  }
}
