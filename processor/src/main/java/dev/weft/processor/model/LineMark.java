package dev.weft.processor.model;

/**
 * Marks in generated text that tell which source line it comes from. They are taken out again when
 * the file is complete and the lines can be counted.
 */
public final class LineMark {
  /** What a mark begins and ends with; no source text has these characters. */
  public static final char OPEN = '\u0001';

  public static final char CLOSE = '\u0002';

  /** Stands behind a mark that is the whole of its line, so that the line goes with it. */
  public static final char ALONE = '\u0003';

  private LineMark() {}

  /** A line that is nothing but a mark. */
  public static String alone(int line) {
    return of(line) + ALONE;
  }

  /** The mark of a line. */
  public static String of(int line) {
    return OPEN + Integer.toString(line) + CLOSE;
  }

  /** Text without the marks in it. */
  public static String strip(String text) {
    int open = text.indexOf(OPEN);
    if (open < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    for (; open >= 0; open = text.indexOf(OPEN, from)) {
      plain.append(text, from, open);
      from = text.indexOf(CLOSE, open) + 1;
      from += text.startsWith(String.valueOf(ALONE), from) ? 1 : 0;
    }
    return plain.append(text, from, text.length()).toString();
  }
}
