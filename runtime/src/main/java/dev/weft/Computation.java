package dev.weft;

import dev.weft.spi.Recipe;
import dev.weft.spi.Stepper;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * An immutable recipe of a pausable computation: its arguments are captured, nothing has started,
 * and it can be run any number of times, from any threads.
 *
 * <p>The processor generates a factory for each {@code @Comp} method. A recipe is run by a {@link
 * Coroutine}:
 *
 * <pre>{@code
 * Coroutine<User> wizard = Coroutine.of(WizardComps.register());
 * Step<User> step = wizard.run();
 * }</pre>
 *
 * @param <T> what the computation returns; {@code Void} for a {@code void} method
 */
@SuppressWarnings("UnusedTypeParameter") // it types the steps
public final class Computation<T> extends Recipe {
  private final String label;

  private Computation(String label, Supplier<? extends Stepper> frames) {
    super(frames);
    this.label = label;
  }

  /**
   * Makes a recipe. Generated factories call this.
   *
   * @param label what {@link #toString} shows, such as {@code Wizard.register}
   * @param frames gives a new stepper, not started, at each call
   * @throws NullPointerException if an argument is null
   */
  public static <T> Computation<T> of(String label, Supplier<? extends Stepper> frames) {
    return new Computation<>(Objects.requireNonNull(label, "label"), frames);
  }

  /** The label. */
  @Override
  public String toString() {
    return label;
  }
}
