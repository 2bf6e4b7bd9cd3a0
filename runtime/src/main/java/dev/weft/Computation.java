package dev.weft;

import dev.weft.spi.Recipe;
import dev.weft.spi.Stepper;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
public final class Computation<T extends @Nullable Object> extends Recipe {
  private final String label;

  private Computation(String label, Supplier<? extends Stepper> frames) {
    super(frames);
    this.label = label;
  }

  private Computation(String label, Effect<?> effect) {
    super(effect);
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

  /**
   * Makes a recipe that performs an effect and returns the answer. Factories of methods that do
   * nothing else call this: such a computation needs no frame of its own where another one calls
   * it.
   *
   * @throws NullPointerException if the effect is null
   */
  public static <T extends @Nullable Object> Computation<T> performing(Effect<T> effect) {
    return new Computation<>("Effects.perform", Objects.requireNonNull(effect, "effect"));
  }

  /**
   * The same computation with a handler around it, outside of those that it has already. The
   * handler sees it start and end, and may answer its effects.
   *
   * <pre>{@code
   * ShopComps.checkout(cart)
   *     .with(Handler.of(Now.class, now -> clock.instant()))
   *     .with(Reader.of(Currency.class, euro))
   * }</pre>
   *
   * @throws NullPointerException if the handler is null
   */
  public Computation<T> with(Handler handler) {
    Objects.requireNonNull(handler, "handler");
    return new Computation<>(label, () -> scoped(handler, null));
  }

  /**
   * As {@link #with(Handler)}; and what the computation returns is made of its result and the
   * handler's state.
   *
   * <pre>{@code
   * Computation<Receipt> receipt =
   *     ShopComps.checkout()
   *         .with(State.of(Cart.class, Cart.EMPTY), (paid, cart) -> new Receipt(paid, cart));
   * }</pre>
   *
   * @param output gets the result and the last state, when the computation has completed; what it
   *     throws is the computation's failure
   * @throws NullPointerException if an argument is null
   */
  @SuppressWarnings("unchecked") // the frame gives it what the computation and the scope hold
  public <S extends @Nullable Object, U extends @Nullable Object> Computation<U> with(
      Handler.Stateful<S> handler, BiFunction<? super T, ? super S, ? extends U> output) {
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(output, "output");
    return new Computation<>(
        label, () -> scoped(handler, (BiFunction<Object, Object, ?>) (BiFunction<?, ?, ?>) output));
  }

  /** The label. */
  @Override
  public String toString() {
    return label;
  }
}
