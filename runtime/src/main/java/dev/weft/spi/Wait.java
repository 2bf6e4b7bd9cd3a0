package dev.weft.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a frame suspends with when nobody is asked: the computation goes on when the stage
 * completes, with its value or its failure. A driver that sees to this by itself announces no
 * suspension.
 */
// A class, since the driver looks at each yielded value: to ask for an interface takes longer.
public abstract class Wait {

  /** Makes one. */
  protected Wait() {}

  /**
   * How a stage ended.
   *
   * @param value what it gave, if there is no error
   * @param error why it failed, without what futures wrap that in
   */
  public record Outcome(@Nullable Object value, @Nullable Throwable error) {
    /** Of what a stage tells its listeners. */
    public static Outcome of(@Nullable Object value, @Nullable Throwable failure) {
      Throwable cause = failure;
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      return new Outcome(value, cause);
    }
  }

  /** What it waits for. */
  public abstract CompletionStage<?> stage();

  /**
   * Blocks this thread until the stage is complete. One that can't be listened to has failed.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public final Outcome join() throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    try {
      stage().whenComplete((value, failure) -> outcome.complete(Outcome.of(value, failure)));
    } catch (Throwable refusal) {
      outcome.complete(Outcome.of(null, refusal));
    }
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
