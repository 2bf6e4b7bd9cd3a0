package dev.weft.conformance;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that can be seen of one run, in order: yields, answers, side effects, and the outcome
 * last.
 */
record Trace(List<String> events, int suspensions) {

  private static final int LIMIT = 10_000;
  private static final int COLUMN = 60;

  static Trace of(Function<Log, Computation<?>> made, Script script) {
    Log log = new Log();
    return run(Coroutine.of(made.apply(log)), script, log);
  }

  private static <T> Trace run(Coroutine<T> coroutine, Script script, Log log) {
    int suspensions = 0;
    Step<T> step = coroutine.run();
    announce(step, log);
    while (step instanceof Step.Suspended<T> suspended) {
      if (++suspensions > LIMIT) {
        coroutine.cancel("endless");
        throw new IllegalStateException("more than " + LIMIT + " suspensions: an endless loop");
      }
      step = script.proceed(coroutine, suspended, log);
      announce(step, log);
    }
    return new Trace(log.entries(), suspensions);
  }

  /** Logs what a step shows to whoever drives. */
  static void announce(Step<?> step, Log log) {
    log.add(text(step));
  }

  private static String text(Step<?> step) {
    if (step instanceof Step.Suspended<?> suspended) {
      return "> " + suspended.number() + " " + Render.value(suspended.value());
    }
    if (step instanceof Step.Completed<?> completed) {
      return "completed " + Render.value(completed.value());
    }
    if (step instanceof Step.Cancelled<?> cancelled) {
      return "cancelled " + cancelled.reason();
    }
    return "thrown " + Render.error(((Step.Thrown<?>) step).error());
  }

  boolean cancelled() {
    return cancelledAt() >= 0;
  }

  private int cancelledAt() {
    return events.indexOf(Script.CANCEL_MARK);
  }

  /**
   * What happened between the cancellation and the outcome, but entries that begin with one of
   * these.
   */
  List<String> whileCancelled(String... dropped) {
    return events.subList(cancelledAt() + 1, events.size() - 1).stream()
        .filter(event -> Arrays.stream(dropped).noneMatch(event::startsWith))
        .toList();
  }

  List<String> beforeCancel() {
    return events.subList(0, cancelledAt());
  }

  /** The two traces beside each other, differing lines marked. */
  static String sideBySide(Trace original, Trace stepper) {
    StringBuilder text = new StringBuilder();
    text.append(line(' ', "ORIGINAL", "STEPPER"));
    int rows = Math.max(original.events.size(), stepper.events.size());
    for (int i = 0; i < rows; i++) {
      String left = original.event(i);
      String right = stepper.event(i);
      text.append(line(left.equals(right) ? ' ' : '*', left, right));
    }
    return text.toString();
  }

  private String event(int i) {
    return i < events.size() ? events.get(i) : "";
  }

  private static String line(char mark, String left, String right) {
    return String.format("%c %-" + COLUMN + "s | %s%n", mark, left, right);
  }
}
