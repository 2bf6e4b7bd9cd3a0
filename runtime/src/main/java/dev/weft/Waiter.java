package dev.weft;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A sync form that waits for one step. Either it gets the step, or it gives up first and the step
 * goes to the caller: one compare-and-set decides.
 */
final class Waiter extends Request {
  private static final Object GIVEN_UP = new Object();

  private final Thread thread = Thread.currentThread();
  private final AtomicReference<Object> outcome = new AtomicReference<>();

  /** Sync forms don't start what they could not wait for. */
  static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Gives it the step; false if it has given up, or has one. */
  boolean offer(Step<?> step) {
    boolean accepted = outcome.compareAndSet(null, step);
    if (accepted) {
      LockSupport.unpark(thread);
    }
    return accepted;
  }

  /**
   * Waits, on the thread that made this.
   *
   * @throws AsyncTimeoutException if the step is late
   * @throws InterruptedException if the thread is interrupted before the step came
   */
  @SuppressWarnings("unchecked")
  <T> Step<T> await(Runner<T> runner, Duration timeout) throws InterruptedException {
    try {
      Hosting.unwindBeforeWaiting();
      park(new Parking(System.nanoTime() + Timeouts.nanos(timeout)));
    } catch (Throwable e) {
      if (giveUp()) {
        throw e;
      }
      if (e instanceof InterruptedException) {
        thread.interrupt();
      } else {
        Delivery.report(e);
      }
    }
    if (giveUp()) {
      throw new AsyncTimeoutException(runner, timeout);
    }
    return (Step<T>) Objects.requireNonNull(outcome.get());
  }

  /** False if it has the step. */
  private boolean giveUp() {
    return outcome.compareAndSet(null, GIVEN_UP);
  }

  private static void park(Parking parking) throws InterruptedException {
    try {
      ForkJoinPool.managedBlock(parking);
    } catch (RejectedExecutionException saturated) {
      // The pool may not have one more thread: it has one less to work with, for so long.
      parking.block();
    }
  }

  /** Lets a fork-join pool make up for the thread that waits. */
  private final class Parking implements ForkJoinPool.ManagedBlocker {
    private final long deadline;

    Parking(long deadline) {
      this.deadline = deadline;
    }

    @Override
    public boolean isReleasable() {
      return outcome.get() != null || deadline - System.nanoTime() <= 0;
    }

    @Override
    public boolean block() throws InterruptedException {
      while (!isReleasable()) {
        LockSupport.parkNanos(this, deadline - System.nanoTime());
        checkInterrupt();
      }
      return true;
    }
  }
}
