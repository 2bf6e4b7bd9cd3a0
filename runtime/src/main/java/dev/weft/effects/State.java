package dev.weft.effects;

import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.annotations.Comp;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A value that a computation changes as it goes. It belongs to the run: each run of a computation
 * starts with the initial one.
 *
 * <pre>{@code
 * @Comp
 * static void add(Item item) {
 *   State.modify(Cart.class, cart -> cart.plus(item));
 * }
 * ...
 * Computation<Receipt> receipt =
 *     ShopComps.shop().with(State.of(Cart.class, Cart.EMPTY), (paid, cart) -> new Receipt(paid, cart));
 * }</pre>
 *
 * <p>There can be several, told apart by the class or the {@link Key}. The nearest of the same
 * class or key counts. Every method throws a {@link dev.weft.UnhandledEffectException} if there is
 * none.
 */
public final class State {
  private State() {}

  /** The present value of the state of this very class. */
  @Comp
  public static <S> S get(Class<S> type) {
    return Effects.perform(StateAccess.get(type));
  }

  /** The present value of the state with this key. */
  @Comp
  public static <S> S get(Key<S> key) {
    return Effects.perform(StateAccess.get(key));
  }

  /**
   * Replaces the value of the state of this very class.
   *
   * @throws NullPointerException if an argument is null
   */
  @Comp
  public static <S> void put(Class<S> type, S value) {
    Effects.perform(StateAccess.put(type, value));
  }

  /**
   * Replaces the value of the state with this key.
   *
   * @throws NullPointerException if an argument is null
   */
  @Comp
  public static <S> void put(Key<S> key, S value) {
    Effects.perform(StateAccess.put(key, value));
  }

  /**
   * Changes the value of the state of this very class.
   *
   * @param change makes the new value of the present one; not null
   * @return the new value
   */
  @Comp
  public static <S> S modify(Class<S> type, UnaryOperator<S> change) {
    return Effects.perform(StateAccess.modify(type, change));
  }

  /**
   * Changes the value of the state with this key.
   *
   * @param change makes the new value of the present one; not null
   * @return the new value
   */
  @Comp
  public static <S> S modify(Key<S> key, UnaryOperator<S> change) {
    return Effects.perform(StateAccess.modify(key, change));
  }

  /**
   * Keeps a state, known by this class.
   *
   * @param initial its value at the start of each run
   * @throws NullPointerException if an argument is null
   */
  public static <S> Handler.Stateful<S> of(Class<S> type, S initial) {
    return handler(type, initial);
  }

  /**
   * Keeps a state, known by this key.
   *
   * @param initial its value at the start of each run
   * @throws NullPointerException if an argument is null
   */
  public static <S> Handler.Stateful<S> of(Key<S> key, S initial) {
    return handler(key, initial);
  }

  private static <S> Handler.Stateful<S> handler(Object key, S initial) {
    return new StateHandler<>(
        Objects.requireNonNull(key, "key"), Objects.requireNonNull(initial, "initial"));
  }

  private record StateHandler<S>(Object key, S initial) implements Handler.Stateful<S> {
    @Override
    public Handler.StatefulScope<S> open() {
      return new StateScope<>(key, initial);
    }

    @Override
    public String toString() {
      return "State[" + Key.text(key) + "]";
    }
  }
}
