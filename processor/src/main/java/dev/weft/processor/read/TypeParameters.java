package dev.weft.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** Which type parameters the signatures and bodies of a class may name, outermost first. */
final class TypeParameters {
  private TypeParameters() {}

  /** Those of a method, and of the classes that its object belongs to. */
  static List<TypeParameterElement> inScopeOf(ExecutableElement method) {
    List<TypeParameterElement> all = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      all.addAll(inScopeOf(Owners.of(method)));
    }
    all.addAll(method.getTypeParameters());
    return all;
  }

  /** Those of a class, and of the classes around an inner class. */
  static List<TypeParameterElement> inScopeOf(TypeElement type) {
    List<TypeParameterElement> all = new ArrayList<>();
    Element each = type;
    while (each instanceof TypeElement owner) {
      all.addAll(0, owner.getTypeParameters());
      each = owner.getModifiers().contains(Modifier.STATIC) ? null : owner.getEnclosingElement();
    }
    return all;
  }
}
