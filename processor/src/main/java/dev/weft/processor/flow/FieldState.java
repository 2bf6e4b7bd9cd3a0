package dev.weft.processor.flow;

import dev.weft.processor.model.Local;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the fields may differ from what they should hold, followed along all ways. */
final class FieldState {
  private final Liveness liveness;
  private final Boundaries boundaries;
  private final LoopHeads heads;
  private final BitSet references = new BitSet();
  private final Map<FlowNode, State> before = new HashMap<>();

  /**
   * @param stale locals whose value their field may not have
   * @param filled locals whose field may hold an object
   */
  private record State(BitSet stale, BitSet filled) {
    State() {
      this(new BitSet(), new BitSet());
    }

    State copy() {
      return new State((BitSet) stale.clone(), (BitSet) filled.clone());
    }

    /** Adds another way to get here; answers whether that is news. */
    boolean merge(State other) {
      int before = stale.cardinality() + filled.cardinality();
      stale.or(other.stale);
      filled.or(other.filled);
      return stale.cardinality() + filled.cardinality() > before;
    }
  }

  FieldState(
      FlowGraph graph,
      Liveness liveness,
      Boundaries boundaries,
      LoopHeads heads,
      List<Local> locals) {
    this.liveness = liveness;
    this.boundaries = boundaries;
    this.heads = heads;
    State initial = new State();
    for (Local local : locals) {
      if (local.isReference()) {
        references.set(local.id());
      }
      if (local.isParameter() && local.isReference()) {
        initial.filled.set(local.id());
      }
    }
    solve(graph, initial);
  }

  private void solve(FlowGraph graph, State initial) {
    Deque<FlowNode> work = new ArrayDeque<>(List.of(graph.start()));
    Set<FlowNode> queued = new HashSet<>(work);
    before.put(graph.start(), initial);
    while (!work.isEmpty()) {
      FlowNode node = work.poll();
      queued.remove(node);
      State after = after(node);
      node.next.forEach(n -> flow(after, n, work, queued));
      node.handler.ifPresent(
          h -> {
            flow(at(node), h, work, queued);
            flow(after, h, work, queued);
          });
    }
  }

  private void flow(State state, FlowNode to, Deque<FlowNode> work, Set<FlowNode> queued) {
    boolean isNew = !before.containsKey(to);
    boolean isNews = before.computeIfAbsent(to, n -> new State()).merge(state);
    if ((isNew || isNews) && queued.add(to)) {
      work.add(to);
    }
  }

  private State at(FlowNode node) {
    return before.getOrDefault(node, new State());
  }

  private State after(FlowNode node) {
    State state = at(node).copy();
    state.stale.or(node.writes);
    node.boundary.ifPresent(b -> pass(node, b, state));
    store(storedBeforeLoop(node), state);
    if (node.suspension.isPresent()) {
      BitSet live = liveness.across(node);
      BitSet garbage = garbage(node);
      State paused = state.copy();
      paused.stale.andNot(live);
      paused.filled.or(live);
      paused.filled.and(references);
      paused.filled.andNot(garbage);
      paused.stale.or(garbage);
      boolean mayNotPause = node.suspension.get().kind().mayNotPause();
      if (!mayNotPause) {
        return paused;
      }
      state.merge(paused);
    }
    return state;
  }

  /** What is live is in its field when one method goes on with the locals of another. */
  private void pass(FlowNode node, FlowNode.Boundary boundary, State state) {
    BitSet stored = boundary.isEntry() ? stored(node) : boundaries.stores(boundary.part());
    store(stored, state);
  }

  private void store(BitSet stored, State state) {
    state.stale.andNot(stored);
    state.filled.or(stored);
    state.filled.and(references);
  }

  /** The locals that must be stored at the head of a loop. */
  BitSet storedBeforeLoop(FlowNode head) {
    BitSet stored = (BitSet) heads.stored(head).clone();
    stored.and(at(head).stale);
    return stored;
  }

  /** The live locals that must be stored on the way into a part. */
  BitSet stored(FlowNode entry) {
    BitSet stored = (BitSet) at(entry).stale.clone();
    stored.and(liveness.after(entry));
    return stored;
  }

  /** The live locals that must be stored at a suspension. */
  BitSet stale(FlowNode suspension) {
    BitSet stale = (BitSet) at(suspension).stale.clone();
    stale.or(suspension.writes);
    stale.and(liveness.across(suspension));
    return stale;
  }

  /** The fields whose objects nobody needs while the machine is paused. */
  BitSet garbage(FlowNode suspension) {
    BitSet garbage = (BitSet) at(suspension).filled.clone();
    garbage.andNot(liveness.across(suspension));
    return garbage;
  }
}
