package dev.weft.benchmarks;

import dev.weft.ClosingIterator;
import dev.weft.Coroutine;
import dev.weft.Sequences;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an emitted value costs, and what of that is the box around a number. In nanoseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Generators.COUNT)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Generators {
  static final int COUNT = 10_000;

  private static final Integer BOXED = 1_000_000;

  @Comp
  static void numbers(int from, int count) {
    for (int i = 0; i < count; i++) {
      Yield.emit(from + i);
    }
  }

  @Comp
  static void sameNumber(Integer number, int count) {
    for (int i = 0; i < count; i++) {
      Yield.emit(number);
    }
  }

  private static long sum(Iterator<Integer> iterator) {
    long sum = 0;
    while (iterator.hasNext()) {
      sum += iterator.next();
    }
    return sum;
  }

  /** Written by hand, with a box for each number. */
  @Benchmark
  public long byHand() {
    return sum(
        new Iterator<>() {
          private int i;

          @Override
          public boolean hasNext() {
            return i < COUNT;
          }

          @Override
          public Integer next() {
            return 1_000_000 + i++;
          }
        });
  }

  /** A box for each number. */
  @Benchmark
  public long boxing() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(GeneratorsComps.numbers(1_000_000, COUNT), Integer.class)) {
      return sum(numbers);
    }
  }

  /** One box for all. */
  @Benchmark
  public long withoutBoxing() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(GeneratorsComps.sameNumber(BOXED, COUNT), Integer.class)) {
      return sum(numbers);
    }
  }

  /** By hand, with a step object for each number. */
  @Benchmark
  public long steps() {
    Coroutine<Void> numbers = Coroutine.of(GeneratorsComps.numbers(1_000_000, COUNT));
    long sum = 0;
    Step<Void> step = numbers.run();
    while (step instanceof Step.Suspended<Void> emitted) {
      sum += (Integer) emitted.value();
      step = numbers.run(null);
    }
    return sum;
  }
}
