package dev.weft.benchmarks;

import dev.weft.Computation;
import dev.weft.spi.Execution;

/** Drives generated frames bare, as a machine that is written by hand is driven. */
final class Frames extends Execution {
  Frames(Computation<?> computation) {
    super(computation);
  }

  /** Steps to the next value; false at the end. */
  boolean step() {
    return drive() == SUSPENDED;
  }

  Object value() {
    return take();
  }

  void answer(Object value) {
    give(value);
  }

  static long sum(Computation<?> computation) {
    Frames frames = new Frames(computation);
    long sum = 0;
    while (frames.step()) {
      sum += ((Number) frames.value()).longValue();
    }
    return sum;
  }
}
