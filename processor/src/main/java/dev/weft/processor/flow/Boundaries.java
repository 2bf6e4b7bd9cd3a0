package dev.weft.processor.flow;

import dev.weft.processor.model.Stmt;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What parts do about locals on the ways out of them. */
final class Boundaries {
  private final Map<Integer, BitSet> written = new HashMap<>();
  private final Map<Integer, BitSet> needed = new HashMap<>();
  private final Set<Integer> guarded = new HashSet<>();

  Boundaries(FlowGraph graph, Liveness liveness) {
    for (FlowNode node : graph.nodes()) {
      node.part.ifPresent(p -> set(written, p).or(node.writes));
      node.boundary.ifPresent(
          b -> {
            if (!b.isEntry()) {
              set(needed, b.part()).or(liveness.after(node));
            } else if (node.handler.isPresent()) {
              guarded.add(b.part().number());
            }
          });
    }
  }

  private static BitSet set(Map<Integer, BitSet> sets, Stmt.Part part) {
    return sets.computeIfAbsent(part.number(), p -> new BitSet());
  }

  /** The locals that a part must have stored when it is left. */
  BitSet stores(Stmt.Part part) {
    BitSet stores = (BitSet) set(written, part).clone();
    stores.and(set(needed, part));
    return stores;
  }

  /** The locals that may be read behind a part, wherever it leads. */
  BitSet loads(Stmt.Part part) {
    return set(needed, part);
  }

  /** Whether an exception out of a part is handled by the method. */
  boolean isGuarded(Stmt.Part part) {
    return guarded.contains(part.number());
  }
}
