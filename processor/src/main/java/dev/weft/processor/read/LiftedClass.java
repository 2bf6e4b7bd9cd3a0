package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * A class that a method body declares and that becomes a member of the stepper, so that it is one
 * class before and after a suspension.
 *
 * @param tree the declaration, or the body of an anonymous class
 * @param creation the expression that declares an anonymous class
 * @param name in the stepper
 * @param scope what it is put into, if not into the stepper itself
 * @param isGeneric whether it mentions type variables of the stepper
 */
record LiftedClass(
    TypeElement type,
    ClassTree tree,
    Optional<NewClassTree> creation,
    ClassName name,
    Optional<LiftedScope> scope,
    boolean isGeneric) {

  /** Whether each object belongs to one of the scope. */
  boolean isBound() {
    return scope.filter(s -> s.kind != LiftedScope.Kind.NAMESPACE).isPresent();
  }

  /** The modifiers that make a member of what was a local class. */
  String modifiers() {
    boolean isImplicitlyStatic = type.getKind() != ElementKind.CLASS;
    boolean isStatic = !isImplicitlyStatic && !isBound() && !isGeneric;
    return (scope.isEmpty() ? "private " : "") + (isStatic ? "static " : "");
  }
}
