package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Mentions;
import dev.weft.processor.model.Stmt;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code step}, and the methods that hold parts of it where it would be too long. */
final class StepWriter {
  private final Machine machine;
  private final SavePlan plan;

  StepWriter(Machine machine, SavePlan plan) {
    this.machine = machine;
    this.plan = plan;
  }

  void write(TypeSpec.Builder type) {
    Set<Local> mentioned = Mentions.of(machine.body());
    PartWriter parts = new PartWriter(machine.names(), plan, mentioned);
    CodeBlock body =
        new BodyEmitter(machine, new PauseWriter(machine.names(), plan, true), parts).step();
    type.addMethod(step(mentioned, body, !parts.called().isEmpty()));
    parts.called().forEach(p -> part(p, type));
  }

  private MethodSpec step(Set<Local> mentioned, CodeBlock statements, boolean hasParts) {
    Machine.Names names = machine.names();
    CodeBlock.Builder body = CodeBlock.builder();
    if (!machine.suspensions().isEmpty()) {
      body.addStatement("int $L = $L", names.at(), names.state());
      body.addStatement("$L = 0", names.state());
    }
    machine.initialized().ifPresent(host -> initialize(host, body));
    machine.constants().forEach(c -> declare(c, body));
    machine.locals().stream().filter(mentioned::contains).forEach(l -> declare(l, false, body));
    outcome(hasParts, body);
    return MethodSpec.methodBuilder("step")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(TypeName.INT)
        .addParameter(Spi.EXECUTION, names.execution())
        .addException(Throwable.class)
        .addCode(body.build())
        .addCode(statements)
        .build();
  }

  private void initialize(ClassName host, CodeBlock.Builder body) {
    String ready = machine.names().ready();
    body.beginControlFlow("if (!$L)", ready)
        .addStatement("$L = initialize($T.class)", ready, host)
        .endControlFlow();
  }

  private void part(Stmt.Part part, TypeSpec.Builder type) {
    Machine.Names names = machine.names();
    Set<Local> mentioned = Mentions.of(List.of(new Stmt.Block(part.body())));
    CodeBlock.Builder declarations = CodeBlock.builder();
    machine.constants().forEach(c -> declare(c, declarations));
    machine.locals().stream()
        .filter(mentioned::contains)
        .forEach(l -> declare(l, plan.fields().contains(l), declarations));
    boolean callsParts = part.body().stream().anyMatch(StepWriter::hasParts);
    outcome(callsParts, declarations);
    PartWriter parts = new PartWriter(names, plan, mentioned);
    CodeBlock body =
        new BodyEmitter(machine, new PauseWriter(names, plan, false), parts)
            .part(part, declarations.build());
    type.addMethod(
        MethodSpec.methodBuilder(part.method())
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.INT)
            .addParameter(Spi.EXECUTION, names.execution())
            .addParameter(TypeName.INT, names.at())
            .addException(Throwable.class)
            .addCode(body)
            .build());
    parts.called().forEach(p -> part(p, type));
  }

  private static boolean hasParts(Stmt statement) {
    return statement instanceof Stmt.Part
        || statement.children().stream().anyMatch(StepWriter::hasParts);
  }

  private void outcome(boolean isNeeded, CodeBlock.Builder body) {
    if (isNeeded) {
      body.addStatement("int $L", machine.names().outcome());
    }
  }

  private static void declare(Machine.Constant constant, CodeBlock.Builder body) {
    body.addStatement("final $T $L = $L", constant.type(), constant.name(), constant.value());
  }

  private static void declare(Local local, boolean isLoaded, CodeBlock.Builder body) {
    switch (local.role()) {
      case CONSTANT_PARAMETER ->
          body.addStatement("final $1T $2L = this.$2L", local.type(), local.name());
      case PARAMETER -> body.addStatement("$1T $2L = this.$2L", local.type(), local.name());
      default -> {
        if (isLoaded) {
          body.addStatement("$1T $2L = this.$2L", local.type(), local.name());
        } else {
          body.addStatement("$T $L = $L", local.type(), local.name(), initial(local.type()));
        }
      }
    }
  }

  private static String initial(TypeName type) {
    if (type.equals(TypeName.BOOLEAN)) {
      return "false";
    }
    return type.isPrimitive() ? "0" : "null";
  }
}
