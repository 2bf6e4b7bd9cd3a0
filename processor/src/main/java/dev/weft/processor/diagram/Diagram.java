package dev.weft.processor.diagram;

import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Suspension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states of a machine and what leads from one to another. Ways that no run takes may be in it,
 * ways that a run takes are not left out, but for exceptions that nobody catches.
 *
 * @param title the method
 * @param place where it begins
 */
record Diagram(String title, String place, List<Suspension> states, List<Edge> edges) {
  /** Stands for the beginning, in place of the number of a suspension. */
  static final int START = 0;

  /** Stands for the end. */
  static final int END = -1;

  /** How many ways are followed from one state. */
  private static final int MAX_WAYS = 20_000;

  /** How many conditions a label may join. */
  private static final int MAX_CONDITIONS = 2;

  /**
   * A transition.
   *
   * @param label when it is taken; empty if always, or if that is not simple
   * @param isFailure whether an exception leads there
   */
  record Edge(int from, int to, String label, boolean isFailure) {}

  /** Where a walk has got to, and how. */
  private record Walk(
      Point point, List<String> conditions, Map<String, String> values, boolean hasFailed) {}

  /** Where a walk has ended. */
  private record Arrival(int to, boolean hasFailed) {}

  static Diagram of(Machine machine) {
    Points points = new Points(machine.body());
    List<Edge> edges = new ArrayList<>(edges(START, points.start, points.end));
    Map<Integer, Point> states = new HashMap<>();
    collect(points.start, states);
    for (Suspension each : machine.suspensions()) {
      Point point = states.get(each.number());
      if (point != null) {
        edges.addAll(edges(each.number(), point, points.end));
      }
    }
    Machine.Source source = machine.source();
    return new Diagram(
        source.hostLabel() + "." + source.signature(),
        source.file() + " line " + source.line(),
        machine.suspensions(),
        edges);
  }

  private static void collect(Point start, Map<Integer, Point> states) {
    Deque<Point> work = new ArrayDeque<>(List.of(start));
    Set<Point> seen = new HashSet<>(work);
    while (!work.isEmpty()) {
      Point point = work.pop();
      point.suspension.ifPresent(s -> states.put(s.number(), point));
      point.ways.stream().map(Point.Way::to).filter(seen::add).forEach(work::push);
    }
  }

  private static List<Edge> edges(int from, Point start, Point end) {
    Map<Arrival, Set<List<String>>> arrivals = new LinkedHashMap<>();
    Deque<Walk> work = new ArrayDeque<>();
    Set<Walk> seen = new HashSet<>();
    step(new Walk(start, List.of(), Map.of(), false), work, seen);
    while (!work.isEmpty()) {
      Walk walk = work.pop();
      Optional<Suspension> state = walk.point().suspension;
      if (state.isPresent() || walk.point() == end) {
        int to = state.map(Suspension::number).orElse(END);
        arrivals
            .computeIfAbsent(new Arrival(to, walk.hasFailed()), a -> new LinkedHashSet<>())
            .add(walk.conditions());
      } else if (seen.size() < MAX_WAYS) {
        step(walk, work, seen);
      }
    }
    List<Edge> edges = new ArrayList<>();
    arrivals.forEach(
        (arrival, conditions) -> {
          boolean isDrawn = arrivals.containsKey(new Arrival(arrival.to(), false));
          if (!arrival.hasFailed() || !isDrawn && arrival.to() != END) {
            edges.add(new Edge(from, arrival.to(), label(conditions), arrival.hasFailed()));
          }
        });
    edges.sort(Comparator.comparing((Edge e) -> e.to() == END).thenComparing(Edge::to));
    return edges;
  }

  private static void step(Walk walk, Deque<Walk> work, Set<Walk> seen) {
    Map<String, String> values = new HashMap<>(walk.values());
    values.putAll(walk.point().sets);
    List<Walk> next = new ArrayList<>();
    for (Point.Way way : walk.point().ways) {
      // An exception may come before a variable is set.
      Map<String, String> known = way.isFailure() ? walk.values() : values;
      if (way.test().map(t -> t.mayHold(known)).orElse(true)) {
        List<String> conditions = new ArrayList<>(way.isFailure() ? List.of() : walk.conditions());
        if (!way.condition().isEmpty()) {
          conditions.add(way.condition());
        }
        Map<String, String> kept = new HashMap<>(known);
        way.test().filter(Point.Test::isEqual).ifPresent(t -> kept.put(t.variable(), t.value()));
        next.add(new Walk(way.to(), conditions, kept, walk.hasFailed() || way.isFailure()));
      }
    }
    for (int i = next.size() - 1; i >= 0; i--) {
      if (seen.add(next.get(i))) {
        work.push(next.get(i));
      }
    }
  }

  /** What is said of all ways between two states; nothing if that would be much. */
  private static String label(Set<List<String>> ways) {
    boolean isShort = ways.stream().allMatch(w -> w.size() <= MAX_CONDITIONS);
    if (ways.size() > MAX_CONDITIONS || !isShort || ways.contains(List.<String>of())) {
      return "";
    }
    return String.join(" or ", ways.stream().map(w -> String.join(", ", w)).toList());
  }
}
