package dev.weft.conformance.fuzz;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.List;

/** Everything that could be seen of one run. */
record Trace(List<String> events, int suspensions) {
  /** After so many suspensions a run is cancelled. */
  private static final int MOST = 150;

  private static final int COLUMN = 60;

  static Trace of(Computation<?> computation, Script script, Journal journal, Runnable after) {
    return run(Coroutine.of(computation), script, journal, after);
  }

  private static <T> Trace run(
      Coroutine<T> coroutine, Script script, Journal journal, Runnable after) {
    int suspensions = 0;
    Step<T> step = coroutine.run();
    journal.add(text(step));
    while (step instanceof Step.Suspended<T> suspended) {
      if (++suspensions > MOST || Render.isHuge(suspended.value())) {
        journal.cancel();
        step = coroutine.cancel("too many");
      } else {
        step = script.proceed(coroutine, suspended, journal);
      }
      journal.add(text(step));
    }
    after.run();
    return new Trace(journal.entries(), suspensions);
  }

  private static String text(Step<?> step) {
    return step.fold(
        suspended -> "> " + suspended.number() + " " + Render.value(suspended.value()),
        completed -> "completed " + Render.value(completed.value()),
        thrown -> "thrown " + Render.value(thrown.error()),
        cancelled -> "cancelled " + cancelled.reason());
  }

  /** The two traces beside each other, from a little before the first difference on. */
  static String sideBySide(Trace original, Trace stepper) {
    StringBuilder text = new StringBuilder();
    text.append(line(' ', "ORIGINAL", "STEPPER"));
    int rows = Math.max(original.events.size(), stepper.events.size());
    int first = 0;
    while (first < rows && original.event(first).equals(stepper.event(first))) {
      first++;
    }
    for (int i = Math.max(0, first - 12); i < Math.min(rows, first + 12); i++) {
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
