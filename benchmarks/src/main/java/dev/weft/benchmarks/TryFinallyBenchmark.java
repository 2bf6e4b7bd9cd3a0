package dev.weft.benchmarks;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A loop whose pause stands in a {@code try} with a {@code finally}. */
@OperationsPerInvocation(TryFinallyBenchmark.COUNT)
public class TryFinallyBenchmark extends Work {
  static final int COUNT = 1_000;

  int from = 1_000_000;

  @Comp
  static long guarded(int from, int count) {
    long left = 0;
    for (int i = 0; i < count; i++) {
      try {
        Yield.emit(from + i);
      } finally {
        left += i;
      }
    }
    return left;
  }

  private static final class Guarded extends Machine {
    private final int from;
    private final int count;
    private long left;
    private int i;
    private int at;

    Guarded(int from, int count) {
      this.from = from;
      this.count = count;
    }

    @Override
    boolean step() {
      switch (at) {
        case 0 -> {
          i = 0;
          at = 1;
        }
        case 1 -> {
          left += i;
          i++;
        }
        default -> throw new IllegalStateException();
      }
      if (i < count) {
        value = from + i;
        return true;
      }
      at = 2;
      value = left;
      return false;
    }
  }

  @Benchmark
  public long frames() {
    return Frames.sum(TryFinallyBenchmarkComps.guarded(from, COUNT));
  }

  @Benchmark
  public long byHand() {
    return new Guarded(from, COUNT).sum();
  }

  @Benchmark
  public long byHandInlined() {
    return new Guarded(from, COUNT).sumInlined();
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.guarded(from, COUNT));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawGuarded(from, COUNT));
  }
}
