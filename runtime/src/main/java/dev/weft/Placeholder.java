package dev.weft;

import org.jspecify.annotations.Nullable;

/** Stands in for the runtime. */
public final class Placeholder {
  private Placeholder() {}

  /** Returns what it is given. */
  public static @Nullable Object same(@Nullable Object value) {
    return value;
  }
}
