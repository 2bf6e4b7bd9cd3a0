package dev.weft.benchmarks;

import dev.weft.Computation;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What handlers that are not asked for anything cost a generator. */
@OperationsPerInvocation(GeneratorBenchmark.COUNT)
public class HandledGenerator extends Work {
  int from = 1_000_000;

  private Computation<?> numbers() {
    return GeneratorBenchmarkComps.numbers(from, GeneratorBenchmark.COUNT);
  }

  /** None. */
  @Benchmark
  public long frames() {
    return Frames.sum(numbers());
  }

  /** Two handlers. */
  @Benchmark
  public long framesUnderHandlers() {
    return Frames.sum(
        numbers().with(State.of(String.class, "state")).with(Reader.of(Integer.class, 1)));
  }
}
