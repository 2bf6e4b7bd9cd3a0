package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Effects;
import dev.weft.annotations.Comp;
import java.util.Objects;
import java.util.function.Function;

/**
 * Failing with a value of any type, and catching it around a part of a computation.
 *
 * <pre>{@code
 * record OutOfStock(Item item) {}
 *
 * @Comp
 * static Receipt buy(Cart cart) {
 *   ...
 *   throw Throw.raise(new OutOfStock(item));
 * }
 *
 * @Comp
 * static Receipt shop(Cart cart) {
 *   return Throw.catching(
 *       ShopComps.buy(cart), OutOfStock.class, missing -> Receipt.without(missing.item()));
 * }
 * }</pre>
 *
 * <p>What is raised is an exception as any other: {@code finally} blocks run, handlers' scopes are
 * left, and {@code catch (RaisedException e)} catches it too. Exceptions of any kind can be caught
 * by {@link #catching} in turn. A cancellation can't.
 */
public final class Throw {
  private Throw() {}

  /**
   * Fails with a value. A {@link Throwable} is thrown as it is, anything else in a {@link
   * RaisedException}.
   *
   * @return nothing; the type lets {@code throw Throw.raise(...)} tell the compiler so
   * @throws NullPointerException if the value is null
   */
  public static RuntimeException raise(Object value) {
    if (value instanceof Throwable error) {
      throw Throw.<RuntimeException>unchecked(error);
    }
    throw new RaisedException(Objects.requireNonNull(value, "value"));
  }

  /**
   * Runs a part of the computation; if it fails with a value or an exception of a type, the result
   * is made of that.
   *
   * @param type the class of what is caught
   * @param recover gives the result in its place
   * @return the part's result, or the other one
   */
  @Comp
  public static <V, R> R catching(
      Computation<R> part, Class<V> type, Function<? super V, ? extends R> recover) {
    return Effects.call(ThrowComps.catching(part, type, recover));
  }

  /**
   * As {@link #catching}, but another computation gives the result.
   *
   * @param recover gives the computation that runs in its place
   */
  @Comp
  public static <V, R> R catchingWith(
      Computation<R> part,
      Class<V> type,
      Function<? super V, ? extends Computation<? extends R>> recover) {
    return Effects.call(ThrowComps.catchingWith(part, type, recover));
  }

  /** A cast that the compiler believes: what is thrown need not be declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X unchecked(Throwable error) throws X {
    throw (X) error;
  }
}
