package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page on performance: its text with the tables of all files of results in it. */
public final class Report {
  /** {@code {{name}}} or {@code {{work base unit}}}. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{([^}]*)}}");

  private static final List<String> DRAWN = List.of("Generator", "Dialogue", "Chain", "Tree");

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("generator, a box each", "Generator", "frames", "byHand", 1.3),
          new Bound("generator, a box each", "Generator", "weft", "byHand", 1.3),
          new Bound("generator, a box each", "Generator", "weft", "byHandIterator", 1.3),
          new Bound("generator, a box each", "Generator", "weft", "kotlinSequence", 1),
          new Bound("generator, no boxes", "Objects", "frames", "byHand", 1.3),
          new Bound("generator, no boxes", "Objects", "weft", "byHand", 1.3),
          new Bound("generator, no boxes", "Objects", "weft", "byHandIterator", 1.3),
          new Bound("generator, no boxes", "Objects", "weft", "kotlinSequence", 1),
          new Bound("dialogue", "Dialogue", "frames", "byHand", 1.5),
          new Bound("dialogue", "Dialogue", "weft", "byHand", 1.5),
          new Bound("dialogue", "Dialogue", "weft", "byHandGuarded", 1.5),
          new Bound("chain of 1,000 calls", "Chain", "weft", "byHand", 2),
          new Bound("chain of 1,000 calls", "Chain", "weft", "kotlinSequence", 1),
          new Bound("walk through a tree", "Tree", "weft", "byHand", 1.5),
          new Bound("loop with a rare pause", "RareYield", "frames", "plain", 1.3),
          new Bound("loops in a loop", "NestedLoops", "frames", "plain", 1.3),
          new Bound("a method of 250 pauses", "ManyPauses", "frames250", "frames30", 3),
          new Bound("bytes, suspended", "Footprint", "weft", "", 56),
          new Bound("bytes, suspended", "Footprint", "weftWithRunner", "", 88),
          new Bound("trip", "Trip", "runnerAnswersItself", "lambdaAnswersItself", 0.4));

  private Report() {}

  /** Arguments: the folder of results, the page's text, the page, and the chart to write. */
  public static void main(String[] args) throws IOException {
    List<Results> all = results(Path.of(args[0]));
    Files.writeString(Path.of(args[2]), page(Files.readString(Path.of(args[1])), all));
    Files.writeString(Path.of(args[3]), new Chart(all.get(all.size() - 1)).of(DRAWN));
  }

  /** Of all JDKs, the oldest first. */
  private static List<Results> results(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.filter(f -> f.toString().endsWith(".tsv")).toList();
      List<Results> all = new java.util.ArrayList<>();
      for (Path file : sorted) {
        all.add(Results.read(file));
      }
      all.sort(Comparator.comparingInt(Results::jdk));
      return all;
    }
  }

  private static String page(String text, List<Results> all) {
    Tables tables = new Tables(all);
    Map<String, String> named =
        Map.of(
            "machines", all.stream().map(r -> "- " + r.machine()).collect(Collectors.joining("\n")),
            "bounds", tables.bounds(BOUNDS),
            "compilation", tables.compilation());
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1), named, tables)));
  }

  private static String filled(String place, Map<String, String> named, Tables tables) {
    String[] words = place.split(" ");
    return words.length == 3
        ? tables.work(words[0], words[1], words[2])
        : named.getOrDefault(place, "{{" + place + "}}");
  }
}
