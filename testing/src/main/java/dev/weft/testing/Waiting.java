package dev.weft.testing;

import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.effects.Await;
import dev.weft.spi.Wait;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Steps through what a computation waits for. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Waiting() {}

  /** The first step that asks or ends. */
  static <T> Step<T> settle(Coroutine<T> coroutine, Step<T> first, Transcript transcript) {
    Step<T> step = first;
    while (step instanceof Step.Suspended<T> suspended
        && suspended.value() instanceof Await<?> await) {
      Wait.Outcome outcome = outcome(await, transcript);
      transcript.waited(await);
      Throwable error = outcome.error();
      step = error == null ? coroutine.run(outcome.value()) : coroutine.raise(error);
    }
    return step;
  }

  private static Wait.Outcome outcome(Await<?> await, Transcript transcript) {
    CompletableFuture<Wait.Outcome> done = new CompletableFuture<>();
    await.stage().whenComplete((value, error) -> done.complete(Wait.Outcome.of(value, error)));
    try {
      return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw transcript.failure("The computation waits for " + await + ", which does not complete");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw transcript.failure("Interrupted while the computation waited for " + await);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
