package dev.weft.processor.flow;

import dev.weft.processor.model.Suspension;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What is stored before a loop, once, so that it need not be stored at each pause in it: the locals
 * that a pause needs and that the loop leaves as they are.
 */
final class LoopHeads {
  private final Map<FlowNode, BitSet> unchanged = new HashMap<>();

  LoopHeads(FlowGraph graph, Liveness liveness) {
    graph.loops().forEach(loop -> unchanged.put(loop.head(), unchanged(loop, liveness)));
  }

  /** Of a loop that surely pauses: a call or an effect in it may store nothing at all. */
  private static BitSet unchanged(FlowGraph.LoopNodes loop, Liveness liveness) {
    BitSet needed = new BitSet();
    BitSet written = new BitSet();
    for (FlowNode node : loop.inside()) {
      written.or(node.writes);
      if (node.suspension.filter(s -> s.kind() == Suspension.Kind.YIELD).isPresent()) {
        needed.or(liveness.across(node));
      }
    }
    needed.andNot(written);
    return needed;
  }

  /** The locals that are in their fields behind a node, if it is the head of a loop. */
  BitSet stored(FlowNode node) {
    return unchanged.getOrDefault(node, new BitSet());
  }
}
