package dev.weft.processor.emit;

import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Suspension;
import java.util.List;
import java.util.Objects;

/** Writes one suspension: what is saved and returned there, and what is loaded behind it. */
final class PauseWriter {
  private final String x;
  private final String at;
  private final SavePlan plan;

  PauseWriter(Machine.Names names, SavePlan plan) {
    this.x = names.execution();
    this.at = names.at();
    this.plan = plan;
  }

  void write(Suspension suspension, CodeWriter out) {
    int number = suspension.number();
    SavePlan.Save save = Objects.requireNonNull(plan.saves().get(number));
    if (suspension.kind() == Suspension.Kind.YIELD) {
      save(save, out);
      out.line("return suspend(" + x + ", " + number + ", ", suspension.operand(), ");");
    } else {
      String does = suspension.kind() == Suspension.Kind.PERFORM ? "perform" : "call";
      out.open(
          "if (" + does + "(" + x + ", " + number + ", ", suspension.operand(), ") == PAUSED) {");
      save(save, out);
      out.line("return PAUSED;");
      out.close("}");
    }
    out.end();
    out.open("case " + number + ":");
    resume(suspension.kind(), save.loads(), out);
  }

  private static void save(SavePlan.Save save, CodeWriter out) {
    for (Local local : save.stores()) {
      out.line("this." + local.name() + " = " + local.name() + ";");
    }
    for (Local local : save.clears()) {
      out.line("this." + local.name() + " = null;");
    }
  }

  /** A call or an effect that needed no pause comes by here too, with nothing to load. */
  private void resume(Suspension.Kind kind, List<Local> loads, CodeWriter out) {
    boolean maySkip = kind.mayNotPause() && !loads.isEmpty();
    if (maySkip) {
      out.open("if (" + at + " != 0) {");
    }
    out.line(at + " = 0;");
    for (Local local : loads) {
      out.line(local.name() + " = this." + local.name() + ";");
    }
    if (maySkip) {
      out.close("}");
    }
  }
}
