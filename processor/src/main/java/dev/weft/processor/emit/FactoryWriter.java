package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Factory;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class of factories for one class. */
public final class FactoryWriter {
  private FactoryWriter() {}

  /** The source file of the factories. */
  public static JavaFile write(Factory factory, FileStyle style) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(factory.name())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Makes computations of the methods of {@link $T}.\n", factory.host())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (factory.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    style.generated().ifPresent(type::addAnnotation);
    factory.methods().forEach(m -> type.addMethod(method(factory, m)));
    String host = String.join(".", factory.host().simpleNames());
    String header = "The computations of " + host + ". Made by Weft; do not edit.";
    return style.file(factory.name().packageName(), type.build(), header);
  }

  private static MethodSpec method(Factory factory, Factory.Method method) {
    MethodSpec.Builder made =
        MethodSpec.methodBuilder(method.name())
            .addJavadoc("The computation of {@link $T#$L}.\n", factory.host(), method.link())
            .addModifiers(method.visibility())
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(method.typeVariables())
            .returns(ParameterizedTypeName.get(Spi.COMPUTATION, method.result()))
            .varargs(method.varargs());
    method.parameters().forEach(p -> made.addParameter(p.type(), p.name()));
    String arguments =
        method.parameters().stream()
            .map(Accessor.Parameter::name)
            .collect(Collectors.joining(", "));
    if (method.hasInstance()) {
      String self = method.parameters().get(0).name();
      made.addStatement("$T.requireNonNull($L, $S)", Objects.class, self, self);
    }
    String label = String.join(".", factory.host().simpleNames()) + "." + method.name();
    CodeBlock frame =
        CodeBlock.of(
            "() -> new $T$L($L)",
            method.stepper(),
            method.isGenericStepper() ? "<>" : "",
            arguments);
    return made.addStatement("return $T.of($S, $L)", Spi.COMPUTATION, label, frame).build();
  }
}
