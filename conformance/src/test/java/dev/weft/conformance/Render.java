package dev.weft.conformance;

import java.util.Arrays;

/** Values and exceptions as text, so that two runs can be compared. */
final class Render {

  private Render() {}

  static String value(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Throwable error) {
      return error(error);
    }
    if (value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      return value.getClass().getSimpleName() + nested.substring(1, nested.length() - 1);
    }
    return value.toString();
  }

  static String error(Throwable error) {
    StringBuilder text = new StringBuilder(error.getClass().getName());
    text.append(": ").append(message(error));
    if (error.getCause() != null && error.getCause() != error) {
      text.append(" caused by (").append(error(error.getCause())).append(')');
    }
    for (Throwable suppressed : error.getSuppressed()) {
      text.append(" suppressing (").append(error(suppressed)).append(')');
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
    return error.getMessage();
  }
}
