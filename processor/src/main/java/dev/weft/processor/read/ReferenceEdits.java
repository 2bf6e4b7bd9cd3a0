package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.weft.processor.Problem;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Changes references to methods and constructors that need an accessor. */
final class ReferenceEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  ReferenceEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  private void refuse(MemberReferenceTree tree, Suspensions.Kind kind) {
    boolean hasFactory = kind == Suspensions.Kind.COMP;
    throw new Refusal(
        Problem.REFERENCE_TO_COMP,
        tree,
        context.source.summary(tree),
        hasFactory ? "@Comp method" : "method that pauses",
        hasFactory
            ? "refer to its factory instead, which gives a Computation"
            : "call it in the @Comp method itself");
  }

  /** A method reference; true if the whole of it is taken care of. */
  boolean reference(MemberReferenceTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement method)) {
      return false;
    }
    Suspensions.kind(method).ifPresent(kind -> refuse(tree, kind));
    ExpressionTree qualifier = tree.getQualifierExpression();
    if (TreeShapes.isAnySuper(qualifier) && scope.supers.isOfHost(qualifier)) {
      TypeElement caller = scope.supers.below(qualifier);
      Accessor accessor =
          context.access.superMethod(method, scope.supers.above(qualifier), caller, tree);
      bound(tree, accessor, scope.names.instance(caller, tree));
      return true;
    }
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return constructor(tree, method);
    }
    if (!scope.needsAccessor(method, tree)) {
      return false;
    }
    boolean isType =
        context.index.element(qualifier) instanceof TypeElement && !TreeShapes.isThis(qualifier);
    if (isType) {
      unbound(tree, context.access.method(method, scope.from(method, tree), tree));
    } else {
      Accessor accessor = context.access.method(method, scope.from(method, tree), tree);
      if (TreeShapes.isAnySuper(qualifier)) {
        bound(tree, accessor, scope.supers.object(qualifier));
      } else if (TreeShapes.isThis(qualifier)) {
        bound(tree, accessor, scope.names.self());
      } else {
        boundTo(tree, qualifier, accessor);
      }
    }
    return true;
  }

  private boolean constructor(MemberReferenceTree tree, ExecutableElement constructor) {
    TypeElement made = Owners.of(constructor);
    boolean needsAccessor = scope.needsAccessor(constructor, tree);
    Optional<Code> outer =
        Owners.isInner(made)
            ? needsAccessor
                ? Optional.of(scope.names.outer(tree, made))
                : scope.names.receiver(tree, made)
            : context
                .classes
                .of(made)
                .flatMap(
                    c -> context.classes.scope(c, tree, local -> edits.capturedValue(local, tree)));
    if (needsAccessor) {
      Accessor accessor = context.access.constructor(constructor, context.host, tree);
      outer.ifPresentOrElse(o -> bound(tree, accessor, o), () -> unbound(tree, accessor));
    } else {
      outer.ifPresent(o -> creation(tree, o, made));
    }
    return needsAccessor || outer.isPresent();
  }

  private void unbound(MemberReferenceTree tree, Accessor accessor) {
    edits.edit(tree, Code.join(context.accessors(), "::" + accessor.name()));
  }

  /** A reference to the constructor of a class whose objects belong to others becomes a lambda. */
  private void creation(MemberReferenceTree tree, Code outer, TypeElement type) {
    String parameters = parameters(tree);
    Code arguments = Code.of(type.getTypeParameters().isEmpty() ? "" : "<>");
    if (tree.getQualifierExpression() instanceof ParameterizedTypeTree named) {
      List<Code> given = named.getTypeArguments().stream().map(edits::sub).toList();
      arguments = Code.join("<", Code.list(", ", given), ">");
    }
    Code made = Code.join(".new " + type.getSimpleName(), arguments, "(" + parameters + ")");
    edits.edit(tree, Code.join("(" + parameters + ") -> ", outer, made));
  }

  private String parameters(MemberReferenceTree tree) {
    return IntStream.rangeClosed(1, FunctionalTypes.arity(context, context.type(tree)))
        .mapToObj(i -> context.names.fresh("p" + i))
        .collect(Collectors.joining(", "));
  }

  /** A reference to a method of the host becomes a lambda. */
  private void bound(MemberReferenceTree tree, Accessor accessor, Code receiver) {
    edits.edit(tree, lambda(tree, accessor, receiver));
  }

  /** The receiver of a reference is computed, and must not be null, when the reference is. */
  private void boundTo(MemberReferenceTree tree, ExpressionTree qualifier, Accessor accessor) {
    String receiver = context.names.fresh("r");
    edits.edit(
        tree,
        Code.join(
            context.qualifier(Spi.STEPPER),
            ".<",
            context.typeName(qualifier),
            ", ",
            context.typeName(tree),
            ">bind(",
            edits.sub(qualifier),
            ", " + receiver + " -> ",
            lambda(tree, accessor, Code.of(receiver)),
            ")"));
  }

  private Code lambda(MemberReferenceTree tree, Accessor accessor, Code receiver) {
    int arity = FunctionalTypes.arity(context, context.type(tree));
    String parameters =
        IntStream.rangeClosed(1, arity)
            .mapToObj(i -> context.names.fresh("p" + i))
            .collect(Collectors.joining(", "));
    Code arguments = Code.join(receiver, arity == 0 ? "" : ", " + parameters);
    return Code.join("(" + parameters + ") -> ", context.call(accessor, arguments));
  }
}
