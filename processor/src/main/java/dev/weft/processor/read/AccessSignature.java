package dev.weft.processor.read;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Problem;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Gathers the generic signature of one accessor. */
final class AccessSignature {
  private final Access access;
  private final Types types;
  private final Tree at;
  private final TypeNames names = new TypeNames();
  private final Set<String> variableNames = new HashSet<>();
  private final List<TypeParameterElement> variables = new ArrayList<>();
  private final List<Accessor.Parameter> parameters = new ArrayList<>();
  private final List<TypeName> thrown = new ArrayList<>();
  private final Widening widening;
  private boolean varargs;
  private boolean isWide;

  /** An accessor that the user's code needs at some place. */
  AccessSignature(Access access, Types types, Tree at) {
    this.access = access;
    this.types = types;
    this.widening = new Widening(types);
    this.at = at;
  }

  /** Lets the accessor take what any class can name, in place of private types of another file. */
  void widen() {
    isWide = true;
  }

  void variables(TypeElement owner) {
    declare(Owners.typeParameters(owner));
  }

  private void declare(List<? extends TypeParameterElement> declared) {
    for (TypeParameterElement each : declared) {
      String name = each.getSimpleName().toString();
      for (int i = 2; !variableNames.add(name); i++) {
        name = each.getSimpleName() + "" + i;
      }
      names.declare(each, name);
      variables.add(each);
    }
  }

  void receiver(TypeElement owner) {
    variables(owner);
    parameter(name(owner.asType()), "self");
  }

  void parameter(TypeName type, String name) {
    parameters.add(new Accessor.Parameter(type, name));
  }

  void executable(ExecutableElement executable) {
    executable(executable, (ExecutableType) executable.asType());
  }

  /**
   * The parameters of a method or constructor.
   *
   * @param type as the class has it that it is called on
   */
  void executable(ExecutableElement executable, ExecutableType type) {
    declare(executable.getTypeParameters());
    int number = 1;
    for (TypeMirror parameter : type.getParameterTypes()) {
      parameter(name(parameter), "p" + number++);
    }
    type.getThrownTypes().forEach(t -> thrown.add(name(t)));
    varargs = executable.isVarArgs();
  }

  /** Making a frame throws nothing, whatever the method that it is made for does. */
  void throwsNothing() {
    thrown.clear();
  }

  /** The constructor of an inner class, which takes the instance around it first. */
  Accessor.Target innerConstructor(
      TypeElement owner, TypeElement lookup, ExecutableElement constructor) {
    List<TypeName> erased = new ArrayList<>(List.of(erased(Owners.of(owner).asType())));
    constructor.getParameters().forEach(p -> erased.add(erased(p.asType())));
    return new Accessor.Target(
        literal(owner), literal(lookup), true, true, erased(owner.asType()), erased);
  }

  /** What makes a stepper, which takes the instance and the method's parameters. */
  Accessor.Target frame(ExecutableElement method, TypeElement host) {
    return new Accessor.Target(
        literal(Owners.of(method)),
        literal(host),
        true,
        !Widening.isNeeded(method),
        Spi.STEPPER,
        Widening.isNeeded(method)
            ? widening.takenParameters(method)
            : widening.erasedParameters(method));
  }

  /** The factory of a method, which takes the same. */
  Accessor.Target factory(ExecutableElement method) {
    CodeBlock factories = CodeBlock.of("$T.class", StepperNames.factories(Owners.of(method)));
    return new Accessor.Target(
        factories, factories, true, true, Spi.COMPUTATION, widening.erasedParameters(method));
  }

  /** A type in terms of the accessor's own type variables. */
  TypeName name(TypeMirror type) {
    return name(names, type);
  }

  private TypeName name(TypeNames known, TypeMirror type) {
    if (isWide) {
      return widening.name(known, type);
    }
    access.note(type);
    return known.name(type).orElseThrow(() -> new Refusal(Problem.UNNAMEABLE_VALUE, at, type));
  }

  TypeName erased(TypeMirror type) {
    return name(new TypeNames(), types.erasure(type));
  }

  /** A class as the code can name it: that of an enum constant's body is the constant's. */
  private CodeBlock literal(TypeElement type) {
    TypeName name = erased(type.asType());
    return Owners.constantOf(type)
        .map(c -> CodeBlock.of("$T.$L.getClass()", name, c.getSimpleName()))
        .orElseGet(() -> CodeBlock.of("$T.class", name));
  }

  /** The member as the virtual machine knows it, found from the class {@code lookup}. */
  Accessor.Target target(
      TypeElement owner,
      TypeElement lookup,
      boolean isStatic,
      TypeMirror type,
      List<? extends VariableElement> parameters) {
    return new Accessor.Target(
        literal(owner),
        literal(lookup),
        isStatic,
        Owners.constantOf(lookup).isEmpty(),
        erased(type),
        parameters.stream().map(p -> erased(p.asType())).toList());
  }

  Accessor accessor(
      String name, Kind kind, String member, TypeName result, Accessor.Target target) {
    return new Accessor(
        name,
        kind,
        member,
        variables.stream()
            .map(v -> isWide ? widening.declaration(names, v) : names.declaration(v))
            .toList(),
        List.copyOf(parameters),
        result,
        thrown,
        varargs,
        target,
        Optional.empty());
  }

  /** An accessor of a field's value that was held; the operand is its second parameter. */
  Accessor update(
      String name, String operator, String member, TypeName result, Accessor.Target target) {
    Accessor plain = accessor(name, Kind.UPDATE, member, result, target);
    return new Accessor(
        name,
        Kind.UPDATE,
        member,
        plain.typeVariables(),
        plain.parameters(),
        result,
        plain.thrown(),
        false,
        target,
        Optional.of(operator));
  }
}
