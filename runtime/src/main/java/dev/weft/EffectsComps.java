package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link Effects}. */
public final class EffectsComps {
  private EffectsComps() {}

  /**
   * The computation of {@link Effects#perform}.
   *
   * @throws NullPointerException if the effect is null
   */
  public static <R extends @Nullable Object> Computation<R> perform(Effect<R> effect) {
    return Computation.performing(effect);
  }

  /**
   * The computation of {@link Effects#call}: the computation itself.
   *
   * @throws NullPointerException if the computation is null
   */
  public static <R extends @Nullable Object> Computation<R> call(Computation<R> computation) {
    return Objects.requireNonNull(computation, "computation");
  }
}
