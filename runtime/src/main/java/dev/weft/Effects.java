package dev.weft;

import dev.weft.annotations.Comp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Performs effects in the body of a {@code @Comp} method.
 *
 * <pre>{@code
 * @Comp
 * static Invoice invoice(Order order) {
 *   Instant now = Effects.perform(new Now());
 *   return new Invoice(order, now);
 * }
 * }</pre>
 *
 * <p>Who answers is decided where the computation is put together:
 *
 * <pre>{@code
 * Computation<Invoice> invoice =
 *     InvoicesComps.invoice(order).with(Handler.of(Now.class, now -> clock.instant()));
 * }</pre>
 *
 * <p>The processor replaces these calls. One that really happens works in a body of {@link
 * Blocking}, and else throws an {@link IllegalStateException} that says what to do.
 */
public final class Effects {
  private Effects() {}

  /**
   * Asks the nearest handler for effects of this class.
   *
   * @return what it answers
   * @throws UnhandledEffectException if there is none
   * @throws IllegalStateException if this thread hosts no computation
   * @throws NullPointerException if the effect is null
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // whoever performs it checks the answer
  public static <R extends @Nullable Object> R perform(Effect<R> effect) {
    Objects.requireNonNull(effect, "effect");
    return (R) body().perform(effect);
  }

  /**
   * Runs a computation as a part of this one. So a part can have handlers of its own:
   *
   * <pre>{@code
   * Effects.call(ShopComps.checkout(cart).with(Reader.of(Currency.class, euro)));
   * }</pre>
   *
   * <p>It pauses when that one does, fails when it fails, and is cancelled with it.
   *
   * @return its result
   * @throws IllegalStateException if this thread hosts no computation
   * @throws NullPointerException if the computation is null
   */
  @Comp
  @SuppressWarnings({"unchecked", "NullAway"}) // a computation's result is of its type
  public static <R extends @Nullable Object> R call(Computation<R> computation) {
    Objects.requireNonNull(computation, "computation");
    return (R) body().call(computation);
  }

  private static BodyThread body() {
    BodyThread body = BodyThread.current();
    if (body == null) {
      throw DirectCall.refused();
    }
    return body;
  }
}
