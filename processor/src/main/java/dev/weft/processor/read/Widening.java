package dev.weft.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.weft.processor.Spi;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * What stands for private types where they can't be named: the nearest type above that can, {@code
 * Shape} for a private {@code Square implements Shape}, {@code Object} at the worst.
 */
public final class Widening {
  /** Superclasses that say no more than {@code Object}. */
  private static final Set<String> VAGUE =
      Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

  private static final TypeName ANY = WildcardTypeName.subtypeOf(ClassName.OBJECT);

  private final Types types;

  public Widening(Types types) {
    this.types = types;
  }

  /** Whether a factory has to take something in place of what it can't name. */
  public static boolean isNeeded(ExecutableElement method) {
    return StepperNames.hasFactory(method) && isHidden(method);
  }

  /** Whether nobody else can name all that the frame of a method is made from. */
  static boolean isHidden(ExecutableElement method) {
    return variables(method).stream().anyMatch(Widening::isHidden)
        || !Owners.isStatic(method) && Owners.isInPrivateClass(Owners.of(method))
        || method.getParameters().stream().anyMatch(p -> isHidden(p.asType()));
  }

  /** The type parameters that a factory has. */
  static List<TypeParameterElement> variables(ExecutableElement method) {
    List<TypeParameterElement> all = new ArrayList<>();
    if (!Owners.isStatic(method)) {
      all.addAll(Owners.typeParameters(Owners.of(method)));
    }
    all.addAll(method.getTypeParameters());
    return all;
  }

  private static boolean isHidden(TypeParameterElement variable) {
    return variable.getBounds().stream().anyMatch(Widening::isHidden);
  }

  static boolean isHidden(TypeMirror type) {
    return TypeNames.privateType(type).isPresent();
  }

  /** A type as others can name it. */
  TypeName name(TypeNames names, TypeMirror type) {
    return name(names, type, false);
  }

  /**
   * @param isAbove whether the type stands for one below it, which may be among its arguments
   */
  private TypeName name(TypeNames names, TypeMirror type, boolean isAbove) {
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(name(names, array.getComponentType(), isAbove));
    }
    if (!isHidden(type) || !(type instanceof DeclaredType declared)) {
      return names.name(type).orElse(ClassName.OBJECT);
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (Owners.isInPrivateClass(element)) {
      return above(declared).map(t -> name(names, t, true)).orElse(ClassName.OBJECT);
    }
    ClassName raw = ClassName.get(element);
    if (declared.getTypeArguments().isEmpty() || isHidden(declared.getEnclosingType())) {
      return raw;
    }
    TypeName[] arguments =
        declared.getTypeArguments().stream()
            .map(a -> argument(names, a, isAbove))
            .toArray(TypeName[]::new);
    return ParameterizedTypeName.get(raw, arguments);
  }

  private TypeName argument(TypeNames names, TypeMirror type, boolean isAbove) {
    if (!isHidden(type)) {
      return names.name(type).orElse(ANY);
    }
    TypeMirror bound = type instanceof WildcardType wildcard ? wildcard.getExtendsBound() : type;
    return isAbove || bound == null ? ANY : WildcardTypeName.subtypeOf(name(names, bound));
  }

  /** The nearest type above one that can't be named. */
  private Optional<DeclaredType> above(DeclaredType type) {
    List<DeclaredType> all =
        types.directSupertypes(type).stream()
            .filter(t -> t.getKind() == TypeKind.DECLARED)
            .map(DeclaredType.class::cast)
            .filter(t -> !VAGUE.contains(((TypeElement) t.asElement()).toString()))
            .toList();
    PackageElement container = container(type.asElement());
    Optional<DeclaredType> visible =
        all.stream().filter(t -> isVisible(t.asElement(), container)).findFirst();
    return visible.isPresent() ? visible : all.stream().flatMap(t -> above(t).stream()).findFirst();
  }

  private static PackageElement container(Element element) {
    return element instanceof PackageElement container
        ? container
        : container(Objects.requireNonNull(element.getEnclosingElement()));
  }

  private static boolean isVisible(Element element, PackageElement from) {
    if (element instanceof PackageElement) {
      return true;
    }
    Set<Modifier> modifiers = element.getModifiers();
    boolean isOwn = modifiers.contains(Modifier.PUBLIC) || container(element).equals(from);
    return isOwn
        && !modifiers.contains(Modifier.PRIVATE)
        && isVisible(Objects.requireNonNull(element.getEnclosingElement()), from);
  }

  /** The declaration of a type parameter with bounds that others can name. */
  TypeVariableName declaration(TypeNames names, TypeParameterElement parameter) {
    if (!isHidden(parameter)) {
      return names.declaration(parameter);
    }
    Map<TypeName, TypeName> bounds = new LinkedHashMap<>();
    for (TypeMirror each : parameter.getBounds()) {
      TypeName bound = name(names, each);
      bounds.putIfAbsent(raw(bound), bound);
    }
    return TypeVariableName.get(
        names.variable(parameter).name(), bounds.values().toArray(TypeName[]::new));
  }

  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
  }

  /** What {@link #name} gives, erased. */
  TypeName erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(erased(array.getComponentType()));
    }
    TypeMirror erasure = erasure(type);
    return isHidden(erasure)
        ? raw(name(new TypeNames(), erasure))
        : new TypeNames().name(erasure).orElse(ClassName.OBJECT);
  }

  /**
   * The erasure of a type in generated code, where no bound {@code Object} stands before others.
   */
  TypeMirror erasure(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return types.getArrayType(erasure(array.getComponentType()));
    }
    if (type instanceof TypeVariable variable) {
      return ((TypeParameterElement) variable.asElement())
          .getBounds().stream()
              .map(this::erasure)
              .filter(b -> !b.toString().equals("java.lang.Object"))
              .findFirst()
              .orElseGet(() -> types.erasure(type));
    }
    return types.erasure(type);
  }

  /** The erased types that a factory takes, the instance first. */
  List<TypeName> erasedParameters(ExecutableElement method) {
    List<TypeName> all = new ArrayList<>();
    if (!Owners.isStatic(method)) {
      all.add(erased(Owners.of(method).asType()));
    }
    method.getParameters().forEach(p -> all.add(erased(p.asType())));
    return all;
  }

  /** What the method {@code frame} of a stepper takes, the instance first. */
  List<TypeName> takenParameters(ExecutableElement method) {
    List<TypeName> all = new ArrayList<>();
    if (!Owners.isStatic(method)) {
      all.add(taken(Owners.of(method).asType()));
    }
    method.getParameters().forEach(p -> all.add(taken(p.asType())));
    return all;
  }

  /**
   * What the method {@code frame} of a stepper takes for a parameter: anything for what can't be
   * named, whatever the factory takes.
   */
  TypeName taken(TypeMirror type) {
    TypeMirror erasure = erasure(type);
    return isHidden(erasure)
        ? ClassName.OBJECT
        : new TypeNames().name(erasure).orElse(ClassName.OBJECT);
  }

  /** A class as an expression of generated code. */
  static CodeBlock literal(TypeMirror erased) {
    TypeName name = new TypeNames().name(erased).orElse(ClassName.OBJECT);
    return isHidden(erased)
        ? CodeBlock.of(
            "$T.type($T.lookup(), $S)", Spi.MEMBERS, MethodHandles.class, binary(name, 0))
        : CodeBlock.of("$T.class", name);
  }

  private static String binary(TypeName name, int dimensions) {
    if (name instanceof ArrayTypeName array) {
      return binary(array.componentType(), dimensions + 1);
    }
    String own = ((ClassName) name).reflectionName();
    return dimensions == 0 ? own : "[".repeat(dimensions) + "L" + own + ";";
  }
}
