package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.weft.processor.Spi;
import dev.weft.processor.read.StepperNames;
import dev.weft.processor.read.Widening;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Writes a class in the place of a stepper whose method does not compile. Factories can name it, so
 * that javac reports the user's errors and no others.
 */
public final class StubWriter {
  private StubWriter() {}

  /** The source file of a stub. */
  public static SourceFile write(ExecutableElement method, FileStyle style) {
    ClassName name = StepperNames.stepper(method);
    MethodSpec constructor =
        MethodSpec.constructorBuilder().addParameter(Object[].class, "any").varargs().build();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .superclass(Spi.STEPPER)
            .addMethod(constructor)
            .addMethod(method("step", TypeName.INT).addParameter(Spi.EXECUTION, "x").build())
            .addMethod(method("origin", Spi.ORIGIN).build());
    if (Widening.isNeeded(method)) {
      type.addMethod(
          MethodSpec.methodBuilder("frame")
              .addModifiers(Modifier.STATIC)
              .returns(Spi.STEPPER)
              .addParameter(Object[].class, "any")
              .varargs()
              .addStatement("return new $T(any)", name)
              .build());
    }
    if (StepperNames.isGeneric(method)) {
      type.addTypeVariable(TypeVariableName.get("T"));
    }
    style.generated().ifPresent(type::addAnnotation);
    return SourceFile.of(
        style.file(name.packageName(), type.build(), "A method that does not compile."));
  }

  private static MethodSpec.Builder method(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(result)
        .addStatement(
            "throw new $T($S)",
            IllegalStateException.class,
            "the method of this stepper did not compile");
  }
}
