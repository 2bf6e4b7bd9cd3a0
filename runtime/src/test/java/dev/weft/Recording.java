package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A caller that writes down what it receives, and does what the test says. */
final class Recording implements Caller {
  private final List<Step<?>> steps = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Caller then;

  Recording() {
    this(message -> {});
  }

  Recording(Caller then) {
    this.then = then;
  }

  @Override
  public void receive(Message<?> message) {
    synchronized (steps) {
      steps.add(message.step());
    }
    try {
      then.receive(message);
    } finally {
      if (message.step().isTerminal()) {
        end.countDown();
      }
    }
  }

  List<Step<?>> steps() {
    synchronized (steps) {
      return List.copyOf(steps);
    }
  }

  /** Waits for the terminal message, and returns all. */
  List<Step<?>> awaitEnd() throws InterruptedException {
    if (!end.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("no terminal message; until now: " + steps());
    }
    return steps();
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come to be");
      }
      LockSupport.parkNanos(100_000);
    }
  }
}
