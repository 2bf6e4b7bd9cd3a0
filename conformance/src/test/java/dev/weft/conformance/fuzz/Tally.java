package dev.weft.conformance.fuzz;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each construct was made, and how often with a suspension inside. */
final class Tally {
  private static final class Count {
    private int made;
    private int suspending;
  }

  private final Map<String, Count> counts = new TreeMap<>();

  /** Notes all constructs of a method. */
  void add(Node body) {
    count(body);
  }

  /** Whether the piece suspends. */
  private boolean count(Node node) {
    boolean suspends = Pauses.isPause(node);
    boolean inside = false;
    for (Object part : node.parts) {
      if (part instanceof Node child) {
        inside |= count(child);
      }
    }
    if (!node.tag.isEmpty()) {
      Count count = counts.computeIfAbsent(node.tag, t -> new Count());
      count.made++;
      count.suspending += inside ? 1 : 0;
    }
    return suspends || inside;
  }

  /** How many pieces of this construct had a suspension inside. */
  int suspending(String construct) {
    return counts.getOrDefault(construct, new Count()).suspending;
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(e -> e.getKey() + " " + e.getValue().suspending + "/" + e.getValue().made)
        .collect(Collectors.joining(", "));
  }
}
