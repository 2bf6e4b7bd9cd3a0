package dev.weft.spi;

import dev.weft.Computation;
import java.util.Objects;

/** What a handler answers when the answer is the result of a computation, which is to run first. */
public final class InPlace {
  final Computation<?> computation;

  /**
   * Names the computation.
   *
   * @throws NullPointerException if it is null
   */
  public InPlace(Computation<?> computation) {
    this.computation = Objects.requireNonNull(computation, "computation");
  }
}
