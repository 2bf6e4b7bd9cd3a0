package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.annotations.Comp;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Identifiers that nobody has used before.
 *
 * <pre>{@code
 * @Comp
 * static Order order(Cart cart) {
 *   return new Order(Fresh.uuid(), cart);
 * }
 * ...
 * ShopComps.order(cart).with(Fresh.random())      // in production
 * ShopComps.order(cart).with(Fresh.predictable()) // in a test
 * }</pre>
 *
 * <p>Both methods throw a {@link dev.weft.UnhandledEffectException} if there is no handler.
 */
public final class Fresh {
  private Fresh() {}

  /** What the two kinds of identifiers are taken from. */
  abstract static class Next<R> implements Effect<R> {
    abstract R from(FreshScope scope);
  }

  /** A new UUID. */
  static final class NextUuid extends Next<UUID> {
    @Override
    UUID from(FreshScope scope) {
      return scope.uuid();
    }
  }

  /** A new number. */
  static final class NextNumber extends Next<Long> {
    @Override
    Long from(FreshScope scope) {
      return scope.number();
    }
  }

  /** A UUID that is new. */
  @Comp
  public static UUID uuid() {
    return Effects.perform(new NextUuid());
  }

  /** 1, 2, 3 … within one run of the computation that has the handler. */
  @Comp
  public static long number() {
    return Effects.perform(new NextNumber());
  }

  /** Gives random UUIDs. */
  public static Handler random() {
    return of(number -> UUID.randomUUID());
  }

  /** Gives the same UUIDs in each run: those whose low bits are 1, 2, 3 … */
  public static Handler predictable() {
    return of(number -> new UUID(0, number));
  }

  /**
   * Gives UUIDs of one's own.
   *
   * @param uuids makes the UUID that is number 1, 2, 3 … of a run
   * @throws NullPointerException if the function is null
   */
  public static Handler of(LongFunction<UUID> uuids) {
    return new FreshHandler(Objects.requireNonNull(uuids, "uuids"));
  }

  private record FreshHandler(LongFunction<UUID> uuids) implements Handler {
    @Override
    public Scope open() {
      return new FreshScope(uuids);
    }

    @Override
    public String toString() {
      return "Fresh";
    }
  }

  /** How many were given out in one run. */
  static final class FreshScope extends Handler.Scope {
    private final LongFunction<UUID> source;
    private long uuids;
    private long numbers;

    FreshScope(LongFunction<UUID> source) {
      super(Next.class);
      this.source = source;
    }

    UUID uuid() {
      return source.apply(++uuids);
    }

    long number() {
      return ++numbers;
    }

    @Override
    public Object answer(Effect<?> effect) {
      return ((Next<?>) effect).from(this);
    }
  }
}
