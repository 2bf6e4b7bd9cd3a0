package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One thing measured.
 *
 * @param work what was done, such as {@code Generator}
 * @param way in which way, such as {@code byHand}
 * @param median of all iterations in all virtual machines
 * @param low the first quartile
 * @param high the third quartile
 */
record Figure(String work, String way, double median, double low, double high) {

  static Figure of(String work, String way, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Figure(work, way, at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Half the distance of the quartiles, as a part of the median. */
  double spread() {
    return (high - low) / 2 / median;
  }

  /** The line of a file of results: the five fields with tabs between. */
  String line() {
    return String.format(Locale.ROOT, "%s\t%s\t%.3f\t%.3f\t%.3f", work, way, median, low, high);
  }

  /** The figures of a file of results; lines that begin with {@code #} are left out. */
  static List<Figure> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(Figure::parse)
        .toList();
  }

  private static Figure parse(String line) {
    String[] fields = line.split("\t");
    if (fields.length != 5) {
      throw new IllegalArgumentException("Not a line of results: " + line);
    }
    return new Figure(
        fields[0],
        fields[1],
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]));
  }
}
