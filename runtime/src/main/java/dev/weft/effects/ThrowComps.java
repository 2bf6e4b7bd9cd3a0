package dev.weft.effects;

import dev.weft.Computation;
import java.util.Objects;
import java.util.function.Function;

/** Makes computations of the methods of {@link Throw}. */
public final class ThrowComps {
  private ThrowComps() {}

  /** The computation of {@link Throw#catching}. */
  public static <V, R> Computation<R> catching(
      Computation<R> part, Class<V> type, Function<? super V, ? extends R> recover) {
    Objects.requireNonNull(recover, "recover");
    return caught(part, type, value -> new CatchStepper.Recovery(recover.apply(value), null));
  }

  /** The computation of {@link Throw#catchingWith}. */
  public static <V, R> Computation<R> catchingWith(
      Computation<R> part,
      Class<V> type,
      Function<? super V, ? extends Computation<? extends R>> recover) {
    Objects.requireNonNull(recover, "recover");
    return caught(part, type, value -> new CatchStepper.Recovery(null, recover.apply(value)));
  }

  private static <V, R> Computation<R> caught(
      Computation<R> part, Class<V> type, Function<V, CatchStepper.Recovery> recover) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(type, "type");
    return Computation.of("Throw.catching", () -> new CatchStepper<>(part, type, recover));
  }
}
