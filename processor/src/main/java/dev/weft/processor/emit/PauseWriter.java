package dev.weft.processor.emit;

import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Stmt;
import dev.weft.processor.model.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes one suspension: what is saved and returned there, and what is loaded behind it. */
final class PauseWriter {
  private final String x;
  private final String at;
  private final SavePlan plan;
  private final boolean loads;

  /**
   * @param loads whether the method begins without its locals, and not with all of them
   */
  PauseWriter(Machine.Names names, SavePlan plan, boolean loads) {
    this.loads = loads;
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
    resume(suspension.kind(), loads ? save.loads() : List.of(), out);
  }

  /** The statements of a block, with what is stored before loops. */
  List<Stmt> withStores(List<Stmt> list) {
    List<Stmt> whole = new ArrayList<>();
    for (Stmt each : list) {
      if (each instanceof Stmt.Loop loop) {
        List<Local> stored = plan.beforeLoops().getOrDefault(loop, List.of());
        stored.forEach(local -> whole.add(Stmt.Plain.line(stored(local))));
      }
      whole.add(each);
    }
    return whole;
  }

  private static void save(SavePlan.Save save, CodeWriter out) {
    store(save.stores(), out);
    for (Local local : save.clears()) {
      out.line("this." + local.name() + " = null;");
    }
  }

  /** Copies locals to their fields. */
  static void store(List<Local> locals, CodeWriter out) {
    locals.forEach(l -> out.line(stored(l)));
  }

  private static String stored(Local local) {
    return "this." + local.name() + " = " + local.name() + ";";
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
