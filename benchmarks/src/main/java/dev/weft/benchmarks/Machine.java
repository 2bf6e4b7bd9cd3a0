package dev.weft.benchmarks;

import org.openjdk.jmh.annotations.CompilerControl;

/** A state machine as one writes it by hand. */
abstract class Machine {
  /** What goes out of a step, and what came into it. */
  Object value;

  /** Runs to the next value; false at the end. */
  abstract boolean step();

  /** As {@link #step}, by a call that the compiler does not merge with its caller. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  boolean call() {
    return step();
  }

  /** The values' sum, each got by a call. */
  long sum() {
    long sum = 0;
    while (call()) {
      sum += ((Number) value).longValue();
    }
    return sum;
  }

  /** The same, free to be merged. */
  long sumInlined() {
    long sum = 0;
    while (step()) {
      sum += ((Number) value).longValue();
    }
    return sum;
  }
}
