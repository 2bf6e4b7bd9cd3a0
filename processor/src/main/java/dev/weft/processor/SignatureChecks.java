package dev.weft.processor;

import dev.weft.processor.read.Owners;
import dev.weft.processor.read.Suspensions;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What can be said of a {@code @Comp} method without its body. */
final class SignatureChecks {
  private final Reporter reporter;
  private final Elements elements;
  private final Types types;

  SignatureChecks(Reporter reporter, Elements elements, Types types) {
    this.reporter = reporter;
    this.elements = elements;
    this.types = types;
  }

  /** Reports what is wrong with a method; true if nothing is. */
  boolean accept(ExecutableElement method) {
    Optional<Problem> problem = modifierProblem(method);
    if (problem.isPresent()) {
      reporter.error(problem.get(), method, method.getSimpleName());
      return false;
    }
    Optional<TypeElement> hidden = privateClass(method);
    if (hidden.isPresent()) {
      reporter.error(
          Problem.COMP_IN_PRIVATE_CLASS,
          method,
          method.getSimpleName(),
          hidden.get().getSimpleName());
      return false;
    }
    return true;
  }

  private static Optional<Problem> modifierProblem(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of(Problem.COMP_ON_ABSTRACT);
    }
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      return Optional.of(Problem.COMP_ON_NATIVE);
    }
    return method.getModifiers().contains(Modifier.SYNCHRONIZED)
        ? Optional.of(Problem.COMP_ON_SYNCHRONIZED)
        : Optional.empty();
  }

  private static Optional<TypeElement> privateClass(Element method) {
    Element each = method.getEnclosingElement();
    while (each instanceof TypeElement type) {
      if (type.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(type);
      }
      each = type.getEnclosingElement();
    }
    return Optional.empty();
  }

  /** Reports methods of a type, and of the types in it, that override a {@code @Comp} method. */
  void checkOverrides(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      overridden(type, method)
          .ifPresent(
              o ->
                  reporter.error(
                      Problem.COMP_OVERRIDES,
                      method,
                      method.getSimpleName(),
                      Owners.of(o).getSimpleName() + "." + o.getSimpleName()));
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::checkOverrides);
  }

  private Optional<ExecutableElement> overridden(TypeElement type, ExecutableElement method) {
    return above(type).stream()
        .flatMap(t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream())
        .filter(m -> m.getSimpleName().equals(method.getSimpleName()))
        .filter(Suspensions::isComp)
        .filter(m -> elements.overrides(method, m, type))
        .findFirst();
  }

  private List<TypeElement> above(TypeElement type) {
    return types.directSupertypes(type.asType()).stream()
        .map(t -> (TypeElement) ((DeclaredType) t).asElement())
        .flatMap(
            t -> java.util.stream.Stream.concat(java.util.stream.Stream.of(t), above(t).stream()))
        .toList();
  }

  /** Whether all types in a signature are known, or will be in a later round. */
  static boolean isComplete(ExecutableElement method) {
    return isKnown(method.getReturnType())
        && method.getParameters().stream().allMatch(p -> isKnown(p.asType()))
        && method.getThrownTypes().stream().allMatch(SignatureChecks::isKnown);
  }

  private static boolean isKnown(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return isKnown(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || isKnown(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || isKnown(wildcard.getSuperBound()));
    }
    if (type instanceof TypeVariable) {
      return true;
    }
    return !(type instanceof DeclaredType declared)
        || declared.getTypeArguments().stream().allMatch(SignatureChecks::isKnown);
  }
}
