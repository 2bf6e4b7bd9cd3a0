package dev.weft.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes stack traces tell of the source. It works when an exception leaves a frame, so that nothing
 * is paid while none is thrown. Causes and suppressed exceptions are seen to as well.
 *
 * <pre>
 *   at demo.Wizard.askName(Wizard.java:31)             the frame that was resumed, and what it called
 *   at caller//demo.Wizard.register(Wizard.java:12)    frames that wait for it: not on the Java stack
 *   at dev.weft.spi.Execution.drive(Execution.java)    whoever resumed it
 *   at demo.Main.main(Main.java:8)
 * </pre>
 */
final class Traces {
  /** Marks the callers that are not on the Java stack: stands in place of a class loader's name. */
  private static final String CALLER = "caller";

  /** As many as the virtual machine itself puts into a trace. */
  private static final int MAX_CALLERS = 1024;

  /** How many exceptions, with causes and suppressed ones, are seen to. */
  private static final int MAX_EXCEPTIONS = 100;

  private static final String STEPPER = Stepper.class.getName();
  private static final String EXECUTION = Execution.class.getName();

  private Traces() {}

  /** An exception leaves a frame: shows the frame's method in place of its stepper. */
  static void map(Throwable error, Stepper frame) {
    if (!(error instanceof CancelSignal)) {
      forEach(error, frame::inSource);
    }
  }

  /** An exception leaves the frame that the driver stepped: shows the frame's callers as well. */
  static void mapWithCallers(Throwable error, Stepper frame) {
    map(error, frame);
    List<StackTraceElement> callers = callers(frame);
    if (!callers.isEmpty() && !(error instanceof CancelSignal)) {
      List<StackTraceElement> driver = driver();
      forEach(error, trace -> withCallers(trace, callers, driver));
    }
  }

  private static void forEach(Throwable error, UnaryOperator<StackTraceElement[]> change) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> work = new ArrayList<>(List.of(error));
    for (int i = 0; i < work.size() && i < MAX_EXCEPTIONS; i++) {
      Throwable each = work.get(i);
      if (seen.add(each)) {
        try {
          change(each, change);
          addCauses(each, work);
        } catch (Throwable ignored) {
          // Its class has methods of its own for this, which fail.
        }
      }
    }
  }

  private static void change(Throwable error, UnaryOperator<StackTraceElement[]> change) {
    StackTraceElement[] trace = error.getStackTrace();
    StackTraceElement[] changed = trace == null ? null : change.apply(trace);
    if (changed != trace) {
      error.setStackTrace(changed);
    }
  }

  private static void addCauses(Throwable error, List<Throwable> work) {
    work.addAll(Arrays.asList(error.getSuppressed()));
    if (error.getCause() != null) {
      work.add(error.getCause());
    }
  }

  private static List<StackTraceElement> callers(Stepper frame) {
    List<StackTraceElement> callers = new ArrayList<>();
    Stepper caller = frame.parent;
    while (caller != null && callers.size() < MAX_CALLERS) {
      caller.places().forEach(place -> callers.add(marked(place)));
      caller = caller.parent;
    }
    return callers;
  }

  private static StackTraceElement marked(StackTraceElement place) {
    return new StackTraceElement(
        CALLER,
        null,
        null,
        place.getClassName(),
        place.getMethodName(),
        place.getFileName(),
        place.getLineNumber());
  }

  /** The stack below the driver, which is the innermost one; nothing where there are no traces. */
  private static List<StackTraceElement> driver() {
    List<StackTraceElement> stack = Arrays.asList(new Throwable().getStackTrace());
    int driver = 0;
    while (driver < stack.size() && !isDriver(stack.get(driver))) {
      driver++;
    }
    return stack.subList(Math.min(driver + 1, stack.size()), stack.size());
  }

  private static boolean isDriver(StackTraceElement element) {
    return element.getClassName().equals(EXECUTION) && element.getMethodName().equals("drive");
  }

  /** Callers belong between the frame and the driver, if it is this driver's frame. */
  private static StackTraceElement[] withCallers(
      StackTraceElement[] trace,
      List<StackTraceElement> callers,
      List<StackTraceElement> belowDriver) {
    List<StackTraceElement> all = Arrays.asList(trace);
    int driver = all.size() - belowDriver.size() - 1;
    if (driver < 0
        || !isDriver(all.get(driver))
        || !all.subList(driver + 1, all.size()).equals(belowDriver)
        || (driver > 0 && CALLER.equals(all.get(driver - 1).getClassLoaderName()))) {
      return trace;
    }
    List<StackTraceElement> whole = new ArrayList<>(all);
    whole.addAll(driver, callers);
    return whole.toArray(StackTraceElement[]::new);
  }

  /** The line that a frame is at which runs on this thread; no line if it has none. */
  static StackTraceElement onStack(Stepper frame) {
    String stepper = frame.getClass().getName();
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (belongs(element, stepper)) {
        int line = line(frame.lines(), element.getLineNumber());
        return frame.origin().inSource("", element.getMethodName(), line);
      }
    }
    return frame.origin().at(0);
  }

  /** A trace in which the lines of a stepper are those of the source; else the same array. */
  static StackTraceElement[] inSource(StackTraceElement[] trace, Stepper frame) {
    String stepper = frame.getClass().getName();
    for (StackTraceElement element : trace) {
      if (belongs(element, stepper)) {
        return mapped(trace, stepper, frame);
      }
    }
    return trace;
  }

  /** Lambdas of the user's statements are in the stepper, their classes are members of it. */
  private static boolean belongs(StackTraceElement element, String stepper) {
    String name = element.getClassName();
    return name.startsWith(stepper)
        && (name.length() == stepper.length() || name.charAt(stepper.length()) == '$');
  }

  /**
   * A long method is stepped in parts, which call one another; the innermost one tells the line.
   */
  private static StackTraceElement[] mapped(
      StackTraceElement[] trace, String stepper, Stepper frame) {
    List<StackTraceElement> mapped = new ArrayList<>(trace.length);
    Origin origin = frame.origin();
    boolean isInPart = false;
    for (StackTraceElement element : trace) {
      boolean isCaller = isInPart;
      isInPart =
          element.getClassName().equals(stepper) && element.getMethodName().startsWith("part");
      if (belongs(element, stepper)) {
        if (!isCaller) {
          String member = element.getClassName().substring(stepper.length());
          int line = line(frame.lines(), element.getLineNumber());
          mapped.add(origin.inSource(member, element.getMethodName(), line));
        }
      } else if (!element.getClassName().equals(STEPPER)
          && !origin.isAccessor(element.getClassName())) {
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
