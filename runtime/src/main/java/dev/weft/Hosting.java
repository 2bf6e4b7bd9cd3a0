package dev.weft;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which runners the current thread hosts just now: whose computation or callback it is in. Sync
 * forms ask it, since a runner can't be waited for by the thread that runs it.
 *
 * <p>A callback may start or resume other runners, and an executor may run them right there; so one
 * thread can host several, each in the callback of another. Past a limit it puts the next one off
 * until the stack has unwound.
 *
 * <p>The thread-local holds nothing, the one runner, or a {@link Nested}; the common case allocates
 * nothing, and nothing stays behind in a pool's thread.
 */
final class Hosting {
  /** How many runners are hosted in the callbacks of one another. */
  private static final int MAX_DEPTH = 100;

  private static final ThreadLocal<@Nullable Object> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable PutOff> PUT_OFF = new ThreadLocal<>();

  /** How many threads have put something off: mostly none, and then none need look. */
  private static final AtomicInteger WAITING = new AtomicInteger();

  private Hosting() {}

  /** A runner hosted in the callback or the computation of others. */
  private record Nested(@Nullable Object inner, Object outer, int depth) {}

  /** What waits for this thread's stack to unwind. */
  private static final class PutOff {
    final Queue<Runnable> turns = new ArrayDeque<>();
    boolean running;

    void runAll() {
      running = true;
      try {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
          run(turn);
        }
      } finally {
        running = false;
      }
    }

    /** What it throws harms none of the others. */
    private static void run(Runnable turn) {
      try {
        turn.run();
      } catch (Throwable failure) {
        Delivery.report(failure);
      }
    }
  }

  /** What this thread hosts, to {@link #restore} later or on another thread. */
  static @Nullable Object current() {
    return CURRENT.get();
  }

  /** Says that this thread hosts the runner, and what it hosted before. */
  static void enter(Object runner, @Nullable Object outer) {
    CURRENT.set(outer == null ? runner : new Nested(runner, outer, depth(outer) + 1));
  }

  /** Says that this thread hosts what it hosted before. */
  static void restore(@Nullable Object outer) {
    CURRENT.set(outer);
  }

  /** Says the same at the end of a turn; one that was not nested then runs what was put off. */
  static void leave(@Nullable Object outer) {
    CURRENT.set(outer);
    if (depth(outer) == 0 && WAITING.get() > 0) {
      PutOff waiting = PUT_OFF.get();
      if (waiting != null && !waiting.running) {
        waiting.runAll();
        PUT_OFF.remove();
        WAITING.decrementAndGet();
      }
    }
  }

  /** Whether this thread hosts the runner. */
  static boolean hosts(Object runner) {
    return contains(CURRENT.get(), runner);
  }

  /** Whether the runner is among the hosted. */
  static boolean contains(@Nullable Object hosted, Object runner) {
    Object rest = hosted;
    while (rest instanceof Nested nested && nested.inner() != runner) {
      rest = nested.outer();
    }
    return rest == runner || rest instanceof Nested;
  }

  /** Whether no more runners should be hosted on top of these. */
  static boolean isFull(@Nullable Object hosted) {
    return depth(hosted) >= MAX_DEPTH;
  }

  /** Does it when this thread's stack has unwound. */
  static void putOff(Runnable turn) {
    PutOff waiting = PUT_OFF.get();
    if (waiting == null) {
      waiting = new PutOff();
      PUT_OFF.set(waiting);
      WAITING.incrementAndGet();
    }
    waiting.turns.add(turn);
  }

  /**
   * Counts the depth anew, on top of what is hosted: for a thread that is about to block in the
   * middle of a callback, and for one that acts for another.
   */
  static void restart(@Nullable Object hosted) {
    CURRENT.set(hosted == null ? null : new Nested(null, hosted, 0));
  }

  /** Runs what was put off before this thread waits: it could be what it waits for. */
  static void unwindBeforeWaiting() {
    PutOff waiting = PUT_OFF.get();
    if (waiting != null) {
      boolean running = waiting.running;
      Object hosted = CURRENT.get();
      restart(hosted);
      waiting.runAll();
      restore(hosted);
      waiting.running = running;
    }
  }

  private static int depth(@Nullable Object hosted) {
    if (hosted instanceof Nested nested) {
      return nested.depth();
    }
    return hosted == null ? 0 : 1;
  }
}
