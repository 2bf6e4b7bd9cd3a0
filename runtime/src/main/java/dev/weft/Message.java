package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Caller} receives: a computation came to a step.
 *
 * <pre>{@code
 * Caller caller = message -> {
 *   if (message.step() instanceof Step.Suspended<?> question) {
 *     message.answer(answerTo(question.value()));
 *   }
 * };
 * }</pre>
 *
 * @param tag the tag that the runner was started with
 * @param step how far the computation came
 * @param runner who runs it
 * @param <T> what the computation returns
 */
public record Message<T>(Object tag, Step<T> step, Runner<T> runner) {

  /** Checks that nothing is null. */
  public Message {
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(runner, "runner");
  }

  /**
   * Answers the suspension that this message tells of, and no other. Any thread may call it.
   *
   * @param value what the yield returns
   * @return whether the runner took it; false if any answer to this suspension was accepted before,
   *     if the runner is cancelled or has ended, and if this message tells of no suspension
   */
  public boolean answer(@Nullable Object value) {
    return step instanceof Step.Suspended<T> suspended && runner.answer(suspended.number(), value);
  }

  /**
   * As {@link #answer(Object)}, for a typed prompt: the compiler checks the answer.
   *
   * @param prompt what the suspension waits with
   * @param value what the yield returns
   * @return whether the runner took it
   * @throws IllegalArgumentException if this message does not tell of a suspension with this prompt
   */
  public <R extends @Nullable Object> boolean answer(Prompt<R> prompt, R value) {
    Objects.requireNonNull(prompt, "prompt");
    if (!(step instanceof Step.Suspended<T> suspended && prompt.equals(suspended.value()))) {
      throw new IllegalArgumentException("This message does not ask " + prompt + ": " + step);
    }
    return answer(value);
  }
}
