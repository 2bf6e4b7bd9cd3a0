package dev.weft.benchmarks;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Twelve variables that live across the pause, of which three change in each round. */
@OperationsPerInvocation(LocalsBenchmark.COUNT)
public class LocalsBenchmark extends Work {
  static final int COUNT = 1_000;

  int count = COUNT;

  @Comp
  static long twelve(int count) {
    long a = count;
    long b = a * 3;
    long c = b ^ a;
    long d = c + 5;
    int e = count + 7;
    int f = e * 5;
    int g = f ^ e;
    String h = "h" + count;
    String k = "k" + count;
    long x = 1;
    long y = 2;
    for (int i = 0; i < count; i++) {
      x += a ^ i;
      y ^= x + b;
      Yield.emit(h);
    }
    return a + b + c + d + e + f + g + h.length() + k.length() + x + y;
  }

  private static final class Twelve extends Machine {
    private final int count;
    private long a;
    private long b;
    private long c;
    private long d;
    private int e;
    private int f;
    private int g;
    private String h = "";
    private String k = "";
    private long x;
    private long y;
    private int i;
    private int at;

    Twelve(int count) {
      this.count = count;
    }

    @Override
    boolean step() {
      switch (at) {
        case 0 -> {
          start();
          at = 1;
        }
        case 1 -> i++;
        default -> throw new IllegalStateException();
      }
      if (i < count) {
        x += a ^ i;
        y ^= x + b;
        value = h;
        return true;
      }
      at = 2;
      value = a + b + c + d + e + f + g + h.length() + k.length() + x + y;
      return false;
    }

    private void start() {
      a = count;
      b = a * 3;
      c = b ^ a;
      d = c + 5;
      e = count + 7;
      f = e * 5;
      g = f ^ e;
      h = "h" + count;
      k = "k" + count;
      x = 1;
      y = 2;
      i = 0;
    }
  }

  @Benchmark
  public int frames() {
    Frames frames = new Frames(LocalsBenchmarkComps.twelve(count));
    int length = 0;
    while (frames.step()) {
      length += ((String) frames.value()).length();
    }
    return length;
  }

  @Benchmark
  public int byHand() {
    Machine machine = new Twelve(count);
    int length = 0;
    while (machine.call()) {
      length += ((String) machine.value).length();
    }
    return length;
  }

  @Benchmark
  public int byHandInlined() {
    Machine machine = new Twelve(count);
    int length = 0;
    while (machine.step()) {
      length += ((String) machine.value).length();
    }
    return length;
  }

  @Benchmark
  public int kotlinSequence() {
    return KotlinWorks.lengths(KotlinWorks.twelve(count));
  }

  @Benchmark
  public int kotlinRaw() {
    return Raw.lengths(KotlinWorks.rawTwelve(count));
  }
}
