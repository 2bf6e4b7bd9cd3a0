package dev.weft.benchmarks;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.Coroutine;
import dev.weft.RunOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Bytes of a suspended computation with three locals, by the heap that very many of them take,
 * divided by their number.
 */
public final class Footprint {
  private static final int COUNT = 1_000_000;

  /** Of threads and continuations, which are larger. */
  private static final int FEWER = 100_000;

  private Footprint() {}

  /** Argument: the file of results to append to; without one it prints a line for each kind. */
  public static void main(String[] args) throws InterruptedException, IOException {
    if (args.length > 0) {
      OutputStream file =
          Files.newOutputStream(
              Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      try (PrintStream out = new PrintStream(file, true, StandardCharsets.UTF_8)) {
        printAll(out);
      }
    } else {
      printAll(System.out);
    }
  }

  private static void printAll(PrintStream out) throws InterruptedException {
    print(out, "weft", COUNT, Footprint::coroutine);
    Caller caller = message -> {};
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    print(
        out,
        "weftWithRunner",
        COUNT,
        i -> AsyncCoroutine.run(TalksComps.threeLocals("a", "b", i), "t", caller, here));
    print(out, "byHand", COUNT, i -> new Waiting("a", "b", i));
    print(out, "kotlinSequence", COUNT, i -> KotlinWorks.waiting("a", "b", i));
    print(out, "kotlinRaw", COUNT, i -> KotlinWorks.rawWaiting("a", "b", i));
    if (Runtime.version().feature() >= 21) {
      print(out, "loom", FEWER, Footprint::continuation);
      print(out, "virtualThread", FEWER, Footprint::parked);
    }
  }

  private static Object coroutine(int third) {
    Coroutine<String> coroutine = Coroutine.of(TalksComps.threeLocals("a", "b", third));
    coroutine.run();
    return coroutine;
  }

  /** A machine by hand. */
  private static final class Waiting {
    final String first;
    final String second;
    final int third;
    int at = 1;

    Waiting(String first, String second, int third) {
      this.first = first;
      this.second = second;
      this.third = third;
    }
  }

  private static Object continuation(int third) {
    String first = "a";
    String second = "b";
    Loom loom = new Loom(inside -> use(first + second + third + inside.yield("question")));
    loom.step(null);
    return loom;
  }

  private static Object parked(int third) {
    String first = "a";
    String second = "b";
    CountDownLatch reached = new CountDownLatch(1);
    Thread thread =
        Lightweight.start(
            () -> {
              reached.countDown();
              LockSupport.park();
              use(first + second + third);
            });
    try {
      reached.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return thread;
  }

  private static void use(String text) {
    if (text.isEmpty()) {
      throw new IllegalStateException();
    }
  }

  private static void print(PrintStream out, String kind, int count, IntFunction<Object> maker)
      throws InterruptedException {
    // The first ones bring classes and caches along.
    bytes(1_000, maker);
    double bytes = Math.min(bytes(count, maker), bytes(count, maker));
    out.printf(Locale.ROOT, "Footprint\t%1$s\t%2$.1f\t%2$.1f\t%2$.1f%n", kind, bytes);
  }

  private static double bytes(int count, IntFunction<Object> maker) throws InterruptedException {
    Object[] all = new Object[count];
    long before = used();
    for (int i = 0; i < count; i++) {
      all[i] = maker.apply(i);
    }
    return (double) (used() - before) / all.length;
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
