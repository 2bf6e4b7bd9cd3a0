package dev.weft.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** What can be said of a {@code @Comp} method without its body. */
final class SignatureChecks {
  private final Reporter reporter;

  SignatureChecks(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Reports what is wrong with a method; true if nothing is. */
  boolean accept(ExecutableElement method) {
    Optional<Problem> problem = modifierProblem(method);
    if (problem.isPresent()) {
      reporter.error(problem.get(), method, method.getSimpleName());
      return false;
    }
    return true;
  }

  private static Optional<Problem> modifierProblem(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      return Optional.of(Problem.COMP_ON_NATIVE);
    }
    return method.getModifiers().contains(Modifier.SYNCHRONIZED)
        ? Optional.of(Problem.COMP_ON_SYNCHRONIZED)
        : Optional.empty();
  }

  /** Whether all types in a signature are known, or will be in a later round. */
  static boolean isComplete(ExecutableElement method) {
    return isKnown(method.getReturnType())
        && method.getParameters().stream().allMatch(p -> isValue(p.asType()))
        && method.getThrownTypes().stream().allMatch(SignatureChecks::isKnown);
  }

  private static boolean isValue(TypeMirror type) {
    return type.getKind() != TypeKind.VOID && isKnown(type);
  }

  /** Whether a type, and all that it names, is there. */
  static boolean isKnown(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return isValue(array.getComponentType());
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
