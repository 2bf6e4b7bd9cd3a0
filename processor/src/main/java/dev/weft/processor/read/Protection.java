package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the class that lets code name a protected member of another package: the innermost one
 * around it that is a subclass of the member's, and that the object is an instance of.
 */
final class Protection {
  private final MethodContext context;
  private final ImplicitNames names;
  private final SuperNames supers;

  Protection(MethodContext context, ImplicitNames names, SuperNames supers) {
    this.context = context;
    this.names = names;
    this.supers = supers;
  }

  /** Whether the class stands in the text, and lets the stepper do the same. */
  boolean isGrantedInText(Element member, Tree name) {
    return member.getModifiers().contains(Modifier.PROTECTED)
        && member.getKind() != ElementKind.CONSTRUCTOR
        && granting(member, name).filter(Access::isLocal).isPresent();
  }

  /** The class from which an accessor reaches a member. */
  TypeElement from(Element member, Tree name) {
    return member.getModifiers().contains(Modifier.PROTECTED)
        ? granting(member, name).filter(t -> !Access.isLocal(t)).orElse(context.host)
        : context.host;
  }

  private Optional<TypeElement> granting(Element member, Tree name) {
    Optional<? extends ExpressionTree> qualifier = qualifier(name);
    if (qualifier.filter(TreeShapes::isAnySuper).isPresent()) {
      return Optional.of(supers.below(qualifier.get()));
    }
    TypeMirror owner = Owners.of(member).asType();
    return names
        .around(name)
        .filter(type -> context.isSubtype(type.asType(), owner))
        .filter(
            type ->
                Owners.isStatic(member)
                    || qualifier.isEmpty()
                    || context.isSubtype(context.type(qualifier.get()), type.asType()))
        .findFirst();
  }

  private static Optional<? extends ExpressionTree> qualifier(Tree name) {
    if (name instanceof MemberSelectTree select) {
      return Optional.of(select.getExpression());
    }
    return name instanceof MemberReferenceTree reference
        ? Optional.of(reference.getQualifierExpression())
        : Optional.empty();
  }
}
