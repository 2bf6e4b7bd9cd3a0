package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Factory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the signatures of {@code @Comp} methods, which is all that their factories need. */
public final class FactoryReader {
  private final Types types;

  public FactoryReader(Types types) {
    this.types = types;
  }

  /** The factories of a class, for those of its methods that others may call. */
  public Factory read(TypeElement host, List<ExecutableElement> methods) {
    List<Factory.Method> factories =
        methods.stream().filter(StepperNames::hasFactory).map(m -> method(host, m)).toList();
    return new Factory(
        StepperNames.factories(host),
        new TypeNames().className(host).orElseThrow(),
        isPublic(host),
        factories);
  }

  private static boolean isPublic(TypeElement host) {
    Element each = host;
    while (each instanceof TypeElement) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      each = each.getEnclosingElement();
    }
    return true;
  }

  private Factory.Method method(TypeElement host, ExecutableElement method) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    List<TypeParameterElement> generics = new ArrayList<>();
    if (!isStatic) {
      generics.addAll(Owners.typeParameters(host));
    }
    generics.addAll(method.getTypeParameters());
    TypeNames names = new TypeNames();
    names.declareAll(generics);
    List<TypeVariableName> typeVariables = generics.stream().map(names::declaration).toList();
    List<Accessor.Parameter> parameters = new ArrayList<>();
    if (!isStatic) {
      parameters.add(new Accessor.Parameter(type(names, host.asType()), instanceName(method)));
    }
    for (VariableElement each : method.getParameters()) {
      parameters.add(
          new Accessor.Parameter(type(names, each.asType()), each.getSimpleName().toString()));
    }
    return new Factory.Method(
        method.getSimpleName().toString(),
        visibility(host, method),
        typeVariables,
        parameters,
        !isStatic,
        varargs(method),
        result(names, method),
        StepperNames.stepper(method),
        StepperNames.isOverridable(method)
            ? Optional.of(erasedParameters(method))
            : Optional.empty(),
        method.getModifiers().contains(Modifier.ABSTRACT),
        StepperNames.isGeneric(method),
        link(method));
  }

  private Factory.Varargs varargs(ExecutableElement method) {
    if (!method.isVarArgs()) {
      return Factory.Varargs.NONE;
    }
    if (method.getAnnotation(SafeVarargs.class) != null) {
      return Factory.Varargs.SAFE;
    }
    List<? extends VariableElement> parameters = method.getParameters();
    TypeMirror last = parameters.get(parameters.size() - 1).asType();
    boolean isReifiable = types.isSameType(last, types.erasure(last));
    return isReifiable ? Factory.Varargs.PLAIN : Factory.Varargs.UNSAFE;
  }

  private List<TypeName> erasedParameters(ExecutableElement method) {
    TypeNames names = new TypeNames();
    return method.getParameters().stream()
        .map(p -> type(names, types.erasure(p.asType())))
        .toList();
  }

  /** What the computation returns; nobody can be told of a private type. */
  private static TypeName result(TypeNames names, ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    return TypeNames.privateType(type).isPresent()
        ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
        : type(names, type).box();
  }

  private static TypeName type(TypeNames names, TypeMirror type) {
    return names.name(type).orElse(ClassName.OBJECT);
  }

  private static String instanceName(ExecutableElement method) {
    Set<String> taken =
        method.getParameters().stream()
            .map(p -> p.getSimpleName().toString())
            .collect(Collectors.toSet());
    String name = "self";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** Methods of an interface are public, whether they say so or not. */
  private static Set<Modifier> visibility(TypeElement host, ExecutableElement method) {
    Set<Modifier> visibility = EnumSet.noneOf(Modifier.class);
    method.getModifiers().stream()
        .filter(m -> m == Modifier.PUBLIC || m == Modifier.PROTECTED)
        .forEach(visibility::add);
    if (host.getKind().isInterface()) {
      visibility.add(Modifier.PUBLIC);
    }
    return visibility;
  }

  private String link(ExecutableElement method) {
    return method.getSimpleName()
        + method.getParameters().stream()
            .map(p -> types.erasure(p.asType()).toString())
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
