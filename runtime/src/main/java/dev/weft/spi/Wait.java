package dev.weft.spi;

import java.util.concurrent.CompletionStage;

/**
 * What a frame suspends with when nobody is asked: the computation goes on when the stage
 * completes, with its value or its failure. A driver that sees to this by itself announces no
 * suspension.
 */
// A class, since the driver looks at each yielded value: to ask for an interface takes longer.
public abstract class Wait {

  /** Makes one. */
  protected Wait() {}

  /** What it waits for. */
  public abstract CompletionStage<?> stage();
}
