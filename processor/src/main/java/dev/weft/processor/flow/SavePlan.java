package dev.weft.processor.flow;

import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Suspension;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which locals are stored, loaded and dropped at each suspension.
 *
 * @param saves by the number of the suspension
 * @param fields the locals that have a field
 */
public record SavePlan(Map<Integer, Save> saves, Set<Local> fields) {

  /**
   * What one suspension does.
   *
   * @param stores locals whose field is out of date
   * @param clears locals whose field holds an object that is not needed any more
   * @param loads locals that are needed when the method goes on
   */
  public record Save(List<Local> stores, List<Local> clears, List<Local> loads) {}

  /** Works out the plan of a machine. */
  public static SavePlan of(Machine machine) {
    List<Local> locals = machine.locals();
    FlowGraph graph = new FlowGraph(machine.body());
    Liveness liveness = new Liveness(graph, locals);
    FieldState fields = new FieldState(graph, liveness, locals);
    Map<Integer, Save> saves = new LinkedHashMap<>();
    BitSet saved = new BitSet();
    for (FlowNode node : graph.nodes()) {
      if (node.suspension.isPresent()) {
        Suspension suspension = node.suspension.get();
        BitSet live = liveness.across(node);
        saved.or(live);
        BitSet loads = (BitSet) live.clone();
        loadedAtEntry(locals).stream().forEach(loads::clear);
        saves.put(
            suspension.number(),
            new Save(
                pick(fields.stale(node), locals),
                pick(fields.garbage(node), locals),
                pick(loads, locals)));
      }
    }
    machine.parameters().forEach(p -> saved.set(p.id()));
    return new SavePlan(saves, new LinkedHashSet<>(pick(saved, locals)));
  }

  /** These are read from their fields at the top of {@code step}, whatever the state. */
  private static BitSet loadedAtEntry(List<Local> locals) {
    BitSet set = new BitSet();
    locals.stream().filter(Local::isParameter).forEach(l -> set.set(l.id()));
    return set;
  }

  private static List<Local> pick(BitSet set, List<Local> locals) {
    return set.stream().mapToObj(locals::get).toList();
  }
}
