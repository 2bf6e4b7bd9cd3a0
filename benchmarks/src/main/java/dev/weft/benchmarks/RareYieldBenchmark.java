package dev.weft.benchmarks;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A loop of arithmetic that reports how far it is at one of 8,192 rounds. */
@OperationsPerInvocation(RareYieldBenchmark.COUNT)
public class RareYieldBenchmark extends Work {
  static final int COUNT = 1 << 17;
  private static final int REPORT = (1 << 13) - 1;

  int count = COUNT;

  @Comp
  static void hash(int count) {
    long hash = 1;
    for (int i = 0; i < count; i++) {
      hash = hash * 31 + (hash >>> 7 ^ i);
      if ((i & REPORT) == 0) {
        Yield.emit(hash);
      }
    }
  }

  private static final class Hash extends Machine {
    private final int count;
    private long hash = 1;
    private int i;

    Hash(int count) {
      this.count = count;
    }

    @Override
    boolean step() {
      long hash = this.hash;
      for (int i = this.i; i < count; i++) {
        hash = hash * 31 + (hash >>> 7 ^ i);
        if ((i & REPORT) == 0) {
          this.hash = hash;
          this.i = i + 1;
          value = hash;
          return true;
        }
      }
      this.i = count;
      return false;
    }
  }

  @Benchmark
  public long frames() {
    return Frames.sum(RareYieldBenchmarkComps.hash(count));
  }

  @Benchmark
  public long byHand() {
    return new Hash(count).sum();
  }

  @Benchmark
  public long plain() {
    long sum = 0;
    long hash = 1;
    for (int i = 0; i < count; i++) {
      hash = hash * 31 + (hash >>> 7 ^ i);
      if ((i & REPORT) == 0) {
        sum += hash;
      }
    }
    return sum;
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.hashes(count, REPORT));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawHashes(count, REPORT));
  }
}
