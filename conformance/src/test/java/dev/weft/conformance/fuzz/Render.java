package dev.weft.conformance.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Values and exceptions as text, so that two runs can be compared. */
final class Render {
  private static final int LONGEST = 200;
  private static final int HUGE = 100_000;

  private Render() {}

  static String value(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Throwable error) {
      return error(error, 0);
    }
    if (value instanceof Object[] values) {
      return Arrays.stream(values)
          .map(Render::value)
          .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "{", "}"));
    }
    if (value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      return shorten(value.getClass().getSimpleName() + nested.substring(1, nested.length() - 1));
    }
    return shorten(value.getClass().getSimpleName() + " " + value);
  }

  /** Whether it is a text that has doubled again and again, or holds one. */
  static boolean isHuge(Object value) {
    if (value instanceof Object[] values) {
      return Arrays.stream(values).anyMatch(Render::isHuge);
    }
    return value instanceof String text && text.length() > HUGE
        || value instanceof List<?> list && list.stream().anyMatch(Render::isHuge);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… " + text.length() + " " + text.hashCode();
  }

  private static String error(Throwable error, int depth) {
    StringBuilder text = new StringBuilder(error.getClass().getName());
    text.append(": ").append(message(error));
    if (depth < 5) {
      if (error.getCause() != null && error.getCause() != error) {
        text.append(" caused by (").append(error(error.getCause(), depth + 1)).append(')');
      }
      for (Throwable suppressed : error.getSuppressed()) {
        text.append(" suppressing (").append(error(suppressed, depth + 1)).append(')');
      }
    }
    return text.toString();
  }

  /**
   * The JVM's own texts name the expression as compiled, which differs between an original and its
   * stepper.
   */
  private static String message(Throwable error) {
    if (error instanceof NullPointerException || error instanceof ClassCastException) {
      return "(the JVM's text)";
    }
    return shorten(String.valueOf(error.getMessage()));
  }
}
