package dev.weft;

import java.util.ArrayList;
import java.util.List;
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
 * <p>Typed prompts can have a callback for each type; so an answer is checked by the compiler:
 *
 * <pre>{@code
 * record AskName() implements Prompt<String> {}
 * record AskAge() implements Prompt<Integer> {}
 *
 * Caller caller = Callbacks.builder()
 *     .onSuspended(AskName.class, (message, prompt) -> message.answer(prompt, "Ann"))
 *     .onSuspended(AskAge.class, (message, prompt) -> message.answer(prompt, 30))
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

  private final List<Typed<?>> typed = new ArrayList<>();

  private Callbacks() {}

  /** What is called for values of one type. */
  private record Typed<V>(Class<V> type, BiConsumer<? super Message<?>, ? super V> callback) {
    boolean accept(Message<?> message, Step.Suspended<?> step) {
      boolean mine = type.isInstance(step.value());
      if (mine) {
        callback.accept(message, type.cast(step.value()));
      }
      return mine;
    }
  }

  /** A builder without callbacks. */
  public static Callbacks builder() {
    return new Callbacks();
  }

  /**
   * Adds what is called when a computation waits for an answer to a value of a type, such as a
   * {@link Prompt}. Of several types that fit, the one that was added first counts.
   *
   * @param type of {@link Step.Suspended#value}; its subtypes count too
   * @param callback gets the message and the value
   * @throws NullPointerException if an argument is null
   */
  public <V> Callbacks onSuspended(
      Class<V> type, BiConsumer<? super Message<?>, ? super V> callback) {
    typed.add(
        new Typed<>(
            Objects.requireNonNull(type, "type"), Objects.requireNonNull(callback, "callback")));
    return this;
  }

  /** Sets what is called when a computation waits for an answer to a value of any other type. */
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
    List<Typed<?>> onTyped = List.copyOf(typed);
    var onSuspended = suspended;
    var onCompleted = completed;
    var onThrown = thrown;
    var onCancelled = cancelled;
    return message -> {
      Step<?> step = message.step();
      if (step instanceof Step.Suspended<?> s) {
        if (onTyped.stream().noneMatch(each -> each.accept(message, s))) {
          onSuspended.accept(message, s);
        }
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
