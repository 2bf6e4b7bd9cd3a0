package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.annotations.Comp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The time.
 *
 * <pre>{@code
 * @Comp
 * static Invoice invoice(Order order) {
 *   return new Invoice(order, Clock.now());
 * }
 * ...
 * InvoicesComps.invoice(order).with(Clock.system())     // in production
 * InvoicesComps.invoice(order).with(Clock.fixed(noon))  // in a test
 * }</pre>
 */
public final class Clock {
  private Clock() {}

  /** What time it is: for handlers of one's own. */
  public record Now() implements Effect<Instant> {}

  /**
   * What time it is.
   *
   * @throws dev.weft.UnhandledEffectException if there is no handler
   */
  @Comp
  public static Instant now() {
    return Effects.perform(new Now());
  }

  /** Tells the time of the system's clock. */
  public static Handler system() {
    return of(InstantSource.system());
  }

  /** Tells the same time, whenever it is asked. */
  public static Handler fixed(Instant now) {
    return of(InstantSource.fixed(now));
  }

  /**
   * Tells the time of a clock.
   *
   * @throws NullPointerException if the clock is null
   */
  public static Handler of(InstantSource clock) {
    Objects.requireNonNull(clock, "clock");
    return Handler.of(Now.class, now -> clock.instant());
  }
}
