package dev.weft.processor.flow;

import dev.weft.processor.model.Local;
import dev.weft.processor.model.Suspension;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A point of the method: what runs there touches locals, and then one of several others follows.
 */
final class FlowNode {
  final BitSet reads = new BitSet();
  final BitSet writes = new BitSet();

  /** Locals whose value from before is not read any more once the node has run. */
  final BitSet kills = new BitSet();

  final List<FlowNode> next = new ArrayList<>();

  /** Where an exception out of this node goes. */
  Optional<FlowNode> handler = Optional.empty();

  Optional<Suspension> suspension = Optional.empty();

  FlowNode read(Set<Local> locals) {
    locals.forEach(l -> reads.set(l.id()));
    return this;
  }

  FlowNode write(Set<Local> locals) {
    locals.forEach(l -> writes.set(l.id()));
    return this;
  }

  FlowNode forget(Set<Local> locals) {
    locals.forEach(l -> kills.set(l.id()));
    return this;
  }

  FlowNode assign(Local local) {
    writes.set(local.id());
    kills.set(local.id());
    return this;
  }
}
