package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.model.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Casts values that are kept with only the first of the types that they have. */
final class BoundCasts {
  private final MethodContext context;

  BoundCasts(MethodContext context) {
    this.context = context;
  }

  /** Whether a value has several types, of which its local has only the first. */
  boolean mayCast(Tree expression) {
    return context.typeNames.boundTypes(context.type(expression)).size() > 1;
  }

  /**
   * A value with the type that its place needs, or with all that it has.
   *
   * @param expression what the value stands for
   */
  Code cast(Code kept, Tree expression) {
    List<TypeMirror> bounds = context.typeNames.boundTypes(context.type(expression));
    if (bounds.size() < 2) {
      return kept;
    }
    boolean mayClash = mayClash(bounds);
    Optional<TypeMirror> wanted = wanted(expression, mayClash);
    return wanted.isPresent() || mayClash
        ? wanted.flatMap(w -> one(bounds, w)).map(b -> Code.join("(", b, ") ", kept)).orElse(kept)
        : context.cast(kept, context.type(expression));
  }

  /**
   * Whether javac may refuse a cast to all the types. It captures the wildcards of each of them,
   * and of what a class implements, anew; then methods that return generic types don't fit
   * together.
   */
  private boolean mayClash(List<TypeMirror> bounds) {
    List<TypeMirror> open = bounds.stream().filter(this::hasWildcard).toList();
    return open.size() > 1 || open.stream().anyMatch(this::clashesWithItself);
  }

  /** Whether a class implements a method of a generic type. */
  private boolean clashesWithItself(TypeMirror bound) {
    TypeElement type = (TypeElement) ((DeclaredType) bound).asElement();
    if (type.getKind() != ElementKind.CLASS) {
      return false;
    }
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(context.elements().getAllMembers(type));
    return interfaces(type.asType())
        .flatMap(i -> ElementFilter.methodsIn(i.getEnclosedElements()).stream())
        .filter(m -> m.getReturnType() instanceof DeclaredType)
        .filter(m -> TypeVariables.mentioned(m.getReturnType()))
        .anyMatch(m -> methods.stream().anyMatch(o -> context.elements().overrides(o, m, type)));
  }

  /** All interfaces that a type implements or extends. */
  private Stream<Element> interfaces(TypeMirror type) {
    return context.types().directSupertypes(type).stream()
        .flatMap(
            t -> {
              Element each = context.types().asElement(t);
              Stream<Element> own = each.getKind().isInterface() ? Stream.of(each) : Stream.of();
              return Stream.concat(own, interfaces(t));
            });
  }

  private boolean hasWildcard(TypeMirror bound) {
    return context.typeNames.name(bound).orElse(ClassName.OBJECT)
            instanceof ParameterizedTypeName name
        && name.typeArguments().stream().anyMatch(WildcardTypeName.class::isInstance);
  }

  /** The bound to cast to for a type that is wanted; nothing where the value has it already. */
  private Optional<TypeName> one(List<TypeMirror> bounds, TypeMirror wanted) {
    TypeMirror type = context.types().erasure(wanted);
    return bounds.stream()
        .filter(b -> context.types().isSubtype(context.types().erasure(b), type))
        .findFirst()
        .flatMap(context.typeNames::name)
        .filter(n -> !n.equals(context.typeNames.name(bounds.get(0)).orElse(ClassName.OBJECT)));
  }

  /** The type that the place of an expression needs, if one can be told. */
  private Optional<TypeMirror> wanted(Tree expression, boolean ofAnyPlace) {
    Tree part = context.index.enclosed(expression);
    Tree parent = context.index.parent(part).orElseThrow();
    if (parent instanceof MemberSelectTree select) {
      return Optional.ofNullable(context.index.element(select))
          .map(Element::getEnclosingElement)
          .filter(TypeElement.class::isInstance)
          .map(Element::asType);
    }
    return ofAnyPlace ? target(parent, part) : Optional.empty();
  }

  private Optional<TypeMirror> target(Tree parent, Tree part) {
    if (parent instanceof MethodInvocationTree call) {
      return parameter(call, call.getArguments().indexOf(part));
    }
    if (parent instanceof NewClassTree made) {
      return parameter(made, made.getArguments().indexOf(part));
    }
    boolean isAssigned =
        parent instanceof VariableTree
            || parent instanceof AssignmentTree assignment && assignment.getExpression() == part;
    return isAssigned ? Optional.of(context.type(parent)) : Optional.empty();
  }

  private Optional<TypeMirror> parameter(ExpressionTree call, int index) {
    if (index < 0 || !(context.index.element(call) instanceof ExecutableElement method)) {
      return Optional.empty();
    }
    List<? extends VariableElement> parameters = method.getParameters();
    TypeMirror type = parameters.get(Math.min(index, parameters.size() - 1)).asType();
    boolean isOneOfMany = method.isVarArgs() && index >= parameters.size() - 1;
    return Optional.of(isOneOfMany ? ((ArrayType) type).getComponentType() : type);
  }
}
