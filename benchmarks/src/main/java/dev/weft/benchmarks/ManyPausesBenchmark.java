package dev.weft.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What a pause costs in a method that has 250 of them, and in one that has 30. */
public class ManyPausesBenchmark extends Work {
  private static final int STEPS = 3_000;

  Integer number = 1_000_000;

  /** Pauses at one of 250 places. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long frames250() {
    return Frames.sum(ManyPausesComps.many(number, STEPS / 250));
  }

  /** Pauses at one of 30 places. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long frames30() {
    return Frames.sum(ManyPausesComps.thirty(number, STEPS / 30));
  }

  /** Pauses at one of 250 places. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long kotlinRaw250() {
    return Raw.sum(ManyPausesInKotlin.many(number, STEPS / 250));
  }

  /** Pauses at one of 30 places. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long kotlinRaw30() {
    return Raw.sum(ManyPausesInKotlin.thirty(number, STEPS / 30));
  }
}
