package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Step;
import dev.weft.annotations.Comp;
import dev.weft.spi.Fallback;
import dev.weft.spi.InPlace;
import dev.weft.spi.Wait;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a future, with no thread held meanwhile.
 *
 * <pre>{@code
 * @Comp
 * static Page page(Request request) {
 *   User user = Await.await(users.load(request.userId()));
 *   return render(user);
 * }
 * }</pre>
 *
 * <p>It needs no handler. Under {@link dev.weft.AsyncCoroutine} the computation goes on, on the
 * runner's executor, when the stage completes; nobody is told of a suspension. A failed stage
 * throws its cause. One that is complete already costs no pause. When the computation is cancelled
 * while it waits, so is the future.
 *
 * <p>To whoever drives a {@link Coroutine} it is a suspension with an {@code Await} as its value.
 * {@link #join} steps through those by waiting; an event loop can do without:
 *
 * <pre>{@code
 * if (suspended.value() instanceof Await<?> await) {
 *   await.stage().whenComplete((value, failure) -> loop.execute(() -> goOn(value, failure)));
 * }
 * }</pre>
 *
 * @param <R> what the stage gives
 */
public final class Await<R extends @Nullable Object> extends Wait implements Effect<R>, Fallback {
  private final CompletionStage<R> stage;

  Await(CompletionStage<R> stage) {
    this.stage = Objects.requireNonNull(stage, "stage");
  }

  /**
   * Waits until the stage is complete.
   *
   * @return its value
   * @throws NullPointerException if the stage is null
   */
  @Comp
  public static <R extends @Nullable Object> R await(CompletionStage<R> stage) {
    return Effects.perform(new Await<>(stage));
  }

  /**
   * Steps a coroutine through all that it waits for: blocks this thread until the stage of each
   * {@code Await} is complete, and resumes it with that. When this returns, the step is one that
   * asks something or ends.
   *
   * <pre>{@code
   * Step<Page> step = Await.join(coroutine, coroutine.run());
   * }</pre>
   *
   * @param step the latest step of the coroutine
   * @throws InterruptedException if the thread is interrupted; the coroutine stays suspended
   */
  public static <T extends @Nullable Object> Step<T> join(Coroutine<T> coroutine, Step<T> step)
      throws InterruptedException {
    Step<T> latest = step;
    while (latest instanceof Step.Suspended<T> suspended
        && suspended.value() instanceof Await<?> await) {
      Wait.Outcome outcome = await.join();
      Throwable error = outcome.error();
      latest = error == null ? coroutine.run(outcome.value()) : coroutine.raise(error);
    }
    return latest;
  }

  /** What the computation waits for. */
  @Override
  public CompletionStage<R> stage() {
    return stage;
  }

  @Override
  public @Nullable Object fallback() throws Throwable {
    if (stage instanceof CompletableFuture<R> future && isDone(future)) {
      Wait.Outcome outcome = future.handle(Wait.Outcome::of).join();
      if (outcome.error() != null) {
        throw outcome.error();
      }
      return outcome.value();
    }
    return new InPlace(Computation.of("Await.await", () -> new AwaitStepper(this)));
  }

  private static boolean isDone(CompletableFuture<?> future) {
    try {
      return future.isDone();
    } catch (UnsupportedOperationException e) {
      // A minimal stage tells nobody.
      return false;
    }
  }

  /** Says what it waits for. */
  @Override
  public String toString() {
    return "Await[" + stage + "]";
  }
}
