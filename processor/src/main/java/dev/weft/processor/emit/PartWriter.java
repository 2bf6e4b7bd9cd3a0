package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the way from one method of a stepper into a part of it and back. Locals pass by their
 * fields; a jump that leads out of the part passes by a number.
 *
 * <pre>{@code
 * outcome = part1(x, at);            private int part1(Execution x, int at) throws Throwable {
 * at = 0;                              loop: {
 * n = this.n;                            ... break loop; ...
 * if (outcome == 3) {                    if (at == 0) {
 *   break loop;                            this.n = n;
 * }                                        return NEXT;
 * if (outcome != NEXT) {                 }
 *   return outcome;                    }
 * }                                    this.n = n;
 *                                      return 3;
 *                                    }
 * }</pre>
 */
final class PartWriter {
  /** The outcomes that are jumps begin behind {@code DONE}, {@code PAUSED} and {@code NEXT}. */
  private static final int FIRST_JUMP = 3;

  private final Machine.Names names;
  private final SavePlan plan;
  private final Set<Local> mentioned;
  private final List<Stmt.Part> called = new ArrayList<>();

  /**
   * @param mentioned the locals of the method that is written
   */
  PartWriter(Machine.Names names, SavePlan plan, Set<Local> mentioned) {
    this.names = names;
    this.plan = plan;
    this.mentioned = mentioned;
  }

  /** The parts that the method calls. */
  List<Stmt.Part> called() {
    return called;
  }

  private SavePlan.Passage passage(Stmt.Part part) {
    return Objects.requireNonNull(plan.passages().get(part.number()));
  }

  /** The call, and what follows from its outcome. */
  void call(Stmt.Part part, CodeWriter out) {
    called.add(part);
    SavePlan.Passage passage = passage(part);
    boolean isEntered = Range.of(part).isPresent();
    if (isEntered && !passage.entering().isEmpty()) {
      out.open("if (" + names.at() + " == 0) {");
      PauseWriter.store(passage.entering(), out);
      out.close("}");
    } else {
      PauseWriter.store(passage.entering(), out);
    }
    String call =
        "%s = %s(%s, %s);"
            .formatted(
                names.outcome(), part.method(), names.execution(), isEntered ? names.at() : "0");
    boolean isGuarded = passage.isGuarded();
    if (isGuarded) {
      out.open("try {").line(call).between("} finally {");
    } else {
      out.line(call);
    }
    if (isEntered) {
      out.line(names.at() + " = 0;");
    }
    passage.loads().stream()
        .filter(mentioned::contains)
        .filter(plan.fields()::contains)
        .forEach(l -> out.line(l.name() + " = this." + l.name() + ";"));
    if (isGuarded) {
      out.close("}");
    }
    jumps(part, out);
  }

  private void jumps(Stmt.Part part, CodeWriter out) {
    int number = FIRST_JUMP;
    for (Exit exit : part.exits()) {
      out.open("if (" + names.outcome() + " == " + number++ + ") {");
      out.line((exit instanceof Exit.Break ? "break " : "continue ") + label(exit) + ";");
      out.close("}");
    }
    out.open("if (" + names.outcome() + " != NEXT) {");
    out.line("return " + names.outcome() + ";");
    out.close("}");
  }

  private static Label label(Exit exit) {
    if (exit instanceof Exit.Continue again) {
      return again.label();
    }
    return ((Exit.Break) exit).label();
  }

  private static Set<Label> targets(Stmt.Part part) {
    Set<Label> targets = new LinkedHashSet<>();
    part.exits().forEach(e -> targets.add(label(e)));
    return targets;
  }

  /** What stands before the statements of a part: a target for each jump that leaves it. */
  void open(Stmt.Part part, CodeBlock declarations, CodeWriter out) {
    out.line(declarations);
    if (isGuarded(part)) {
      out.open("try {");
    }
    for (Label label : targets(part)) {
      boolean isBroken = part.exits().contains(new Exit.Break(label));
      boolean isContinued = part.exits().contains(new Exit.Continue(label));
      if (isBroken && isContinued) {
        out.open(
            label + ": for (boolean again_" + label + " = false; ; again_" + label + " = true) {");
        out.open("if (again_" + label + ") {");
        leave(part, outcome(part, new Exit.Continue(label)), out);
        out.close("}");
      } else {
        out.open(label + (isBroken ? ": {" : ": do {"));
      }
    }
  }

  /**
   * What stands behind them. Javac can't know that {@code at} is 0 there; so it takes what follows
   * for reachable even where the jump that leads there never gets out of a finally.
   */
  void close(Stmt.Part part, CodeWriter out) {
    String outcome = "NEXT";
    List<Label> inward = new ArrayList<>(targets(part));
    for (int i = inward.size() - 1; i >= 0; i--) {
      Label label = inward.get(i);
      boolean isBroken = part.exits().contains(new Exit.Break(label));
      boolean isContinued = part.exits().contains(new Exit.Continue(label));
      out.open("if (" + names.at() + " == 0) {");
      leave(part, outcome, out);
      out.close("}");
      if (isBroken && isContinued) {
        out.line("break " + label + ";");
      }
      out.close(isBroken ? "}" : "} while (false);");
      outcome = outcome(part, isBroken ? new Exit.Break(label) : new Exit.Continue(label));
    }
    leave(part, outcome, out);
    if (isGuarded(part)) {
      out.between("} finally {");
      out.open("if (" + names.state() + " == 0) {");
      PauseWriter.store(passage(part).leaving(), out);
      out.close("}").close("}");
    }
  }

  private static String outcome(Stmt.Part part, Exit exit) {
    return Integer.toString(FIRST_JUMP + part.exits().indexOf(exit));
  }

  /** Whether the locals are stored wherever the part is left, be it by an exception. */
  private boolean isGuarded(Stmt.Part part) {
    return passage(part).isGuarded() && !passage(part).leaving().isEmpty();
  }

  private void leave(Stmt.Part part, String outcome, CodeWriter out) {
    if (!isGuarded(part)) {
      PauseWriter.store(passage(part).leaving(), out);
    }
    out.line("return " + outcome + ";");
  }
}
