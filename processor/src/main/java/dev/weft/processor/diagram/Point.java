package dev.weft.processor.diagram;

import dev.weft.processor.model.Suspension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A point of a method, and the ways on from it. */
final class Point {
  /** Of a state of the drawing: the suspension that stands here. */
  final Optional<Suspension> suspension;

  /** The machine's own variables that are set here; an empty value is not known. */
  final Map<String, String> sets = new HashMap<>();

  final List<Way> ways = new ArrayList<>();

  /**
   * A way on.
   *
   * @param condition when it is taken, as a reader of the source says it; empty if always, or if
   *     that is not simple
   * @param test what a variable of the machine's own must be
   * @param isFailure whether an exception takes it
   */
  record Way(Point to, String condition, Optional<Test> test, boolean isFailure) {}

  /** Compares a variable of the machine's own with a constant. */
  record Test(String variable, boolean isEqual, String value) {
    Test not() {
      return new Test(variable, !isEqual, value);
    }

    /** Whether it may hold, as far as the values are known. */
    boolean mayHold(Map<String, String> values) {
      String known = values.getOrDefault(variable, "");
      return known.isEmpty() || known.equals(value) == isEqual;
    }
  }

  Point(Optional<Suspension> suspension) {
    this.suspension = suspension;
  }

  void leadsTo(Point to) {
    ways.add(new Way(to, "", Optional.empty(), false));
  }

  void leadsTo(Point to, Condition condition) {
    ways.add(new Way(to, condition.text(), condition.test(), false));
  }

  void failsTo(Point to, String exception) {
    ways.add(new Way(to, exception, Optional.empty(), true));
  }
}
