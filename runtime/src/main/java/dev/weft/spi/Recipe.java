package dev.weft.spi;

import dev.weft.Effect;
import dev.weft.Handler;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a computation is made of, as the driver sees it: a source of fresh root frames. */
public abstract class Recipe {
  private final @Nullable Supplier<? extends Stepper> frames;

  /** What the computation does when it does nothing but perform an effect. */
  final @Nullable Effect<?> effect;

  /**
   * Keeps the source of frames.
   *
   * @param frames gives a new stepper, not started, at each call
   */
  protected Recipe(Supplier<? extends Stepper> frames) {
    this.frames = Objects.requireNonNull(frames, "frames");
    this.effect = null;
  }

  /** Keeps the effect: a frame that calls this performs it, with no frame in between. */
  protected Recipe(Effect<?> effect) {
    this.frames = null;
    this.effect = Objects.requireNonNull(effect, "effect");
  }

  /** A new frame for one execution. */
  final Stepper frame() {
    return frames == null ? new PerformFrame(Objects.requireNonNull(effect)) : frames.get();
  }

  /**
   * A new frame that runs this recipe with a handler.
   *
   * @param output what to make of the result and the scope's state; null to leave the result alone
   */
  protected final Stepper scoped(Handler handler, @Nullable BiFunction<Object, Object, ?> output) {
    return new ScopeFrame(handler, this, output);
  }
}
