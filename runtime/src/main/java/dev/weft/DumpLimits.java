package dev.weft;

import java.time.Duration;

/**
 * How much a dump may be.
 *
 * @param length characters of the whole; runners that don't fit are counted
 * @param valueLength characters of the value of one local, and of a tag
 * @param time how long the dump may take; what is left then is counted
 */
public record DumpLimits(int length, int valueLength, Duration time) {
  private static final DumpLimits DEFAULTS = new DumpLimits(500_000, 120, Duration.ofSeconds(5));

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public DumpLimits {
    if (length < 0 || valueLength < 0) {
      throw new IllegalArgumentException("a negative length");
    }
    Timeouts.check(time);
  }

  /** 500,000 characters, 120 for a value, five seconds. */
  public static DumpLimits defaults() {
    return DEFAULTS;
  }
}
