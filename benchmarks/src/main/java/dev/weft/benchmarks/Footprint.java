package dev.weft.benchmarks;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.Coroutine;
import dev.weft.RunOptions;
import java.util.function.IntFunction;

/** Bytes of a suspended computation with three locals, by the heap that a million of them take. */
public final class Footprint {
  private static final int COUNT = 1_000_000;

  private Footprint() {}

  /** Takes no arguments; prints a line for each kind. */
  public static void main(String[] args) throws InterruptedException {
    Caller caller = message -> {};
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    print(
        "frame and coroutine",
        i -> {
          Coroutine<String> coroutine = Coroutine.of(TalksComps.threeLocals("a", "b", i));
          coroutine.run();
          return coroutine;
        });
    print(
        "frame and runner",
        i -> AsyncCoroutine.run(TalksComps.threeLocals("a", "b", i), "t", caller, here));
  }

  private static void print(String kind, IntFunction<Object> maker) throws InterruptedException {
    Object[] all = new Object[COUNT];
    // The first ones bring classes and caches along.
    for (int i = 0; i < 1_000; i++) {
      all[i] = maker.apply(i);
    }
    all = new Object[COUNT];
    long before = used();
    for (int i = 0; i < COUNT; i++) {
      all[i] = maker.apply(i);
    }
    long after = used();
    System.out.printf("%s: %.1f bytes%n", kind, (double) (after - before) / all.length);
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
