package dev.weft.samples.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a form was filled with. */
public final class Fields {
  private static final int MOST = 20;

  private final Map<String, String> values;

  private Fields(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the text that a browser makes of a form ({@code application/x-www-form-urlencoded}).
   *
   * @throws Malformed if it is no such text, or repeats a field
   */
  public static Fields parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String pair : text.split("&", MOST + 1)) {
      int equals = pair.indexOf('=');
      if (equals < 1
          || values.size() == MOST
          || values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)))
              != null) {
        throw new Malformed("not a form");
      }
    }
    return new Fields(values);
  }

  /**
   * The text of a field, without white space around it.
   *
   * @throws Malformed if there is no such field
   */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new Malformed("no " + name);
    }
    return value.strip();
  }

  /** Whether there is such a field. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * A field that is a whole number.
   *
   * @throws Malformed if there is no such field, or it is no number
   */
  public long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw new Malformed(name + " is no number");
    }
  }

  /**
   * A field whose text is the name of a constant.
   *
   * @throws Malformed if there is no such field or constant
   */
  public <E extends Enum<E>> E choice(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, text(name));
    } catch (IllegalArgumentException e) {
      throw new Malformed(name + " is no choice");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Malformed("not a form");
    }
  }

  /** What came is nothing that our pages send. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }
}
