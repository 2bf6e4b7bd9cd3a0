package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The names of generated classes. */
public final class StepperNames {
  private StepperNames() {}

  /** The stepper of a method; overloads are told apart by number, in the order of the source. */
  public static ClassName stepper(ExecutableElement method) {
    TypeElement owner = Owners.of(method);
    List<ExecutableElement> overloads =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(m -> m.getSimpleName().equals(method.getSimpleName()))
            .filter(Suspensions::isComp)
            .collect(Collectors.toCollection(ArrayList::new));
    int number = overloads.indexOf(method) + 1;
    String suffix = number > 1 ? "_" + number : "";
    return peer(owner, "_" + method.getSimpleName() + suffix + "_Stepper");
  }

  /** The class of factories for a class that has {@code @Comp} methods. */
  public static ClassName factories(TypeElement owner) {
    return peer(owner, "Comps");
  }

  /** The accessors for the private members of a top-level class and all classes in it. */
  public static ClassName access(TypeElement topLevel) {
    return peer(topLevel, "_Access");
  }

  private static ClassName peer(TypeElement owner, String suffix) {
    TypeElement each = owner;
    String name = simpleName(owner);
    for (Optional<TypeElement> outer = Owners.around(each);
        outer.isPresent();
        outer = Owners.around(each)) {
      each = outer.get();
      name = simpleName(each) + "_" + name;
    }
    PackageElement container = (PackageElement) Objects.requireNonNull(each.getEnclosingElement());
    return ClassName.get(container.getQualifiedName().toString(), name + suffix);
  }

  /** The body of an enum constant goes by the constant's name. */
  private static String simpleName(TypeElement type) {
    return Owners.constantOf(type).<Element>map(c -> c).orElse(type).getSimpleName().toString();
  }

  /** Whether an object may have another method in place of this one. */
  public static boolean isOverridable(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.FINAL)
        && !Owners.of(method).getModifiers().contains(Modifier.FINAL)
        && Owners.constantOf(Owners.of(method)).isEmpty();
  }

  /** Whether the stepper of a method has type parameters. */
  public static boolean isGeneric(ExecutableElement method) {
    return !method.getTypeParameters().isEmpty()
        || (!Owners.isStatic(method) && !Owners.typeParameters(Owners.of(method)).isEmpty());
  }

  /** Whether there is a factory for others than the class itself. */
  public static boolean hasFactory(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.PRIVATE)
        && Owners.constantOf(Owners.of(method)).isEmpty();
  }

  /** The class around all others. */
  public static TypeElement topLevel(TypeElement type) {
    return Owners.around(type).map(StepperNames::topLevel).orElse(type);
  }
}
