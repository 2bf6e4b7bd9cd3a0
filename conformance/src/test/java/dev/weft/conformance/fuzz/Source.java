package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a program, indented, and which lines belong to which method. */
final class Source {
  private record Span(String method, long first, long last) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private int indent;
  private long lines;
  private String method = "";
  private long first;

  void add(String piece) {
    for (String line : piece.split("\n")) {
      String bare = line.strip();
      if (bare.isEmpty()) {
        continue;
      }
      int closing = bare.startsWith("}") ? 1 : 0;
      text.append("  ".repeat(Math.max(0, indent - closing))).append(bare).append('\n');
      lines++;
      indent += count(bare, '{') - count(bare, '}');
    }
  }

  private static int count(String line, char wanted) {
    return (int) line.chars().filter(c -> c == wanted).count();
  }

  void begin(String name) {
    method = name;
    first = lines + 1;
  }

  void end() {
    spans.add(new Span(method, first, lines));
  }

  /** The method that a line belongs to. */
  Optional<String> methodAt(long line) {
    return spans.stream()
        .filter(s -> s.first() <= line && line <= s.last())
        .map(Span::method)
        .findFirst();
  }

  /** The lines of a method. */
  String of(String method) {
    StringBuilder found = new StringBuilder();
    List<String> all = text.toString().lines().toList();
    for (Span span : spans) {
      for (long i = span.first(); i <= span.last() && span.method().equals(method); i++) {
        found.append(i).append(' ').append(all.get((int) i - 1)).append('\n');
      }
    }
    return found.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
