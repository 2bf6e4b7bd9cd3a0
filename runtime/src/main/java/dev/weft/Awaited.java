package dev.weft;

import dev.weft.spi.Wait;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a runner waits for. Either the stage is complete before the host has left, and the host goes
 * on in place; or the host leaves first, and whoever completes the stage wakes the runner: one
 * compare-and-set decides.
 *
 * <p>As long as nobody has written the outcome into the runner's slot, this stands there in its
 * place, and remembers who gets the next step.
 */
final class Awaited extends Request.Answer {
  private static final Object LEFT = new Object();

  private final RunnerInbox<?> runner;
  private final AtomicReference<@Nullable Object> outcome = new AtomicReference<>();

  Awaited(RunnerInbox<?> runner, Object audience) {
    super(null, null, audience);
    this.runner = runner;
  }

  void listenTo(Wait wait) {
    try {
      wait.stage().whenComplete(this::complete);
    } catch (Throwable refusal) {
      complete(null, refusal);
    }
  }

  private void complete(@Nullable Object value, @Nullable Throwable failure) {
    Wait.Outcome ended = Wait.Outcome.of(value, failure);
    Request.Answer answer = new Request.Answer(ended.value(), ended.error(), audience);
    if (!outcome.compareAndSet(null, answer)) {
      runner.endWait(this, answer);
    }
  }

  /** The outcome, if it came before the host left. */
  Request.@Nullable Answer outcome() {
    return outcome.get() instanceof Request.Answer answer ? answer : null;
  }

  /** The host leaves; false if the outcome is there. */
  boolean leave() {
    return outcome.compareAndSet(null, LEFT);
  }
}
