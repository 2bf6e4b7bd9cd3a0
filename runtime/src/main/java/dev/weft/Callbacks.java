package dev.weft;

import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Builds a {@link Caller} out of one callback for each kind of step. A kind without a callback is
 * ignored.
 *
 * <pre>{@code
 * Caller caller = Callbacks.builder()
 *     .onSuspended((message, suspended) -> message.answer(answerTo(suspended.value())))
 *     .onCompleted((message, completed) -> show(completed.value()))
 *     .onThrown((message, thrown) -> log(thrown.error()))
 *     .onCancelled((message, cancelled) -> hide(message.tag()))
 *     .build();
 * }</pre>
 *
 * <p>A builder is for one thread; what it builds is for any.
 */
public final class Callbacks {
  private BiConsumer<? super Message<?>, ? super Step.Suspended<?>> suspended = (m, s) -> {};
  private BiConsumer<? super Message<?>, ? super Step.Completed<?>> completed = (m, s) -> {};
  private BiConsumer<? super Message<?>, ? super Step.Thrown<?>> thrown = (m, s) -> {};
  private BiConsumer<? super Message<?>, ? super Step.Cancelled<?>> cancelled = (m, s) -> {};

  private Callbacks() {}

  /** A builder without callbacks. */
  public static Callbacks builder() {
    return new Callbacks();
  }

  /** Sets what is called when a computation waits for an answer. */
  public Callbacks onSuspended(BiConsumer<? super Message<?>, ? super Step.Suspended<?>> callback) {
    suspended = Objects.requireNonNull(callback, "callback");
    return this;
  }

  /** Sets what is called when a computation has returned. */
  public Callbacks onCompleted(BiConsumer<? super Message<?>, ? super Step.Completed<?>> callback) {
    completed = Objects.requireNonNull(callback, "callback");
    return this;
  }

  /** Sets what is called when a computation has failed. */
  public Callbacks onThrown(BiConsumer<? super Message<?>, ? super Step.Thrown<?>> callback) {
    thrown = Objects.requireNonNull(callback, "callback");
    return this;
  }

  /** Sets what is called when a computation was cancelled. */
  public Callbacks onCancelled(BiConsumer<? super Message<?>, ? super Step.Cancelled<?>> callback) {
    cancelled = Objects.requireNonNull(callback, "callback");
    return this;
  }

  /** A caller that calls what has been set until now. */
  public Caller build() {
    var onSuspended = suspended;
    var onCompleted = completed;
    var onThrown = thrown;
    var onCancelled = cancelled;
    return message -> {
      Step<?> step = message.step();
      if (step instanceof Step.Suspended<?> s) {
        onSuspended.accept(message, s);
      } else if (step instanceof Step.Completed<?> c) {
        onCompleted.accept(message, c);
      } else if (step instanceof Step.Thrown<?> t) {
        onThrown.accept(message, t);
      } else if (step instanceof Step.Cancelled<?> c) {
        onCancelled.accept(message, c);
      }
    };
  }
}
