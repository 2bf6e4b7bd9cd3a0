package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Stepper;
import java.util.List;

/** Computations that several tests run. */
final class Machines {
  private Machines() {}

  /** Yields 1, 2, … count, and returns the last answer. */
  static <T> Computation<T> count(int count) {
    return Scripted.fresh(
        () -> {
          int[] i = {0};
          return (frame, x, at) -> {
            Object last = at == 0 ? null : frame.answered(x);
            return i[0] < count ? frame.yield(x, 1, ++i[0]) : frame.done(x, last);
          };
        });
  }

  /** Yields each answer back, for ever. */
  static Computation<Object> echo() {
    return Scripted.of((frame, x, at) -> frame.yield(x, 1, at == 0 ? null : frame.answered(x)));
  }

  /** As {@link #count}; its {@code finally} logs once. */
  static <T> Computation<T> guarded(int count, List<String> log) {
    return Scripted.fresh(() -> new Guarded(count, log));
  }

  /** A loop in a {@code try} with a {@code finally}. */
  private static final class Guarded implements Scripted.Body {
    private final int count;
    private final List<String> log;
    private int i;

    Guarded(int count, List<String> log) {
      this.count = count;
      this.log = log;
    }

    @Override
    public int step(Scripted frame, Execution x, int at) throws Throwable {
      try {
        Object last = at == 0 ? null : frame.answered(x);
        return i < count ? frame.yield(x, 1, ++i) : frame.done(x, last);
      } finally {
        if (frame.leavesForGood()) {
          log.add("finally");
        }
      }
    }
  }

  /** Calls itself until the depth is reached, yields there, and adds one on each way back. */
  static final class Descent implements Scripted.Body {
    private final int depth;
    private final List<Integer> left;

    private Descent(int depth, List<Integer> left) {
      this.depth = depth;
      this.left = left;
    }

    static Stepper frame(int depth, List<Integer> left) {
      return new Scripted(new Descent(depth, left));
    }

    @Override
    public int step(Scripted frame, Execution x, int at) throws Throwable {
      try {
        if (at == 0) {
          int outcome =
              depth == 0 ? frame.yield(x, 1, "bottom") : frame.run(x, 1, frame(depth - 1, left));
          if (outcome != 0) {
            return outcome;
          }
        }
        return frame.done(x, (Integer) frame.answered(x) + 1);
      } finally {
        if (frame.leavesForGood()) {
          left.add(depth);
        }
      }
    }
  }
}
