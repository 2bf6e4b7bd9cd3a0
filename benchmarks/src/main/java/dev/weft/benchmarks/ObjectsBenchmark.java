package dev.weft.benchmarks;

import dev.weft.ClosingIterator;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand values that need no box: objects that are there already, or bare numbers. */
@OperationsPerInvocation(ObjectsBenchmark.COUNT)
public class ObjectsBenchmark extends Work {
  static final int COUNT = 1_000;

  Integer number = 1_000_000;

  @Comp
  static void same(Integer number, int count) {
    for (int i = 0; i < count; i++) {
      Yield.emit(number);
    }
  }

  private static final class Same extends Machine {
    private final Integer number;
    private final int count;
    private int i;
    private int at;

    Same(Integer number, int count) {
      this.number = number;
      this.count = count;
    }

    @Override
    boolean step() {
      switch (at) {
        case 0 -> {
          i = 0;
          at = 1;
        }
        case 1 -> i++;
        default -> throw new IllegalStateException();
      }
      if (i < count) {
        value = number;
        return true;
      }
      at = 2;
      return false;
    }
  }

  /** The numbers in an {@code int} field, as only a machine of one's own can hand them out. */
  private static final class Bare extends Machine {
    private final int from;
    private final int count;
    private int i;
    private int at;
    private int bare;

    Bare(int from, int count) {
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
        case 1 -> i++;
        default -> throw new IllegalStateException();
      }
      if (i < count) {
        bare = from + i;
        return true;
      }
      at = 2;
      return false;
    }
  }

  @Benchmark
  public long frames() {
    return Frames.sum(ObjectsBenchmarkComps.same(number, COUNT));
  }

  @Benchmark
  public long weft() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(ObjectsBenchmarkComps.same(number, COUNT), Integer.class)) {
      return GeneratorBenchmark.sum(numbers);
    }
  }

  @Benchmark
  public long byHand() {
    return new Same(number, COUNT).sum();
  }

  @Benchmark
  public long byHandIterator() {
    return GeneratorBenchmark.sum(new MachineIterator(new Same(number, COUNT)));
  }

  @Benchmark
  public long byHandInlined() {
    return new Same(number, COUNT).sumInlined();
  }

  @Benchmark
  public long byHandUnboxed() {
    Bare bare = new Bare(number, COUNT);
    long sum = 0;
    while (bare.call()) {
      sum += bare.bare;
    }
    return sum;
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.same(number, COUNT));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawSame(number, COUNT));
  }
}
