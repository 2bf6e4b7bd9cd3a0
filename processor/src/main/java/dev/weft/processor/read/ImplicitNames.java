package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds what the user's short names of members and types stand for in the stepper. */
final class ImplicitNames {
  private final MethodContext context;

  ImplicitNames(MethodContext context) {
    this.context = context;
  }

  /** What {@code this} is where it means the host. */
  Code self() {
    return Code.read(
        context
            .self()
            .orElseThrow(() -> new IllegalStateException("no instance in a static method")));
  }

  /** The full name of a type in front of a dot. */
  Code type(TypeElement type) {
    return context.qualifier(context.typeNames.className(type).orElseThrow());
  }

  /** The name of a type where a tree names it, in front of its own type arguments. */
  Code type(Tree tree, TypeElement type) {
    Tree parent = context.index.parent(tree).orElse(null);
    boolean isSelected = parent instanceof MemberSelectTree;
    Optional<TypeName> around =
        isSelected ? Optional.empty() : context.typeNames.around(context.index.wholeType(tree));
    if (around.isPresent()) {
      return Code.join(around.get(), "." + type.getSimpleName());
    }
    return isSelected || parent instanceof MemberReferenceTree
        ? type(type)
        : Code.join(context.typeNames.className(type).orElseThrow());
  }

  /**
   * What a simple name of a member is short for in the stepper, up to the dot; nothing where it
   * belongs to a class that stands in the text.
   */
  Optional<Code> receiver(Tree tree, Element member) {
    Optional<TypeElement> owner = owner(tree, member);
    if (owner.isEmpty()) {
      return Optional.of(type(Owners.of(member)));
    }
    TypeElement type = owner.get();
    return Access.isLocal(type)
        ? Optional.empty()
        : Optional.of(Owners.isStatic(member) ? type(type) : instance(type, tree));
  }

  /** The innermost class around a tree that has a member, as its own or inherited. */
  Optional<TypeElement> owner(Tree tree, Element member) {
    TypeElement owner = Owners.of(member);
    return around(tree).filter(type -> hasMember(type, member, owner)).findFirst();
  }

  /** The class that a tree stands in. */
  TypeElement innermost(Tree tree) {
    return around(tree).findFirst().orElse(context.host);
  }

  /** The classes in whose bodies a tree stands, from the inside to the outside. */
  Stream<TypeElement> around(Tree tree) {
    Stream.Builder<TypeElement> classes = Stream.builder();
    Tree part = tree;
    for (TreePath p = context.index.path(tree); p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof ClassTree type
          && type.getMembers().contains(part)
          && context.attributed.trees().getElement(p) instanceof TypeElement element) {
        classes.add(element);
      }
      part = p.getLeaf();
    }
    return classes.build();
  }

  private boolean hasMember(TypeElement type, Element member, TypeElement owner) {
    return owner.equals(type)
        || context.isSubtype(type.asType(), owner.asType()) && inherits(type, member, owner);
  }

  /** Whether a class below that of a member has it, too. */
  private boolean inherits(TypeElement type, Element member, TypeElement owner) {
    Set<Modifier> modifiers = member.getModifiers();
    if (owner.getKind().isInterface()) {
      return member.getKind() != ElementKind.METHOD || !Owners.isStatic(member);
    }
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || !modifiers.contains(Modifier.PRIVATE) && isWithinPackage(type, owner);
  }

  /** Whether a class and all between it and one above it are in the same package. */
  private boolean isWithinPackage(TypeElement type, TypeElement above) {
    Elements elements = context.elements();
    @Nullable Element each = type;
    while (each instanceof TypeElement below && !below.equals(above)) {
      if (!elements.getPackageOf(below).equals(elements.getPackageOf(above))) {
        return false;
      }
      each = context.types().asElement(below.getSuperclass());
    }
    return true;
  }

  /** The instance whose method is called by its simple name. */
  Code calledInstance(MethodInvocationTree call, ExecutableElement method) {
    return receiver(call, method)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    method + " of " + Owners.of(method) + " is called on no instance"));
  }

  /** The instance around a new object of an inner class that is named without one. */
  Code outer(Tree tree, TypeElement inner) {
    return receiver(tree, inner)
        .or(() -> owner(tree, inner).flatMap(type -> instanceInText(tree, type)))
        .orElseThrow(
            () ->
                MemberScope.inaccessible(
                    tree,
                    "an object of an anonymous class around it has no name there",
                    "give that class a name"));
  }

  /** The instance of a class that stands in the text. */
  private Optional<Code> instanceInText(Tree tree, TypeElement type) {
    if (innermost(tree).equals(type)) {
      return Optional.of(Code.of("this"));
    }
    return type.getSimpleName().length() == 0
        ? Optional.empty()
        : Optional.of(Code.of(type.getSimpleName() + ".this"));
  }

  /** The instance of a class around the method: the host's own, or one further out. */
  Code instance(TypeElement type, Tree tree) {
    Code instance = self();
    TypeElement each = context.host;
    while (!each.equals(type) && !isBodyOf(each, type)) {
      instance = context.call(context.access.outer(each, tree), instance);
      each = Owners.of(each);
    }
    return instance;
  }

  /** Whether a class is the body of a constant of an enum, whose object it is, too. */
  private static boolean isBodyOf(TypeElement each, TypeElement type) {
    return Owners.constantOf(each).filter(c -> Owners.of(c).equals(type)).isPresent();
  }
}
