package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/**
 * In place of a value of an execution: what the next frame is to throw. Nobody else ever sees one.
 */
record Failure(Throwable error) {

  /** What to throw when one exception follows another one, if there was one. */
  static Throwable joined(@Nullable Throwable first, Throwable next) {
    if (first == null) {
      return next;
    }
    if (first != next) {
      first.addSuppressed(next);
    }
    return first;
  }
}
