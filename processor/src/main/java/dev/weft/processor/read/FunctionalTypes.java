package dev.weft.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Questions about functional interfaces. */
final class FunctionalTypes {
  private FunctionalTypes() {}

  /** How many parameters the one method of a functional interface takes. */
  static int arity(MethodContext context, TypeMirror type) {
    TypeElement functional = (TypeElement) ((DeclaredType) type).asElement();
    TypeElement object = context.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(context.elements().getAllMembers(functional)).stream()
        .filter(m -> m.getModifiers().contains(Modifier.ABSTRACT))
        .filter(m -> !redeclares(m, object))
        .findFirst()
        .map(m -> m.getParameters().size())
        .orElseThrow();
  }

  private static boolean redeclares(ExecutableElement method, TypeElement object) {
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
            .filter(m -> m.getModifiers().contains(Modifier.PUBLIC))
            .map(Element::getSimpleName)
            .anyMatch(n -> n.equals(method.getSimpleName()))
        && method.getParameters().size() <= 1;
  }
}
