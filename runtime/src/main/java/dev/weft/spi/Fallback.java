package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/** An effect that is answered, where no handler answers it, by itself. */
public interface Fallback {

  /**
   * The answer, or an {@link InPlace}.
   *
   * @throws Throwable what the computation is to throw where it performed the effect
   */
  @Nullable Object fallback() throws Throwable;
}
