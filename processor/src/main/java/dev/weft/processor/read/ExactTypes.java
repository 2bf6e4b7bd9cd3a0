package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * Types that are written down as they are or not at all: an argument of a type may be no type above
 * the one that is meant.
 */
final class ExactTypes {
  private final MethodContext context;
  private final List<TypeParameterElement> variables;

  ExactTypes(MethodContext context) {
    this.context = context;
    this.variables = Widening.variables(context.method);
  }

  /** The name of a type, or nothing where it has none that says all of it. */
  Optional<TypeName> name(TypeMirror type) {
    return hasName(type, 0) ? context.typeNames.name(type) : Optional.empty();
  }

  private boolean hasName(TypeMirror type, int depth) {
    if (depth > TypeNames.DEEPEST) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind().isPrimitive()
          || hasName(array.getComponentType(), depth + 1);
    }
    if (type instanceof TypeVariable variable) {
      return variables.contains(variable.asElement());
    }
    if (type instanceof WildcardType wildcard) {
      return isBound(wildcard.getExtendsBound(), depth) && isBound(wildcard.getSuperBound(), depth);
    }
    return type instanceof DeclaredType declared && hasName(declared, depth);
  }

  private boolean isBound(@Nullable TypeMirror bound, int depth) {
    return bound == null || hasName(bound, depth + 1);
  }

  private boolean hasName(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror around = type.getEnclosingType();
    boolean isRaw = type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty();
    return !isRaw
        && context.typeNames.className(element).isPresent()
        && Owners.constantOf(element).isEmpty()
        && isVisible(element)
        && (around.getKind() != TypeKind.DECLARED || hasName(around, depth + 1))
        && type.getTypeArguments().stream().allMatch(a -> hasName(a, depth + 1));
  }

  /** Whether the stepper may name a class. Private ones of its own file are opened for it. */
  private boolean isVisible(TypeElement type) {
    Set<Modifier> modifiers = type.getModifiers();
    boolean isOwn =
        modifiers.contains(Modifier.PRIVATE)
            ? context.index.namesPrivateTypes() && isInFile(type)
            : modifiers.contains(Modifier.PUBLIC) || isInPackage(type);
    return Access.isLocal(type) || isOwn && Owners.around(type).map(this::isVisible).orElse(true);
  }

  private boolean isInFile(TypeElement type) {
    return StepperNames.topLevel(type).equals(StepperNames.topLevel(context.host));
  }

  private boolean isInPackage(TypeElement type) {
    PackageElement own = context.elements().getPackageOf(context.host);
    return context.elements().getPackageOf(type).equals(own);
  }
}
