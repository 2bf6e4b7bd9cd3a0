package dev.weft.processor.flow;

import dev.weft.processor.model.Local;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which locals may still be read before they are assigned again. */
final class Liveness {
  private final Map<FlowNode, BitSet> before = new HashMap<>();
  private final Map<FlowNode, List<FlowNode>> dependents = new HashMap<>();
  private final BitSet unsaved = new BitSet();

  Liveness(FlowGraph graph, List<Local> locals) {
    locals.stream().filter(l -> l.role() == Local.Role.TRANSIENT).forEach(l -> unsaved.set(l.id()));
    for (FlowNode node : graph.nodes()) {
      before.put(node, new BitSet());
      node.next.forEach(n -> dependent(n, node));
      node.handler.ifPresent(h -> dependent(h, node));
    }
    solve(graph);
  }

  private void dependent(FlowNode on, FlowNode node) {
    dependents.computeIfAbsent(on, n -> new ArrayList<>()).add(node);
  }

  private void solve(FlowGraph graph) {
    Deque<FlowNode> work = new ArrayDeque<>(graph.nodes());
    Set<FlowNode> queued = new HashSet<>(graph.nodes());
    while (!work.isEmpty()) {
      FlowNode node = work.poll();
      queued.remove(node);
      BitSet live = after(node);
      live.andNot(node.kills);
      live.or(node.reads);
      node.handler.ifPresent(h -> live.or(at(h)));
      if (!live.equals(at(node))) {
        before.put(node, live);
        for (FlowNode dependent : dependents.getOrDefault(node, List.of())) {
          if (queued.add(dependent)) {
            work.add(dependent);
          }
        }
      }
    }
  }

  private BitSet at(FlowNode node) {
    return before.getOrDefault(node, new BitSet());
  }

  /** What is live behind a node. */
  BitSet after(FlowNode node) {
    BitSet live = new BitSet();
    node.next.forEach(n -> live.or(at(n)));
    return live;
  }

  /** What a paused machine needs at a suspension: the answer to it may be an exception. */
  BitSet across(FlowNode suspension) {
    BitSet live = after(suspension);
    suspension.handler.ifPresent(h -> live.or(at(h)));
    live.andNot(unsaved);
    return live;
  }
}
