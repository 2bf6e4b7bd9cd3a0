package dev.weft;

import java.time.Duration;
import java.util.Objects;

/** Durations that somebody waits for. */
final class Timeouts {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Timeouts() {}

  /** Checks a timeout. */
  static Duration check(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative: " + timeout);
    }
    return timeout;
  }

  /** The checked timeout in nanoseconds; what is too long for that is as long as can be. */
  static long nanos(Duration timeout) {
    return check(timeout).compareTo(LONGEST) < 0 ? timeout.toNanos() : Long.MAX_VALUE;
  }
}
