package dev.weft.processor.read;

import com.palantir.javapoet.WildcardTypeName;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The type arguments that the user gives to a call, as its accessor takes them: those of the object
 * first, where its class is generic.
 */
final class TypeWitness {
  private final MethodContext context;
  private final Edits edits;

  TypeWitness(MemberScope scope) {
    this.context = scope.context;
    this.edits = scope.edits;
  }

  /** {@code <A, B>}, or nothing where javac is to infer them. */
  Code of(MethodInvocationTree call, ExecutableElement method) {
    if (call.getTypeArguments().isEmpty()) {
      return Code.EMPTY;
    }
    TypeElement owner = Owners.of(method);
    boolean isPlain = Owners.isStatic(method) || Owners.typeParameters(owner).isEmpty();
    return (isPlain ? Optional.of(List.<Code>of()) : ofObject(call, owner))
        .map(first -> witness(first, call.getTypeArguments()))
        .orElse(Code.EMPTY);
  }

  /** {@code <A, B>} of {@code new <B>C<A>()}. */
  Code of(NewClassTree creation, ExecutableElement constructor) {
    List<Tree> given = new ArrayList<>();
    if (creation.getIdentifier() instanceof ParameterizedTypeTree type) {
      given.addAll(type.getTypeArguments());
    }
    given.addAll(creation.getTypeArguments());
    int all =
        Owners.typeParameters(Owners.of(constructor)).size()
            + constructor.getTypeParameters().size();
    return given.isEmpty() || given.size() < all ? Code.EMPTY : witness(List.of(), given);
  }

  private Code witness(List<Code> first, List<? extends Tree> given) {
    List<Code> all = new ArrayList<>(first);
    given.forEach(t -> all.add(edits.sub(t)));
    return Code.join("<", Code.list(", ", all), ">");
  }

  /** The type arguments of the object whose method is called, if they can all be written. */
  private Optional<List<Code>> ofObject(MethodInvocationTree call, TypeElement owner) {
    TypeMirror type =
        call.getMethodSelect() instanceof MemberSelectTree select
            ? context.type(select.getExpression())
            : owner.asType();
    if (!(type instanceof DeclaredType declared) || !declared.asElement().equals(owner)) {
      return Optional.empty();
    }
    List<Code> arguments = new ArrayList<>();
    for (TypeMirror each : declared.getTypeArguments()) {
      context
          .typeNames
          .name(each)
          .filter(n -> !(n instanceof WildcardTypeName))
          .ifPresent(n -> arguments.add(Code.join(n)));
    }
    boolean isWhole = arguments.size() == Owners.typeParameters(owner).size();
    return isWhole ? Optional.of(arguments) : Optional.empty();
  }
}
