package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.LineMark;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the body of {@code step}: the user's structure, in which the way to a suspension is found
 * by skipping. A statement that holds suspensions is entered when {@code at} is 0 or the number of
 * one of them; {@code at} turns 0 when the suspension is reached.
 */
final class BodyEmitter {
  private final Machine machine;
  private final PauseWriter pauses;
  private final PartWriter parts;
  private final WaysBack ways;
  private final String x;
  private final String at;
  private final CodeWriter out = new CodeWriter();

  BodyEmitter(Machine machine, PauseWriter pauses, PartWriter parts) {
    this.machine = machine;
    this.pauses = pauses;
    this.parts = parts;
    this.ways = new WaysBack(machine.names().at());
    this.x = machine.names().execution();
    this.at = machine.names().at();
  }

  /** The body of {@code step}. */
  CodeBlock step() {
    if (Range.of(machine.body()).isEmpty()) {
      statements(machine.body());
      if (machine.source().canEndWithoutReturn()) {
        out.line("return complete(", x, ", null);");
      } else if (!parts.called().isEmpty()) {
        out.line("throw corrupt(0);");
      }
    } else {
      statementsThatEnd(machine.body());
      out.line(
          machine.source().canEndWithoutReturn()
              ? "return complete(" + x + ", null);"
              : "throw corrupt(" + at + ");");
    }
    return out.build();
  }

  /**
   * The body of the method of a part.
   *
   * @param declarations of its locals
   */
  CodeBlock part(Stmt.Part part, CodeBlock declarations) {
    parts.open(part, declarations, out);
    if (part.body().stream().allMatch(Stmt::isAside)) {
      statements(part.body());
    } else {
      // Behind a switch javac takes everything for reachable, and what the text declares is gone.
      groups(pauses.withStores(part.body()));
    }
    parts.close(part, out);
    return out.build();
  }

  /** The body, written so that what follows it can be reached as far as javac can tell. */
  private void statementsThatEnd(List<Stmt> body) {
    if (Endings.reached(body)) {
      statements(body);
    } else {
      groups(pauses.withStores(body));
    }
  }

  /** The statements of a block. */
  private void statements(List<Stmt> body) {
    List<Stmt> list = pauses.withStores(body);
    boolean isPlain = Range.of(list).isEmpty();
    if (isPlain || Endings.isSingle(list)) {
      sequence(list);
    } else {
      groups(list);
    }
  }

  private void sequence(List<Stmt> list) {
    for (Stmt each : list) {
      statement(each);
      if (each instanceof Stmt.Plain plain && !plain.completes()) {
        return;
      }
    }
  }

  /** Statements of which some hold suspensions: a switch with a label at each way in. */
  private void groups(List<Stmt> list) {
    out.open("switch (", ways.place(list), ") {");
    boolean isFirst = true;
    boolean isReachable = true;
    List<Stmt> asides = new ArrayList<>();
    for (Stmt each : list) {
      if (each.isAside()) {
        asides.add(each);
        continue;
      }
      Optional<Range> range = Range.of(each);
      boolean isEntered = range.isPresent() && !(each instanceof Stmt.Pause);
      if (isFirst) {
        ways.openFirst(range.filter(r -> isEntered), out);
        isFirst = false;
      } else if (isEntered) {
        out.end();
        ways.open(range.get(), out);
        isReachable = true;
      }
      if (isReachable) {
        asides.forEach(this::statement);
        statement(each);
      }
      asides.clear();
      isReachable =
          each instanceof Stmt.Pause
              || (isReachable && !(each instanceof Stmt.Plain plain && !plain.completes()));
    }
    asides.forEach(this::statement);
    out.end();
    out.close("}");
  }

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.Plain plain) {
      out.line(plain.code());
    } else if (statement instanceof Stmt.Pick pick) {
      out.line(pick.code());
    } else if (statement instanceof Stmt.Comment comment) {
      comment.lines().forEach(out::line);
    } else if (statement instanceof Stmt.Mark mark) {
      out.line(LineMark.alone(mark.line()));
    } else if (statement.isAside()) {
      return;
    } else if (statement instanceof Stmt.Assign assign) {
      out.line(assign.target().name() + " = ", assign.value(), ";");
    } else if (statement instanceof Stmt.Pause pause) {
      pauses.write(pause.suspension(), out);
    } else if (statement instanceof Stmt.Block block) {
      out.open("{");
      statements(block.body());
      out.close("}");
    } else if (statement instanceof Stmt.If choice) {
      choice(choice);
    } else {
      compound(statement);
    }
  }

  private void compound(Stmt statement) {
    if (statement instanceof Stmt.Loop loop) {
      loop(loop);
    } else if (statement instanceof Stmt.Switch choice) {
      choice(choice);
    } else if (statement instanceof Stmt.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof Stmt.Labeled labeled) {
      out.open(labeled.label() + ": {");
      inner(labeled.body());
      out.close("}");
    } else if (statement instanceof Stmt.Part part) {
      parts.call(part, out);
    } else {
      throw new IllegalStateException("a statement of an unknown kind: " + statement);
    }
  }

  /** What stands between the braces of a compound statement. */
  private void inner(Stmt body) {
    statements(body instanceof Stmt.Block block ? block.body() : List.of(body));
  }

  private void choice(Stmt.If choice) {
    out.open("if (", ways.condition(choice), ") {");
    inner(choice.then());
    Optional<Stmt> otherwise = choice.otherwise().filter(o -> !o.isAside());
    while (otherwise.isPresent()) {
      Optional<Stmt.If> chained = chained(otherwise.get());
      if (chained.isPresent()) {
        out.between("} else if (", ways.condition(chained.get()), ") {");
        inner(chained.get().then());
        otherwise = chained.get().otherwise();
      } else if (verbatimIf(otherwise.get()).isPresent()) {
        out.close("} else ", verbatimIf(otherwise.get()).get());
        return;
      } else {
        out.between("} else {");
        inner(otherwise.get());
        otherwise = Optional.empty();
      }
    }
    out.close("}");
  }

  /** The only statement of a block that has just one. */
  private static Optional<Stmt> only(Stmt block) {
    List<Stmt> body =
        block instanceof Stmt.Block braces
            ? braces.body().stream()
                .filter(s -> !(s instanceof Stmt.Mark || s instanceof Stmt.Seam))
                .toList()
            : List.of(block);
    return body.size() == 1 ? Optional.of(body.get(0)) : Optional.empty();
  }

  /** An if of the user's that stands alone behind an else. */
  private static Optional<Code> verbatimIf(Stmt otherwise) {
    return only(otherwise)
        .filter(Stmt.Plain.class::isInstance)
        .map(s -> ((Stmt.Plain) s).code())
        .filter(code -> code.toString().startsWith("if ("));
  }

  private static Optional<Stmt.If> chained(Stmt otherwise) {
    return only(otherwise).filter(Stmt.If.class::isInstance).map(Stmt.If.class::cast);
  }

  private void loop(Stmt.Loop loop) {
    String label = label(loop.label());
    Optional<Code> test = ways.test(loop);
    switch (loop.form()) {
      case WHILE -> out.open(label, "while (", test.orElse(Code.of("true")), ") {");
      case DO -> out.open(label, "do {");
      case FOR ->
          out.open(
              label,
              "for (; ",
              test.orElse(Code.EMPTY),
              "; ",
              Code.list(", ", loop.updates()),
              ") {");
    }
    inner(loop.body());
    if (loop.form() == Stmt.Loop.Form.DO) {
      out.close("} while (", loop.condition().orElse(Code.of("true")), ");");
    } else {
      out.close("}");
    }
  }

  private static String label(Optional<Label> label) {
    return label.map(l -> l + ": ").orElse("");
  }

  private void choice(Stmt.Switch choice) {
    out.open(label(choice.label()), "switch (", ways.key(choice), ") {");
    for (Stmt.Branch branch : choice.branches()) {
      out.open(branch.labels(), choice.arrow() ? " -> {" : ":");
      statements(branch.body());
      if (choice.arrow()) {
        out.close("}");
      } else {
        out.end();
      }
    }
    out.close("}");
  }

  private void attempt(Stmt.Try attempt) {
    boolean isEntered = Range.of(attempt).isPresent();
    out.open("try {");
    inner(attempt.body());
    boolean hidesCancellation =
        attempt.catches().stream()
            .anyMatch(c -> !c.seesCancellation() && c.types().contains(Spi.THROWABLE));
    if (isEntered && hidesCancellation) {
      String signal = machine.names().signal();
      out.between("} catch (", Spi.CANCEL_SIGNAL, " " + signal + ") {");
      out.line("throw " + signal + ";");
    }
    for (Stmt.Catch each : attempt.catches()) {
      out.between("} catch (", Code.list(" | ", each.types()), " " + each.name() + ") {");
      inner(each.body());
    }
    attempt.finallyBody().ifPresent(f -> cleanup(f, isEntered));
    out.close("}");
  }

  /** A finally that runs when the try is left for good, and not when it is left to pause. */
  private void cleanup(Stmt body, boolean isEntered) {
    out.between("} finally {");
    if (isEntered) {
      out.open("if (" + machine.names().state() + " == 0) {");
    }
    inner(body);
    if (isEntered) {
      out.close("}");
    }
  }
}
