package dev.weft.benchmarks;

import dev.weft.ClosingIterator;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand numbers, each in a box of its own. */
@OperationsPerInvocation(GeneratorBenchmark.COUNT)
public class GeneratorBenchmark extends Work {
  static final int COUNT = 1_000;

  /** Beyond the numbers whose boxes are kept ready. */
  int from = 1_000_000;

  @Comp
  static void numbers(int from, int count) {
    for (int i = 0; i < count; i++) {
      Yield.emit(from + i);
    }
  }

  private static final class Numbers extends Machine {
    private final int from;
    private final int count;
    private int i;
    private int at;

    Numbers(int from, int count) {
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
        value = from + i;
        return true;
      }
      at = 2;
      return false;
    }
  }

  private record Counted(int from, int count) implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private int i;

        @Override
        public boolean hasNext() {
          return i < count;
        }

        @Override
        public Integer next() {
          return from + i++;
        }
      };
    }
  }

  static long sum(Iterator<Integer> numbers) {
    long sum = 0;
    while (numbers.hasNext()) {
      sum += numbers.next();
    }
    return sum;
  }

  @Benchmark
  public long frames() {
    return Frames.sum(GeneratorBenchmarkComps.numbers(from, COUNT));
  }

  @Benchmark
  public long weft() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(GeneratorBenchmarkComps.numbers(from, COUNT), Integer.class)) {
      return sum(numbers);
    }
  }

  @Benchmark
  public long byHand() {
    return new Numbers(from, COUNT).sum();
  }

  @Benchmark
  public long byHandIterator() {
    return sum(new MachineIterator(new Numbers(from, COUNT)));
  }

  @Benchmark
  public long byHandInlined() {
    return new Numbers(from, COUNT).sumInlined();
  }

  @Benchmark
  public long iterator() {
    return sum(new Counted(from, COUNT).iterator());
  }

  @Benchmark
  public long plain() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += Integer.valueOf(from + i);
    }
    return sum;
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.numbers(from, COUNT));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawNumbers(from, COUNT));
  }

  @Benchmark
  public long javaflow() {
    return Javaflow.numbers(from, COUNT);
  }

  @Benchmark
  public long loom() {
    int first = from;
    return Loom.sum(
        loom -> {
          for (int i = 0; i < COUNT; i++) {
            loom.yield(first + i);
          }
        });
  }

  @Benchmark
  public long virtualThreads() throws InterruptedException {
    int first = from;
    return ThreadPair.sum(
        pair -> {
          for (int i = 0; i < COUNT; i++) {
            pair.yield(first + i);
          }
        });
  }
}
