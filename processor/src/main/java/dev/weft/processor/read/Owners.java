package dev.weft.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** The classes that members belong to. */
public final class Owners {
  private Owners() {}

  /**
   * The type parameters that the name of an object's class needs: its own, and for an inner class
   * those of the classes around it, outermost first.
   */
  public static List<TypeParameterElement> typeParameters(TypeElement type) {
    List<TypeParameterElement> parameters = new ArrayList<>();
    boolean isInner =
        !isStatic(type)
            && type.getKind() == ElementKind.CLASS
            && type.getEnclosingElement() instanceof TypeElement;
    if (isInner) {
      parameters.addAll(typeParameters(of(type)));
    }
    parameters.addAll(type.getTypeParameters());
    return parameters;
  }

  /** Whether an object of a member class has one of the class around it. */
  static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !isStatic(type)
        && !Access.isLocal(type);
  }

  /** The class that declares a field, method, constructor or nested class. */
  public static TypeElement of(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }

  /** Whether a member belongs to its class and not to an object of it. */
  public static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }
}
