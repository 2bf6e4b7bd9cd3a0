package dev.weft.benchmarks;

import dev.weft.ClosingIterator;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand methods, each called by the one before; each pauses once when its callee is back. */
@OperationsPerInvocation(ChainBenchmark.LENGTH)
// So many frames below each other are compiled late, those by hand and Kotlin's as well.
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ChainBenchmark extends Work {
  static final int LENGTH = 1_000;

  int length = LENGTH;

  @Comp
  static int chain(int length) {
    if (length == 0) {
      return 0;
    }
    int below = chain(length - 1);
    Yield.emit(length);
    return below + length;
  }

  private static final class Link extends LinkedFrames.Link {
    private final int length;
    private final Result result;
    private int below;

    Link(int length, Result result) {
      this.length = length;
      this.result = result;
    }

    @Override
    boolean step(LinkedFrames machine) {
      switch (at) {
        case 0 -> {
          if (length == 0) {
            result.value = 0;
            return machine.pop();
          }
          at = 1;
          return machine.push(new Link(length - 1, result));
        }
        case 1 -> {
          below = result.value;
          machine.value = length;
          at = 2;
          return true;
        }
        default -> {
          result.value = below + length;
          return machine.pop();
        }
      }
    }
  }

  private static final class Result {
    int value;
  }

  private static int sum(int length) {
    return length == 0 ? 0 : sum(length - 1) + length;
  }

  @Benchmark
  public long frames() {
    return Frames.sum(ChainBenchmarkComps.chain(length));
  }

  @Benchmark
  public long weft() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(ChainBenchmarkComps.chain(length), Integer.class)) {
      return GeneratorBenchmark.sum(numbers);
    }
  }

  @Benchmark
  public long byHand() {
    return new LinkedFrames(new Link(length, new Result())).sum();
  }

  @Benchmark
  public long byHandInlined() {
    return new LinkedFrames(new Link(length, new Result())).sumInlined();
  }

  @Benchmark
  public long plain() {
    return sum(length);
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.chainOf(length));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawChain(length));
  }

  @Benchmark
  public long javaflow() {
    return Javaflow.chainOf(length);
  }

  @Benchmark
  public long loom() {
    return Loom.sum(loom -> chain(loom, length));
  }

  private static int chain(Loom loom, int length) {
    if (length == 0) {
      return 0;
    }
    int below = chain(loom, length - 1);
    loom.yield(length);
    return below + length;
  }

  @Benchmark
  public long virtualThreads() throws InterruptedException {
    return ThreadPair.sum(pair -> chain(pair, length));
  }

  private static int chain(ThreadPair pair, int length) throws InterruptedException {
    if (length == 0) {
      return 0;
    }
    int below = chain(pair, length - 1);
    pair.yield(length);
    return below + length;
  }
}
