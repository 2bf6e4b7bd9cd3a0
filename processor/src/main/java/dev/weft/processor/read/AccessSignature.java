package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
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
  private boolean varargs;

  /** An accessor that the user's code needs at some place. */
  AccessSignature(Access access, Types types, Tree at) {
    this.access = access;
    this.types = types;
    this.at = at;
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
    if (executable.getKind() == ElementKind.METHOD) {
      declare(executable.getTypeParameters());
    }
    int number = 1;
    for (VariableElement parameter : executable.getParameters()) {
      parameter(name(parameter.asType()), "p" + number++);
    }
    executable.getThrownTypes().forEach(t -> thrown.add(name(t)));
    varargs = executable.isVarArgs();
  }

  /** A type in terms of the accessor's own type variables. */
  TypeName name(TypeMirror type) {
    return name(names, type);
  }

  private TypeName name(TypeNames known, TypeMirror type) {
    access.note(type);
    return known.name(type).orElseThrow(() -> new Refusal(Problem.UNNAMEABLE_VALUE, at, type));
  }

  private TypeName erased(TypeMirror type) {
    return name(new TypeNames(), types.erasure(type));
  }

  /** The member as the virtual machine knows it, found from the class {@code lookup}. */
  Accessor.Target target(
      TypeElement owner,
      TypeElement lookup,
      boolean isStatic,
      TypeMirror type,
      List<? extends VariableElement> parameters) {
    return new Accessor.Target(
        erased(owner.asType()),
        erased(lookup.asType()),
        isStatic,
        erased(type),
        parameters.stream().map(p -> erased(p.asType())).toList());
  }

  Accessor accessor(
      String name, Kind kind, String member, TypeName result, Accessor.Target target) {
    return new Accessor(
        name,
        kind,
        member,
        variables.stream().map(names::declaration).toList(),
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
