package dev.weft.processor.read;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds what {@code super} and {@code Type.super} stand for in the stepper. */
final class SuperNames {
  private final MethodContext context;
  private final ImplicitNames names;

  SuperNames(MethodContext context) {
    this.context = context;
    this.names = new ImplicitNames(context);
  }

  /** Whether it is that of the host or a class around it, and not of a class in the text. */
  boolean isOfHost(Tree superTree) {
    return !Access.isLocal(below(superTree));
  }

  /** The class that stands below what is meant. */
  TypeElement below(Tree superTree) {
    return namedClass(superTree).orElseGet(() -> names.innermost(superTree));
  }

  /** The object whose member is meant. */
  Code object(Tree superTree) {
    if (isOfHost(superTree)) {
      return names.instance(below(superTree), superTree);
    }
    return superTree instanceof MemberSelectTree qualified && namedClass(superTree).isPresent()
        ? Code.of(context.source.of(qualified.getExpression()) + ".this")
        : Code.of("this");
  }

  /** The type whose method is meant. */
  TypeElement above(Tree superTree) {
    return named(superTree)
        .filter(type -> type.getKind().isInterface())
        .orElseGet(
            () ->
                (TypeElement)
                    Objects.requireNonNull(context.types().asElement(superclass(superTree))));
  }

  /** The superclass of the caller, as that has it. */
  TypeMirror superclass(Tree superTree) {
    TypeMirror superclass = below(superTree).getSuperclass();
    return superclass.getKind() == TypeKind.NONE
        ? Objects.requireNonNull(context.elements().getTypeElement("java.lang.Object")).asType()
        : superclass;
  }

  private Optional<TypeElement> namedClass(Tree superTree) {
    return named(superTree).filter(type -> !type.getKind().isInterface());
  }

  private Optional<TypeElement> named(Tree superTree) {
    return superTree instanceof MemberSelectTree qualified
            && context.index.element(qualified.getExpression()) instanceof TypeElement type
        ? Optional.of(type)
        : Optional.empty();
  }
}
