package dev.weft.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Bars of how many times as long as by hand each way takes, on a logarithmic scale, as SVG. */
final class Chart {
  private static final List<String> WAYS =
      List.of("weft", "kotlinRaw", "kotlinSequence", "javaflow", "loom", "virtualThreads");
  private static final List<String> COLOURS =
      List.of("#1f77b4", "#8c6bb1", "#c5b0d5", "#ff9f40", "#7fbf7f", "#b0b0b0");
  private static final int LEFT = 230;
  private static final int WIDTH = 460;
  private static final int BAR = 16;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 1_000;

  private final Results results;
  private final StringBuilder svg = new StringBuilder();
  private int y = 40;

  Chart(Results results) {
    this.results = results;
  }

  /** A group of bars for each work. */
  String of(List<String> works) {
    works.forEach(this::group);
    int height = y + 20;
    String scale = scale(height - 30);
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                + "<text x=\"10\" y=\"20\" font-size=\"14\">"
                + "Time of a step, as a multiple of a machine written by hand (JDK %d)</text>%n",
            LEFT + WIDTH + 70,
            height,
            results.jdk())
        + scale
        + svg
        + "</svg>\n";
  }

  private String scale(int bottom) {
    StringBuilder lines = new StringBuilder();
    for (double at : new double[] {1, 10, 100, 1_000}) {
      lines.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%1$d\" y1=\"30\" x2=\"%1$d\" y2=\"%2$d\" stroke=\"#ccc\"/>"
                  + "<text x=\"%1$d\" y=\"%3$d\" text-anchor=\"middle\" fill=\"#666\">%4$.0f</text>%n",
              x(at),
              bottom,
              bottom + 16,
              at));
    }
    return lines.toString();
  }

  private void group(String work) {
    double base = results.find(work, "byHand").map(Figure::median).orElse(Double.NaN);
    if (Double.isNaN(base)) {
      return;
    }
    svg.append(
        String.format("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>%n", y + 12, work));
    y += BAR + 4;
    for (int i = 0; i < WAYS.size(); i++) {
      String way = WAYS.get(i);
      String colour = COLOURS.get(i);
      results.find(work, way).ifPresent(figure -> bar(way, figure.median() / base, colour));
    }
    y += 12;
  }

  private void bar(String way, double ratio, String colour) {
    int from = x(Math.min(1, ratio));
    int to = x(Math.max(1, ratio));
    String label = Ways.label(way).replace("*", "").replace("`", "");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                + "<text x=\"%d\" y=\"%2$d\">%s</text>%n",
            LEFT - 60,
            y + 12,
            label,
            from,
            y,
            Math.max(to - from, 2),
            BAR - 3,
            colour,
            to + 5,
            Tables.number(ratio)));
    y += BAR;
  }

  private static int x(double ratio) {
    double part = Math.log(ratio / LOWEST) / Math.log(HIGHEST / LOWEST);
    return LEFT - 40 + (int) Math.round(part * WIDTH);
  }
}
