package dev.weft;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The events of runners: what needs the module {@code jdk.jfr}. */
final class FlightEvents {
  private static final int MAX_TAG = 120;

  private FlightEvents() {}

  /** What all have. */
  @Category("Weft")
  @StackTrace(false)
  abstract static class RunnerEvent extends Event {
    @Label("Tag")
    @Nullable String tag;

    @Label("Name")
    @Nullable String name;

    @Label("Runner")
    @Description("Tells runners with equal tags apart")
    int runner;

    @Label("Where")
    @Description("The innermost paused line of source")
    @Nullable String where;

    final void fill(RunnerOutbox<?> of, String place) {
      tag = tag(of.tag);
      name = of.options.name().orElse(null);
      runner = System.identityHashCode(of);
      where = place;
    }
  }

  /** A runner was started. */
  @Name("dev.weft.RunnerStart")
  @Label("Runner Start")
  static final class Start extends RunnerEvent {}

  /** A runner goes on with an answer, or begins. */
  @Name("dev.weft.RunnerResume")
  @Label("Runner Resume")
  static final class Resume extends RunnerEvent {
    @Label("Suspension")
    @Description("The number of the suspension that was answered; 0 for the beginning")
    long suspension;
  }

  /** A runner has come to a suspension. */
  @Name("dev.weft.RunnerSuspend")
  @Label("Runner Suspend")
  @Description("The duration is the time that the computation ran before it paused")
  static final class Suspend extends RunnerEvent {
    @Label("Suspension")
    long suspension;
  }

  /** A runner has ended. */
  @Name("dev.weft.RunnerEnd")
  @Label("Runner End")
  @Description("The duration is the time that the computation ran after its last suspension")
  static final class End extends RunnerEvent {
    @Label("Outcome")
    @Nullable String outcome;
  }

  /** One turn of a runner, of which its end is told. */
  private record Turn(Suspend suspend, End end, String where) {}

  static void started(RunnerOutbox<?> runner) {
    Start event = new Start();
    if (event.isEnabled()) {
      event.fill(runner, where(runner));
      event.commit();
    }
  }

  static @Nullable Object resumed(RunnerOutbox<?> runner, long number) {
    Resume event = new Resume();
    Suspend suspend = new Suspend();
    End end = new End();
    if (!event.isEnabled() && !suspend.isEnabled() && !end.isEnabled()) {
      return null;
    }
    String where = where(runner);
    event.suspension = number;
    event.fill(runner, where);
    event.commit();
    suspend.begin();
    end.begin();
    return new Turn(suspend, end, where);
  }

  static void suspended(Object of, RunnerOutbox<?> runner, long number) {
    Turn turn = (Turn) of;
    turn.suspend.suspension = number;
    turn.suspend.fill(runner, where(runner));
    turn.suspend.commit();
  }

  static void ended(@Nullable Object of, RunnerOutbox<?> runner, Step<?> step) {
    End event = of == null ? new End() : ((Turn) of).end;
    if (event.isEnabled()) {
      event.outcome = step.getClass().getSimpleName();
      event.fill(runner, of == null ? "" : ((Turn) of).where);
      event.commit();
    }
  }

  private static String where(RunnerOutbox<?> runner) {
    List<StackTraceElement> places = runner.placesNow();
    return places.isEmpty() ? "" : places.get(0).toString();
  }

  /** A tag may be any object, whose code is not to be run here unless it is a plain value. */
  private static String tag(Object tag) {
    boolean isPlain = tag instanceof String || tag instanceof Number || tag instanceof Enum;
    String text =
        isPlain
            ? String.valueOf(tag)
            : tag.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(tag));
    return text.length() <= MAX_TAG ? text : text.substring(0, MAX_TAG) + "…";
  }
}
