package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.weft.processor.model.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * The type arguments of a called {@code @Comp} method. The user's call may give them, or have them
 * inferred from what its result is for; where the callee's frame is made there is no result, and
 * the arguments alone may say something else.
 *
 * <pre>{@code
 * String s = applied(t -> t.trim()); // <T> T applied(UnaryOperator<T> f)
 *   =>
 * new Host_applied_Stepper<String>(t -> t.trim())
 * }</pre>
 */
final class CalleeTypes {
  private final MethodContext context;
  private final MethodInvocationTree call;
  private final ExecutableElement method;
  private final Map<Element, TypeMirror> chosen = new HashMap<>();

  CalleeTypes(MethodContext context, MethodInvocationTree call, ExecutableElement method) {
    this.context = context;
    this.call = call;
    this.method = method;
  }

  /** All type arguments of the factory; nothing where javac may infer them. */
  Optional<Code> ofFactory() {
    boolean mayLackSome =
        Widening.isNeeded(method)
            && Widening.variables(method).size() > method.getTypeParameters().size();
    return mayLackSome ? Optional.empty() : ofFrame();
  }

  /** All type arguments of the frame, or of its accessor. */
  Optional<Code> ofFrame() {
    if (method.getTypeParameters().isEmpty() || !new OpenTypes(context).areIn(call)) {
      return Optional.empty();
    }
    choose();
    List<Code> all = new ArrayList<>();
    for (TypeParameterElement each : Widening.variables(method)) {
      TypeMirror type = chosen.get(each);
      Optional<TypeName> name =
          type == null ? Optional.empty() : new ExactTypes(context).name(type);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      all.add(Code.join(name.get()));
    }
    return Optional.of(Code.join("<", Code.list(", ", all), ">"));
  }

  private void choose() {
    TypeMatch match = new TypeMatch(chosen);
    if (!Owners.isStatic(method)) {
      Optional<TypeMirror> receiver = receiver();
      if (receiver.filter(this::isRaw).isPresent()) {
        Widening.variables(method).forEach(v -> chosen.put(v, context.types().erasure(v.asType())));
        return;
      }
      receiver.ifPresent(r -> match.match(Owners.of(method).asType(), r));
    }
    List<? extends TypeParameterElement> own = method.getTypeParameters();
    if (call.getTypeArguments().isEmpty()) {
      infer(match, own);
    } else {
      for (int i = 0; i < own.size(); i++) {
        chosen.put(own.get(i), context.type(call.getTypeArguments().get(i)));
      }
    }
  }

  /** Whether the object's class has lost its type arguments, and so the method its own. */
  private boolean isRaw(TypeMirror receiver) {
    return !Owners.typeParameters(Owners.of(method)).isEmpty()
        && context.types().isSameType(receiver, context.types().erasure(receiver));
  }

  private void infer(TypeMatch match, List<? extends TypeParameterElement> own) {
    ExecutableType called = (ExecutableType) context.type(call.getMethodSelect());
    for (int i = 0; i < method.getParameters().size(); i++) {
      match.match(method.getParameters().get(i).asType(), called.getParameterTypes().get(i));
    }
    // Where the call is an argument of one that is inferred too, javac leaves these open.
    chosen.values().removeIf(t -> own.contains(context.types().asElement(t)));
    match.match(method.getReturnType(), context.type(call));
  }

  /** The type of the instance, as the class that declares the method. */
  private Optional<TypeMirror> receiver() {
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && !TreeShapes.isAnySuper(select.getExpression())) {
      return above(context.type(select.getExpression()));
    }
    Optional<TypeElement> each = Optional.of(context.host);
    while (each.isPresent()) {
      Optional<TypeMirror> found = above(each.get().asType());
      if (found.isPresent()) {
        return found;
      }
      each = Owners.around(each.get());
    }
    return Optional.empty();
  }

  private Optional<TypeMirror> above(TypeMirror type) {
    if (Owners.of(method).equals(context.types().asElement(type))) {
      return Optional.of(type);
    }
    return context.types().directSupertypes(type).stream()
        .flatMap(t -> above(t).stream())
        .findFirst();
  }
}
