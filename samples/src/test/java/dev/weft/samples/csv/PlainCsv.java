package dev.weft.samples.csv;

import java.util.ArrayList;
import java.util.List;

/** Parses a whole text at once, by a loop over its characters and a few flags. */
final class PlainCsv {
  private PlainCsv() {}

  static List<List<String>> parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inQuotes = false;
    boolean wasQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (inQuotes) {
        if (c != '"') {
          field.append(c);
        } else if (doubled) {
          field.append(c);
          i++;
        } else {
          inQuotes = false;
          wasQuoted = true;
        }
      } else if (c == ',') {
        row.add(field.toString());
        field.setLength(0);
        wasQuoted = false;
      } else if (c == '\n' || c == '\r') {
        row.add(field.toString());
        field.setLength(0);
        wasQuoted = false;
        rows.add(row);
        row = new ArrayList<>();
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else if (wasQuoted) {
        throw malformed(rows, "text behind a closing quote");
      } else if (c == '"') {
        if (field.length() > 0) {
          throw malformed(rows, "a quote inside a field without quotes");
        }
        inQuotes = true;
      } else {
        field.append(c);
      }
    }
    if (inQuotes) {
      throw malformed(rows, "a quote that is never closed");
    }
    if (wasQuoted || field.length() > 0 || !row.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    return rows;
  }

  private static IllegalArgumentException malformed(List<List<String>> rows, String what) {
    return new IllegalArgumentException("Row " + (rows.size() + 1) + ": " + what);
  }
}
