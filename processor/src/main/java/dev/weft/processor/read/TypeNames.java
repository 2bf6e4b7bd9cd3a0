package dev.weft.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Writes types down as a stepper can name them. A type that the language has no name for is
 * replaced by the nearest one above it that has, as {@code var} does.
 */
final class TypeNames {
  static final int DEEPEST = 8;

  private final Map<Element, TypeVariableName> variables = new HashMap<>();
  private final Map<TypeElement, ClassName> members = new HashMap<>();

  /** Tells that a type parameter has a name of its own in the stepper. */
  void declare(TypeParameterElement parameter, String name) {
    variables.put(parameter, TypeVariableName.get(name));
  }

  /**
   * Names type parameters, of which one further out comes first; one that another further in hides
   * gets a number.
   */
  void declareAll(List<TypeParameterElement> parameters) {
    Set<String> taken = new HashSet<>();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      TypeParameterElement each = parameters.get(i);
      String name = each.getSimpleName().toString();
      for (int number = 2; !taken.add(name); number++) {
        name = each.getSimpleName() + "" + number;
      }
      declare(each, name);
    }
  }

  /** The declaration of a type parameter, with its bounds. */
  TypeVariableName declaration(TypeParameterElement parameter) {
    TypeName[] bounds =
        parameter.getBounds().stream()
            .map(b -> name(b).orElse(ClassName.OBJECT))
            .toArray(TypeName[]::new);
    return TypeVariableName.get(variable(parameter).name(), bounds);
  }

  TypeVariableName variable(Element parameter) {
    TypeVariableName known = variables.get(parameter);
    return known == null ? TypeVariableName.get(parameter.getSimpleName().toString()) : known;
  }

  /** Tells that a class of the method body stands in the stepper as a member. */
  void declareMember(TypeElement local, ClassName name) {
    members.put(local, name);
  }

  /** The name of a type, or nothing where it has none. */
  Optional<TypeName> name(TypeMirror type) {
    return name(type, 0);
  }

  private Optional<TypeName> name(TypeMirror type, int depth) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
          Optional.of(TypeName.get(type).withoutAnnotations());
      case NULL, NONE -> Optional.of(ClassName.OBJECT);
      case ARRAY -> name(((ArrayType) type).getComponentType(), depth).map(ArrayTypeName::of);
      case TYPEVAR -> typeVariable((TypeVariable) type, depth);
      case DECLARED -> declared((DeclaredType) type, depth);
      case WILDCARD -> Optional.of(wildcard((WildcardType) type, depth));
      case INTERSECTION -> intersection((IntersectionType) type, depth);
      default -> Optional.empty();
    };
  }

  /** The first of the bounds that says anything; a cast to the others is made at each use. */
  private Optional<TypeName> intersection(IntersectionType type, int depth) {
    return type.getBounds().stream()
        .flatMap(b -> name(b, depth + 1).stream())
        .filter(n -> !n.equals(ClassName.OBJECT))
        .findFirst();
  }

  /** All bounds of an intersection type, which a cast may name; empty for other types. */
  List<TypeName> bounds(TypeMirror type) {
    return boundTypes(type).stream().flatMap(b -> name(b).stream()).toList();
  }

  /** The bounds of an intersection type that have a name; empty for other types. */
  List<TypeMirror> boundTypes(TypeMirror type) {
    if (type instanceof TypeVariable variable && isCaptured(variable)) {
      return boundTypes(variable.getUpperBound());
    }
    return type instanceof IntersectionType intersection
        ? intersection.getBounds().stream()
            .<TypeMirror>map(b -> b)
            .filter(b -> name(b).isPresent())
            .toList()
        : List.of();
  }

  private Optional<TypeName> typeVariable(TypeVariable type, int depth) {
    return isCaptured(type)
        ? depth > DEEPEST ? Optional.of(ClassName.OBJECT) : name(type.getUpperBound(), depth + 1)
        : Optional.of(variable(type.asElement()));
  }

  private Optional<TypeName> declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<ClassName> raw = className(element);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    List<TypeName> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      arguments.add(argument(argument, depth));
    }
    Optional<TypeName> around = around(type, depth);
    if (around.isPresent()) {
      return around.map(
          o -> ((ParameterizedTypeName) o).nestedClass(raw.get().simpleName(), arguments));
    }
    return Optional.of(
        arguments.isEmpty()
            ? raw.get()
            : ParameterizedTypeName.get(raw.get(), arguments.toArray(TypeName[]::new)));
  }

  /** The name of the type around an inner class, where that has type arguments. */
  Optional<TypeName> around(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared ? around(declared, 0) : Optional.empty();
  }

  /**
   * None for a class that a method body declares: the object of the method is not part of a name.
   */
  private Optional<TypeName> around(DeclaredType type, int depth) {
    return ((TypeElement) type.asElement()).getNestingKind() != NestingKind.MEMBER
            || type.getEnclosingType().getKind() != TypeKind.DECLARED
        ? Optional.empty()
        : name(type.getEnclosingType(), depth).filter(ParameterizedTypeName.class::isInstance);
  }

  /** A type argument; one without a name becomes a wildcard up to the nearest name above it. */
  private TypeName argument(TypeMirror type, int depth) {
    if (depth > DEEPEST) {
      return unbounded();
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard, depth + 1);
    }
    if (type instanceof TypeVariable variable && isCaptured(variable)) {
      return captured(variable, depth);
    }
    Optional<TypeName> named = name(type, depth + 1);
    if (named.isPresent() && !mentionsCapture(type, depth)) {
      return named.get();
    }
    return (named.isPresent() ? named : above(type))
        .<TypeName>map(WildcardTypeName::subtypeOf)
        .orElseGet(TypeNames::unbounded);
  }

  /** Whether the name of a type stands for a type above it. */
  private boolean mentionsCapture(TypeMirror type, int depth) {
    if (depth > DEEPEST) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return mentionsCapture(array.getComponentType(), depth + 1);
    }
    if (type instanceof TypeVariable variable) {
      return isCaptured(variable);
    }
    if (type instanceof IntersectionType) {
      return true;
    }
    if (type instanceof WildcardType wildcard) {
      return mentionsCaptureIn(wildcard.getExtendsBound(), depth)
          || mentionsCaptureIn(wildcard.getSuperBound(), depth);
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(a -> mentionsCapture(a, depth + 1));
  }

  private boolean mentionsCaptureIn(@Nullable TypeMirror bound, int depth) {
    return bound != null && mentionsCapture(bound, depth + 1);
  }

  private TypeName captured(TypeVariable variable, int depth) {
    TypeMirror lower = variable.getLowerBound();
    if (lower.getKind() != TypeKind.NULL && lower.getKind() != TypeKind.NONE) {
      return name(lower, depth + 1)
          .<TypeName>map(WildcardTypeName::supertypeOf)
          .orElseGet(TypeNames::unbounded);
    }
    return name(variable.getUpperBound(), depth + 1)
        .<TypeName>map(WildcardTypeName::subtypeOf)
        .orElseGet(TypeNames::unbounded);
  }

  /** What a class without a name implements or extends. */
  Optional<TypeName> above(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || element.getSuperclass().getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return element.getInterfaces().isEmpty()
        ? name(element.getSuperclass())
        : name(element.getInterfaces().get(0));
  }

  private TypeName wildcard(WildcardType type, int depth) {
    if (type.getExtendsBound() != null) {
      return name(type.getExtendsBound(), depth)
          .<TypeName>map(WildcardTypeName::subtypeOf)
          .orElseGet(TypeNames::unbounded);
    }
    if (type.getSuperBound() != null && !mentionsCapture(type.getSuperBound(), depth)) {
      return name(type.getSuperBound(), depth)
          .<TypeName>map(WildcardTypeName::supertypeOf)
          .orElseGet(TypeNames::unbounded);
    }
    return unbounded();
  }

  private static TypeName unbounded() {
    return WildcardTypeName.subtypeOf(ClassName.OBJECT);
  }

  /** A type in the words of a message. */
  static String describe(TypeMirror type) {
    String text = type.toString();
    return text.isBlank() || text.startsWith("<anonymous") ? "of an anonymous class" : text;
  }

  static boolean isCaptured(TypeVariable type) {
    return type.asElement().getSimpleName().toString().startsWith("<");
  }

  /** The class itself, or the enum that an object of it belongs to, if a stepper can name it. */
  Optional<ClassName> className(TypeElement element) {
    ClassName member = members.get(element);
    if (member != null) {
      return Optional.of(member);
    }
    Optional<VariableElement> constant = Owners.constantOf(element);
    if (constant.isPresent()) {
      return className(Owners.of(constant.get()));
    }
    if (!Access.isLocal(element)) {
      return Optional.of(ClassName.get(element));
    }
    return element.getEnclosingElement() instanceof TypeElement owner
        ? className(owner).map(outer -> outer.nestedClass(element.getSimpleName().toString()))
        : Optional.empty();
  }

  /** The private class that keeps others from naming this one, if there is one. */
  static Optional<TypeElement> privateType(TypeElement element) {
    return element.getModifiers().contains(Modifier.PRIVATE)
        ? Optional.of(element)
        : Owners.around(element).flatMap(TypeNames::privateType);
  }

  /** The private class that keeps a type from being named, if there is one. */
  static Optional<TypeElement> privateType(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return privateType(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return privateType(wildcard.getExtendsBound())
          .or(() -> privateType(wildcard.getSuperBound()));
    }
    if (type instanceof DeclaredType declared) {
      return privateType((TypeElement) declared.asElement())
          .or(() -> privateType(declared.getEnclosingType()))
          .or(
              () ->
                  declared.getTypeArguments().stream()
                      .flatMap(a -> privateType(a).stream())
                      .findFirst());
    }
    return Optional.empty();
  }
}
