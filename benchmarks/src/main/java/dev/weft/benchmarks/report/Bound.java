package dev.weft.benchmarks.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What is aimed at: one way takes at most so many times as long as another one.
 *
 * @param what the work, in words
 * @param work its name in the results
 * @param way who is to keep it
 * @param base whom it is compared with; empty for a bound on the number itself
 */
record Bound(String what, String work, String way, String base, double atMost) {

  /** The ratio that was measured, or the number itself; none where something was not measured. */
  Optional<Double> measured(Results results) {
    Optional<Figure> own = results.find(work, way);
    return base.isEmpty()
        ? own.map(Figure::median)
        : own.flatMap(o -> results.find(work, base).map(b -> o.median() / b.median()));
  }

  /** A cell of the table: the ratio, and whether it keeps the bound. */
  String cell(Results results) {
    return measured(results)
        .map(this::shown)
        .map(shown -> number(shown) + (shown <= atMost ? "" : " (**missed**)"))
        .orElse("–");
  }

  /**
   * As it is shown: a bound is not missed by what nobody could measure twice. Bytes of objects come
   * in eights; what a heap has beyond that, divided by a million, is not theirs.
   */
  private double shown(double measured) {
    return base.isEmpty() ? Math.round(measured / 8) * 8 : Math.round(measured * 100) / 100.0;
  }

  private String number(double ratio) {
    return String.format(Locale.ROOT, base.isEmpty() ? "%.0f" : "%.2f", ratio);
  }
}
