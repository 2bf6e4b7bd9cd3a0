package dev.weft.samples.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The server's log, for a test to read. */
final class Journal implements Consumer<String> {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void accept(String line) {
    lines.add(line);
  }

  /** How many lines end with a text. */
  long count(String end) {
    return lines.stream().filter(line -> line.endsWith(end)).count();
  }

  /** The lines with a text in them. */
  List<String> containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  /** Waits until so many lines end with a text. */
  void awaitCount(String end, int count) {
    await(end + " " + count + " times", () -> count(end) == count);
  }

  /** Waits until something holds. */
  static void await(String what, BooleanSupplier condition) {
    long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("Not seen: " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
