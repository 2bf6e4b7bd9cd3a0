package dev.weft.samples;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a state diagram says, whichever way it is drawn.
 *
 * @param boxes the places, as {@code s1: ask() / 1, line 9}, in alphabetical order
 * @param arrows what leads where, as {@code s1 -> s2: condition}, in alphabetical order; those of
 *     exceptions have {@code ~>}
 */
record Drawing(List<String> boxes, List<String> arrows) {
  private static final Pattern DOT_BOX =
      Pattern.compile("(?m)^  (start|finish|s\\d+) \\[.*?label=\"((?:[^\"\\\\]|\\\\.)*)\".*];$");
  private static final Pattern DOT_ARROW =
      Pattern.compile("(?m)^  (\\w+) -> (\\w+) \\[label=\"((?:[^\"\\\\]|\\\\.)*)\"(.*)];$");
  private static final Pattern SVG_PART =
      Pattern.compile(
          "<g id=\"(?:node|edge)\\d+\" class=\"(node|edge)\">(.*?)</g>", Pattern.DOTALL);
  private static final Pattern SVG_TITLE = Pattern.compile("<title>(.*?)</title>");
  private static final Pattern SVG_TEXT = Pattern.compile("<text [^>]*>(.*?)</text>");

  /** What the processor has written. */
  static Drawing ofDot(String dot) {
    return new Drawing(
        DOT_BOX
            .matcher(dot)
            .results()
            .map(m -> m.group(1) + ": " + lines(m.group(2)))
            .sorted()
            .toList(),
        DOT_ARROW
            .matcher(dot)
            .results()
            .map(
                m ->
                    arrow(
                        m.group(1) + "->" + m.group(2),
                        lines(m.group(3)),
                        m.group(4).contains("dashed")))
            .sorted()
            .toList());
  }

  /** What Graphviz has made of it. */
  static Drawing ofSvg(String svg) {
    return new Drawing(
        parts(svg, "node").map(part -> title(part) + ": " + text(part)).sorted().toList(),
        parts(svg, "edge")
            .map(part -> arrow(title(part), text(part), part.contains("stroke-dasharray")))
            .sorted()
            .toList());
  }

  private static Stream<String> parts(String svg, String kind) {
    return SVG_PART
        .matcher(svg)
        .results()
        .filter(part -> part.group(1).equals(kind))
        .map(part -> part.group(2));
  }

  private static String arrow(String fromTo, String label, boolean isDashed) {
    return fromTo.replace("->", isDashed ? " ~> " : " -> ") + ": " + label;
  }

  private static String title(String part) {
    Matcher title = SVG_TITLE.matcher(part);
    if (!title.find()) {
      throw new IllegalArgumentException("no title in " + part);
    }
    return plain(title.group(1));
  }

  private static String text(String part) {
    return SVG_TEXT
        .matcher(part)
        .results()
        .map(line -> plain(line.group(1)))
        .collect(Collectors.joining(" / "));
  }

  private static String lines(String label) {
    Matcher escape = Pattern.compile("\\\\(.)").matcher(label);
    return escape.replaceAll(
        e -> Matcher.quoteReplacement(e.group(1).equals("n") ? " / " : e.group(1)));
  }

  private static String plain(String svg) {
    return svg.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#45;", "-")
        .replace("&#160;", " ")
        .replace("&amp;", "&");
  }
}
