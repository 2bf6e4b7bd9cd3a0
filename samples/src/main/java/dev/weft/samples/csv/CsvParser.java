package dev.weft.samples.csv;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of CSV, written as if the whole text were there.
 *
 * <p>Where the text at hand is used up, it yields the rows that are complete and goes on with the
 * next chunk: a string, or {@code null} at the end of the text.
 */
final class CsvParser {
  private static final int END = -1;

  private List<List<String>> rows = new ArrayList<>();
  private String chunk = "";
  private int position;
  private int line = 1;

  /** The whole text: rows, each ended by LF, CRLF or CR, or by the end of the text. */
  @Comp
  List<List<String>> parse() {
    while (peek() != END) {
      List<String> row = row(); // on the way, complete rows are handed out and the list is replaced
      rows.add(row);
      line++;
    }
    return rows;
  }

  @Comp
  private List<String> row() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (peek() == ',') {
      position++;
      fields.add(field());
    }
    endOfRow();
    return fields;
  }

  @Comp
  private String field() {
    return peek() == '"' ? quoted() : plain();
  }

  @Comp
  private String plain() {
    StringBuilder text = new StringBuilder();
    for (int c = peek(); !endsField(c); c = peek()) {
      if (c == '"') {
        throw malformed("a quote inside a field without quotes");
      }
      text.append((char) c);
      position++;
    }
    return text.toString();
  }

  @Comp
  private String quoted() {
    StringBuilder text = new StringBuilder();
    position++;
    while (true) {
      int c = next();
      if (c == '"') {
        if (peek() != '"') {
          return text.toString();
        }
        position++; // a doubled quote stands for one
      } else if (c == END) {
        throw malformed("a quote that is never closed");
      }
      text.append((char) c);
    }
  }

  @Comp
  private void endOfRow() {
    int c = next();
    if (!endsField(c)) {
      throw malformed("text behind a closing quote");
    }
    if (c == '\r' && peek() == '\n') {
      position++;
    }
  }

  /** The next character, which stays where it is, or {@link #END}. Pauses if there is none yet. */
  @Comp
  private int peek() {
    while (chunk != null && position == chunk.length()) {
      List<List<String>> complete = rows;
      rows = new ArrayList<>();
      position = 0;
      chunk = Yield.yield(complete);
    }
    return chunk == null ? END : chunk.charAt(position);
  }

  @Comp
  private int next() {
    int c = peek();
    position++;
    return c;
  }

  private static boolean endsField(int c) {
    return c == ',' || c == '\r' || c == '\n' || c == END;
  }

  private IllegalArgumentException malformed(String what) {
    return new IllegalArgumentException("Row " + line + ": " + what);
  }
}
