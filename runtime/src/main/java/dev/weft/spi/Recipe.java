package dev.weft.spi;

import java.util.Objects;
import java.util.function.Supplier;

/** What a computation is made of, as the driver sees it: a source of fresh root frames. */
public abstract class Recipe {
  private final Supplier<? extends Stepper> frames;

  /**
   * Keeps the source of frames.
   *
   * @param frames gives a new stepper, not started, at each call
   */
  protected Recipe(Supplier<? extends Stepper> frames) {
    this.frames = Objects.requireNonNull(frames, "frames");
  }

  /** A new frame for one execution. */
  final Stepper frame() {
    return frames.get();
  }
}
