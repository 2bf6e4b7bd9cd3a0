package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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

  private final Widening widening;

  public FactoryReader(Types types) {
    this.types = types;
    this.widening = new Widening(types);
  }

  /** The factories of a class, for those of its methods that others may call. */
  public Factory read(TypeElement host, List<ExecutableElement> methods) {
    FactoryNames names = FactoryNames.of(host, types);
    List<Factory.Method> factories =
        methods.stream()
            .filter(StepperNames::hasFactory)
            .map(m -> method(host, m, names.of(m)))
            .toList();
    return new Factory(
        StepperNames.factories(host),
        new TypeNames().className(host).orElseThrow(),
        isPublic(host),
        Owners.isInPrivateClass(host),
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

  private Factory.Method method(TypeElement host, ExecutableElement method, String name) {
    boolean isStatic = Owners.isStatic(method);
    List<TypeParameterElement> generics = Widening.variables(method);
    TypeNames names = new TypeNames();
    names.declareAll(generics);
    List<Accessor.Parameter> parameters = new ArrayList<>();
    if (!isStatic) {
      TypeName instance = widening.name(names, host.asType());
      parameters.add(new Accessor.Parameter(instance, instanceName(method)));
    }
    for (VariableElement each : method.getParameters()) {
      parameters.add(
          new Accessor.Parameter(
              widening.name(names, each.asType()), each.getSimpleName().toString()));
    }
    List<TypeVariableName> all =
        generics.stream().map(g -> widening.declaration(names, g)).toList();
    List<TypeVariableName> typeVariables =
        Widening.isNeeded(method) ? TypeMentions.known(all, parameters, method) : all;
    return new Factory.Method(
        name,
        method.getSimpleName().toString(),
        visibility(host, method),
        typeVariables,
        parameters,
        !isStatic,
        varargs(method),
        result(names, method, all, typeVariables),
        StepperNames.stepper(method),
        StepperNames.isOverridable(method) ? Optional.of(overrides(method)) : Optional.empty(),
        method.getModifiers().contains(Modifier.ABSTRACT),
        StepperNames.isGeneric(method),
        Widening.isNeeded(method),
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

  /** What finds the overriding methods: the owner, the name, and the erased parameters. */
  private CodeBlock overrides(ExecutableElement method) {
    CodeBlock.Builder arguments =
        CodeBlock.builder()
            .add(Widening.literal(types.erasure(Owners.of(method).asType())))
            .add(",$W$S", method.getSimpleName().toString());
    for (VariableElement each : method.getParameters()) {
      arguments.add(",$W").add(Widening.literal(types.erasure(each.asType())));
    }
    return arguments.build();
  }

  /** What the computation returns; nobody can be told of a private type. */
  private static TypeName result(
      TypeNames names,
      ExecutableElement method,
      List<TypeVariableName> all,
      List<TypeVariableName> known) {
    TypeName type = names.name(method.getReturnType()).orElse(ClassName.OBJECT).box();
    boolean isUnknown =
        Widening.isHidden(method.getReturnType())
            || all.stream()
                .filter(v -> !known.contains(v))
                .anyMatch(v -> TypeMentions.mentions(type, v.name()));
    return isUnknown ? WildcardTypeName.subtypeOf(ClassName.OBJECT) : type;
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

  /** The method for a reader, as a link where all in it can be named. */
  private CodeBlock link(ExecutableElement method) {
    ClassName host = new TypeNames().className(Owners.of(method)).orElseThrow();
    List<String> parameters =
        method.getParameters().stream().map(p -> types.erasure(p.asType()).toString()).toList();
    boolean isHidden =
        Owners.isInPrivateClass(Owners.of(method))
            || method.getParameters().stream()
                .anyMatch(p -> Widening.isHidden(types.erasure(p.asType())));
    String signature = method.getSimpleName() + "(" + String.join(", ", parameters) + ")";
    return isHidden
        ? CodeBlock.of(
            "{@code $L.$L}",
            String.join(".", host.simpleNames()),
            signature.replaceAll("\\b\\w+\\.(?=\\w)", ""))
        : CodeBlock.of("{@link $T#$L}", host, signature);
  }
}
