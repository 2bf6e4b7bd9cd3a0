package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Tells the flight recorder what runners do, where the JDK has one and it records. Else each of
 * these is a test of a constant.
 */
final class Flights {
  private static final boolean IS_THERE = isThere();

  private Flights() {}

  private static boolean isThere() {
    try {
      Class.forName("jdk.jfr.Event", false, Flights.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** It will be given to its executor. */
  static void started(RunnerOutbox<?> runner) {
    if (IS_THERE) {
      FlightEvents.started(runner);
    }
  }

  /**
   * Its frames will be stepped.
   *
   * @return what the end of the turn is to be told with, if anybody records
   */
  static @Nullable Object resumed(RunnerOutbox<?> runner, long number) {
    return IS_THERE ? FlightEvents.resumed(runner, number) : null;
  }

  /** Its frames have paused. */
  static void suspended(@Nullable Object turn, RunnerOutbox<?> runner, long number) {
    if (turn != null) {
      FlightEvents.suspended(turn, runner, number);
    }
  }

  /** It has ended; in which turn is not known if a cancel came before the first. */
  static void ended(@Nullable Object turn, RunnerOutbox<?> runner, Step<?> step) {
    if (IS_THERE) {
      FlightEvents.ended(turn, runner, step);
    }
  }
}
