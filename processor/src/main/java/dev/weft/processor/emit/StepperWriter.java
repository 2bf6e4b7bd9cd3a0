package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.flow.Planned;
import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of one machine. */
public final class StepperWriter {
  private final Machine machine;
  private final SavePlan plan;
  private final Set<Local> stored;

  private StepperWriter(Planned planned) {
    this.machine = planned.machine();
    this.plan = planned.plan();
    this.stored = plan.stored();
  }

  /** The source file of a machine's class. */
  public static SourceFile write(Planned machine, FileStyle style) {
    return SourceFile.marked(new StepperWriter(machine).file(style));
  }

  private JavaFile file(FileStyle style) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(machine.stepper())
            .addModifiers(Modifier.FINAL)
            .superclass(Spi.STEPPER)
            .addTypeVariables(machine.typeVariables())
            .addAnnotation(Suppressions.of(machine.warnings()))
            .addField(origin());
    style.generated().ifPresent(type::addAnnotation);
    if (machine.initialized().isPresent()) {
      type.addField(
          FieldSpec.builder(
                  TypeName.BOOLEAN, machine.names().ready(), Modifier.PRIVATE, Modifier.STATIC)
              .build());
    }
    plan.fields().forEach(l -> type.alwaysQualify(l.name()));
    plan.fields().forEach(l -> type.addField(field(l)));
    type.addMethod(constructor());
    if (!machine.widened().isEmpty()) {
      type.addMethod(frame());
    }
    new StepWriter(machine, plan).write(type);
    type.addMethod(originMethod()).addMethod(lines());
    LocalsWriter.write(machine, plan).ifPresent(type::addMethod);
    type.alwaysQualify(machine.declaredTypes().toArray(String[]::new));
    machine.members().forEach(m -> type.addType(MemberWriter.write(m)));
    return style.file(machine.stepper().packageName(), type.build(), StateTable.of(machine));
  }

  private FieldSpec origin() {
    Machine.Source source = machine.source();
    CodeBlock lines =
        machine.suspensions().stream()
            .map(s -> CodeBlock.of(",$W$L", s.line()))
            .collect(CodeBlock.joining(""));
    return FieldSpec.builder(
            Spi.ORIGIN, "ORIGIN", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "new $T($S,$W$S,$W$S,$W$L$L)",
            Spi.ORIGIN,
            source.binaryName(),
            source.method(),
            source.file(),
            source.line(),
            lines)
        .build();
  }

  private FieldSpec field(Local local) {
    boolean isWritten = stored.contains(local);
    FieldSpec.Builder field = FieldSpec.builder(local.type(), local.name(), Modifier.PRIVATE);
    return local.isParameter() && !isWritten
        ? field.addModifiers(Modifier.FINAL).build()
        : field.build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Local parameter : machine.parameters()) {
      constructor.addParameter(parameter.type(), parameter.name());
      boolean isSelf = machine.names().self().filter(parameter::equals).isPresent();
      if (isSelf) {
        constructor.addStatement(
            "this.$1L = $2T.requireNonNull($1L, $1S)", parameter.name(), Objects.class);
      } else {
        constructor.addStatement("this.$1L = $1L", parameter.name());
      }
    }
    return constructor.varargs(machine.varargs()).build();
  }

  /** What the constructor makes, for those who can't name all that it takes. */
  private MethodSpec frame() {
    MethodSpec.Builder frame =
        MethodSpec.methodBuilder("frame").addModifiers(Modifier.STATIC).returns(Spi.STEPPER);
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < machine.parameters().size(); i++) {
      String name = machine.parameters().get(i).name();
      Machine.Widened widened = machine.widened().get(i);
      frame.addParameter(widened.taken(), name);
      boolean isVariable = machine.varargs() && i == machine.parameters().size() - 1;
      arguments.add(
          widened
              .actual()
              .map(t -> isVariable ? array(t, name) : CodeBlock.of("($T) $L", t, name))
              .orElseGet(() -> CodeBlock.of("$L", name)));
    }
    CodeBlock all = CodeBlock.join(arguments, ",$W");
    return frame.addStatement("return new $T($Z$L)", machine.stepper(), all).build();
  }

  private static CodeBlock array(TypeName type, String name) {
    return CodeBlock.of("$T.array($T.class, $L)", Spi.MEMBERS, type, name);
  }

  /** Comes last, so that its length changes no line number. */
  private MethodSpec lines() {
    return MethodSpec.methodBuilder("lines")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(String.class)
        .addComment("from this line on: line of $L", machine.source().file())
        .addStatement("return $S", SourceFile.TABLE)
        .build();
  }

  private MethodSpec originMethod() {
    return MethodSpec.methodBuilder("origin")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Spi.ORIGIN)
        .addStatement("return ORIGIN")
        .build();
  }
}
