package dev.weft.processor.flow;

import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Stmt;
import dev.weft.processor.model.Suspension;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which locals are stored, loaded and dropped at each suspension.
 *
 * @param saves by the number of the suspension
 * @param passages by the number of the part
 * @param beforeLoops what is stored before a loop, which is told from others that are like it
 * @param fields the locals that have a field
 */
public record SavePlan(
    Map<Integer, Save> saves,
    Map<Integer, Passage> passages,
    IdentityHashMap<Stmt.Loop, List<Local>> beforeLoops,
    Set<Local> fields) {

  /**
   * What one suspension does.
   *
   * @param stores locals whose field is out of date
   * @param clears locals whose field holds an object that is not needed any more
   * @param loads locals that are needed when the method goes on and are not loaded already
   * @param live all locals that are needed when the method goes on
   */
  public record Save(List<Local> stores, List<Local> clears, List<Local> loads, List<Local> live) {}

  /**
   * What the passage into a part and out of it does.
   *
   * @param entering locals whose field is out of date before the part
   * @param leaving locals whose field is out of date behind it
   * @param loads locals that may be needed behind it
   * @param isGuarded whether an exception out of it is handled by the same method
   */
  public record Passage(
      List<Local> entering, List<Local> leaving, List<Local> loads, boolean isGuarded) {}

  /** All locals that are stored anywhere. */
  public Set<Local> stored() {
    Set<Local> stored = new LinkedHashSet<>();
    saves.values().forEach(s -> stored.addAll(s.stores()));
    saves.values().forEach(s -> stored.addAll(s.clears()));
    passages.values().forEach(p -> stored.addAll(p.entering()));
    passages.values().forEach(p -> stored.addAll(p.leaving()));
    beforeLoops.values().forEach(stored::addAll);
    return stored;
  }

  /** Works out the plan of a machine. */
  public static SavePlan of(Machine machine) {
    List<Local> locals = machine.locals();
    FlowGraph graph = new FlowGraph(machine.body());
    Liveness liveness = new Liveness(graph, locals);
    Boundaries boundaries = new Boundaries(graph, liveness);
    LoopHeads heads = new LoopHeads(graph, liveness);
    FieldState fields = new FieldState(graph, liveness, boundaries, heads, locals);
    Map<Integer, Save> saves = new LinkedHashMap<>();
    Map<Integer, Passage> passages = new LinkedHashMap<>();
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
                pick(loads, locals),
                pick(live, locals)));
      }
      if (node.boundary.filter(FlowNode.Boundary::isEntry).isPresent()) {
        Stmt.Part part = node.boundary.get().part();
        BitSet entering = fields.stored(node);
        BitSet leaving = boundaries.stores(part);
        saved.or(entering);
        saved.or(leaving);
        BitSet loads = (BitSet) boundaries.loads(part).clone();
        locals.stream()
            .filter(l -> l.role() == Local.Role.CONSTANT_PARAMETER)
            .forEach(l -> loads.clear(l.id()));
        passages.put(
            part.number(),
            new Passage(
                pick(entering, locals),
                pick(leaving, locals),
                pick(loads, locals),
                boundaries.isGuarded(part)));
      }
    }
    IdentityHashMap<Stmt.Loop, List<Local>> beforeLoops = new IdentityHashMap<>();
    for (FlowGraph.LoopNodes loop : graph.loops()) {
      beforeLoops.put(loop.loop(), pick(fields.storedBeforeLoop(loop.head()), locals));
    }
    machine.parameters().forEach(p -> saved.set(p.id()));
    return new SavePlan(saves, passages, beforeLoops, new LinkedHashSet<>(pick(saved, locals)));
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
