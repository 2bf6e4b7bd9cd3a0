package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Which runners the current thread hosts just now: whose computation or callback it is in. Sync
 * forms ask it, since a runner can't be waited for by the thread that runs it.
 *
 * <p>The thread-local holds nothing, the one runner, or a {@link Nested}; the common case allocates
 * nothing, and nothing stays behind in a pool's thread.
 */
final class Hosting {
  private static final ThreadLocal<@Nullable Object> CURRENT = new ThreadLocal<>();

  private Hosting() {}

  /** A runner hosted in the callback or the computation of others. */
  private record Nested(Object inner, Object outer) {}

  /** Says that this thread hosts the runner from now on; returns what to {@link #restore}. */
  static @Nullable Object enter(Object runner) {
    Object outer = CURRENT.get();
    CURRENT.set(outer == null ? runner : new Nested(runner, outer));
    return outer;
  }

  /** What this thread hosts, for another thread that acts for it to {@link #restore}. */
  static @Nullable Object current() {
    return CURRENT.get();
  }

  /** Says that this thread hosts what it hosted before. */
  static void restore(@Nullable Object hosted) {
    CURRENT.set(hosted);
  }

  /** Whether this thread hosts the runner. */
  static boolean hosts(Object runner) {
    Object hosted = CURRENT.get();
    while (hosted instanceof Nested nested && nested.inner() != runner) {
      hosted = nested.outer();
    }
    return hosted == runner || hosted instanceof Nested;
  }
}
