package dev.weft.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Factory;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of factories for one class. */
public final class FactoryWriter {
  private FactoryWriter() {}

  /** The source file of the factories. */
  public static SourceFile write(Factory factory, FileStyle style) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(factory.name())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Makes computations of the methods of $L.\n", link(factory))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (factory.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    style.generated().ifPresent(type::addAnnotation);
    // Of what stands in the user's signatures javac warns there, where the user may suppress it.
    type.addAnnotation(suppress("deprecation", "rawtypes", "removal"));
    Set<String> taken = new HashSet<>();
    for (Factory.Method each : factory.methods()) {
      String overrides = overridesName(each.name(), taken);
      each.overrides().ifPresent(described -> type.addField(overrides(overrides, described)));
      each.parameters().forEach(p -> type.alwaysQualify(p.name()));
      type.addMethod(method(factory, each, overrides));
    }
    String host = String.join(".", factory.host().simpleNames());
    String header = "The computations of " + host + ". Made by Weft; do not edit.";
    return SourceFile.of(style.file(factory.name().packageName(), type.build(), header));
  }

  private static CodeBlock link(Factory factory) {
    return factory.isHostHidden()
        ? CodeBlock.of("{@code $L}", String.join(".", factory.host().simpleNames()))
        : CodeBlock.of("{@link $T}", factory.host());
  }

  private static String overridesName(String method, Set<String> taken) {
    String name = "OVERRIDES_OF_" + method.toUpperCase(Locale.ROOT);
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  private static FieldSpec overrides(String name, CodeBlock described) {
    return FieldSpec.builder(Spi.OVERRIDES, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T($Z$T.lookup(),$W$L)", Spi.OVERRIDES, MethodHandles.class, described)
        .build();
  }

  private static AnnotationSpec suppress(String... lints) {
    CodeBlock names =
        Arrays.stream(lints).map(l -> CodeBlock.of("$S", l)).collect(CodeBlock.joining(", "));
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", lints.length == 1 ? "$L" : "{$L}", names)
        .build();
  }

  private static MethodSpec method(Factory factory, Factory.Method method, String overrides) {
    MethodSpec.Builder made =
        MethodSpec.methodBuilder(method.name())
            .addJavadoc("The computation of $L.\n", method.link())
            .addModifiers(method.visibility())
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(method.typeVariables())
            .returns(ParameterizedTypeName.get(Spi.COMPUTATION, method.result()))
            .varargs(method.varargs() != Factory.Varargs.NONE);
    if (method.varargs() == Factory.Varargs.SAFE) {
      made.addAnnotation(SafeVarargs.class).addAnnotation(suppress("varargs"));
    } else if (method.varargs() == Factory.Varargs.UNSAFE) {
      made.addAnnotation(suppress("unchecked"));
    }
    method.parameters().forEach(p -> made.addParameter(p.type(), p.name()));
    CodeBlock arguments =
        method.parameters().stream()
            .map(p -> CodeBlock.of("$L", p.name()))
            .collect(CodeBlock.joining(",$W"));
    if (method.hasInstance()) {
      String self = method.parameters().get(0).name();
      made.addStatement("$T.requireNonNull($L, $S)", Objects.class, self, self);
    }
    String label = String.join(".", factory.host().simpleNames()) + "." + method.method();
    CodeBlock frame =
        method.isWidened()
            ? CodeBlock.of("() ->$W$T.frame($Z$L)", method.stepper(), arguments)
            : CodeBlock.of(
                "() ->$Wnew $T$L($Z$L)",
                method.stepper(),
                method.isGenericStepper() ? "<>" : "",
                arguments);
    if (method.isAbstract()) {
      return made.addStatement(overriding(method, overrides)).build();
    }
    if (method.overrides().isPresent()) {
      String self = method.parameters().get(0).name();
      made.beginControlFlow("if ($L.existIn($L))", overrides, self)
          .addStatement(overriding(method, overrides))
          .endControlFlow();
    }
    return made.addStatement("return $T.of($Z$S,$W$L)", Spi.COMPUTATION, label, frame).build();
  }

  private static CodeBlock overriding(Factory.Method method, String overrides) {
    List<Accessor.Parameter> parameters = method.parameters();
    String self = parameters.get(0).name();
    // An array alone would be taken for the list of arguments.
    String cast =
        parameters.size() == 2 && parameters.get(1).type() instanceof ArrayTypeName
            ? "(Object) "
            : "";
    CodeBlock others =
        parameters.stream()
            .skip(1)
            .map(p -> CodeBlock.of(",$W$L$L", cast, p.name()))
            .collect(CodeBlock.joining(""));
    return CodeBlock.of("return $L.of($L$L)", overrides, self, others);
  }
}
