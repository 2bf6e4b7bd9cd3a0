package dev.weft.benchmarks.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tables in Markdown, with a pair of columns for each JDK. */
final class Tables {
  private final List<Results> all;

  Tables(List<Results> all) {
    this.all = all;
  }

  /** One work: for each way its figure and spread, and how many times the base's that is. */
  String work(String work, String base, String unit) {
    StringBuilder table = new StringBuilder("| |");
    all.forEach(
        r -> table.append(" JDK ").append(r.jdk()).append(", ").append(unit).append(" | |"));
    table.append("\n| --- |").append(" ---: | ---: |".repeat(all.size())).append('\n');
    for (String way : ways(work)) {
      table.append("| ").append(Ways.label(way)).append(" |");
      for (Results results : all) {
        table.append(cells(results.find(work, way), results.find(work, base)));
      }
      table.append('\n');
    }
    return table.toString().stripTrailing();
  }

  private static String cells(Optional<Figure> own, Optional<Figure> base) {
    return own.map(
            figure -> {
              String ratio = base.map(b -> times(figure.median() / b.median())).orElse("");
              return " " + value(figure) + " | " + ratio + " |";
            })
        .orElse(" – | |");
  }

  private static String value(Figure figure) {
    int percent = (int) Math.round(figure.spread() * 100);
    return number(figure.median()) + (percent == 0 ? "" : " ± " + percent + " %");
  }

  private static String times(double ratio) {
    return number(ratio) + " ×";
  }

  /** With as many digits as tell something. */
  static String number(double value) {
    String format =
        value < 0.095 ? "%.3f" : value < 9.95 ? "%.2f" : value < 99.5 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  /** The ways of a work, the quickest on the newest JDK first. */
  private Set<String> ways(String work) {
    Results newest = all.get(all.size() - 1);
    Set<String> ways = new LinkedHashSet<>();
    newest.figures().stream()
        .filter(figure -> figure.work().equals(work))
        .sorted(Comparator.comparingDouble(Figure::median))
        .forEach(figure -> ways.add(figure.way()));
    return ways;
  }

  /** The bounds, and what was measured. */
  String bounds(List<Bound> bounds) {
    StringBuilder table = new StringBuilder("| work | compared | at most |");
    all.forEach(r -> table.append(" JDK ").append(r.jdk()).append(" |"));
    table.append("\n| --- | --- | ---: |").append(" ---: |".repeat(all.size())).append('\n');
    for (Bound bound : bounds) {
      table
          .append("| ")
          .append(bound.what())
          .append(" | ")
          .append(compared(bound))
          .append(" | ")
          .append(bound.base().isEmpty() ? number(bound.atMost()) : times(bound.atMost()))
          .append(" |");
      all.forEach(results -> table.append(' ').append(bound.cell(results)).append(" |"));
      table.append('\n');
    }
    return table.toString().stripTrailing();
  }

  private static String compared(Bound bound) {
    String own = Ways.label(bound.way());
    return bound.base().isEmpty() ? own : own + " to " + Ways.label(bound.base());
  }

  /** Cold and warm runs of javac: without the processor, with it, and the difference. */
  String compilation() {
    StringBuilder table = new StringBuilder("| methods |");
    all.forEach(
        r ->
            table
                .append(" JDK ")
                .append(r.jdk())
                .append(": without, s | with, s | added, ms each |"));
    table.append("\n| --- |").append(" ---: | ---: | ---: |".repeat(all.size())).append('\n');
    for (String work : compilations()) {
      table.append("| ").append(work.substring("compile ".length())).append(" |");
      for (Results results : all) {
        table.append(compilation(results, work));
      }
      table.append('\n');
    }
    return table.toString().stripTrailing();
  }

  private List<String> compilations() {
    return all.get(0).figures().stream()
        .map(Figure::work)
        .filter(work -> work.startsWith("compile "))
        .distinct()
        .toList();
  }

  private static String compilation(Results results, String work) {
    Optional<Figure> without = results.find(work, "without");
    Optional<Figure> with = results.find(work, "with");
    if (without.isEmpty() || with.isEmpty()) {
      return " – | – | – |";
    }
    int methods = Integer.parseInt(work.replaceAll("\\D", ""));
    double added = (with.get().median() - without.get().median()) * 1000 / methods;
    return String.format(
        Locale.ROOT, " %.2f | %.2f | %.0f |", without.get().median(), with.get().median(), added);
  }
}
