package dev.weft.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

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

  /** The enum constant whose body a class is, if it is one. */
  public static Optional<VariableElement> constantOf(TypeElement type) {
    return type.getNestingKind() == NestingKind.ANONYMOUS
            && type.getEnclosingElement() instanceof VariableElement constant
            && constant.getKind() == ElementKind.ENUM_CONSTANT
        ? Optional.of(constant)
        : Optional.empty();
  }

  /** The class that a class is declared in, if it is one with a name. */
  public static Optional<TypeElement> around(TypeElement type) {
    return constantOf(type)
        .map(Owners::of)
        .or(
            () ->
                type.getEnclosingElement() instanceof TypeElement outer
                    ? Optional.of(outer)
                    : Optional.empty());
  }

  /** Whether a class is private, or inside one that is. */
  public static boolean isInPrivateClass(TypeElement type) {
    return TypeNames.privateType(type).isPresent();
  }

  /** Whether a member belongs to its class and not to an object of it. */
  public static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }
}
