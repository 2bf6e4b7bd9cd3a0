package dev.weft.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the lines of generated code in a stack trace into those of the user's source. It works when
 * an exception leaves a frame, so that nothing is paid while none is thrown.
 */
final class Traces {
  private Traces() {}

  /** Makes an exception that leaves a frame show the frame's method in place of its stepper. */
  static void map(Throwable error, Stepper frame) {
    if (error instanceof CancelSignal) {
      return;
    }
    StackTraceElement[] trace = error.getStackTrace();
    String stepper = frame.getClass().getName();
    boolean isThere = false;
    for (StackTraceElement element : trace) {
      isThere |= belongs(element, stepper);
    }
    if (isThere) {
      error.setStackTrace(mapped(trace, stepper, frame));
    }
  }

  /** Classes and lambdas in the user's statements are part of the stepper's class file. */
  private static boolean belongs(StackTraceElement element, String stepper) {
    return element.getClassName().equals(stepper);
  }

  /**
   * A long method is stepped in parts, which call one another; the innermost one tells the line.
   */
  private static StackTraceElement[] mapped(
      StackTraceElement[] trace, String stepper, Stepper frame) {
    List<StackTraceElement> mapped = new ArrayList<>(trace.length);
    boolean isInPart = false;
    for (StackTraceElement element : trace) {
      boolean isCaller = isInPart;
      isInPart = belongs(element, stepper) && element.getMethodName().startsWith("part");
      if (belongs(element, stepper)) {
        if (!isCaller) {
          int line = line(frame.lines(), element.getLineNumber());
          mapped.add(frame.origin().inSource(element.getMethodName(), line));
        }
      } else if (!element.getClassName().equals(Stepper.class.getName())) {
        mapped.add(element);
      }
    }
    return mapped.toArray(StackTraceElement[]::new);
  }

  /** The source line in a table such as {@code 41:12 43:13}: from line 41 on it is 12. */
  private static int line(String table, int generated) {
    int source = 0;
    int from = 0;
    while (from < table.length()) {
      int colon = table.indexOf(':', from);
      int end = table.indexOf(' ', colon);
      int next = end < 0 ? table.length() : end;
      if (Integer.parseInt(table, from, colon, 10) > generated) {
        return source;
      }
      source = Integer.parseInt(table, colon + 1, next, 10);
      from = next + 1;
    }
    return source;
  }
}
