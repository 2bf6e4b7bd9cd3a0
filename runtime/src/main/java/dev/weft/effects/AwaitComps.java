package dev.weft.effects;

import dev.weft.Computation;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link Await}. */
public final class AwaitComps {
  private AwaitComps() {}

  /** The computation of {@link Await#await}. */
  public static <R extends @Nullable Object> Computation<R> await(CompletionStage<R> stage) {
    return Computation.performing(new Await<>(stage));
  }
}
