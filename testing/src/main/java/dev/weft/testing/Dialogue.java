package dev.weft.testing;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.effects.RaisedException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scripts a dialogue with a computation, step by step. What goes otherwise than scripted is an
 * {@link AssertionError} that shows the dialogue so far.
 *
 * <pre>{@code
 * Dialogue.of(WizardComps.register())
 *     .asks("get_name").answer("Alice")
 *     .asks("get_email").answer("alice")
 *     .asks("get_email_again").answer("alice@example.org")
 *     .returns(new User("Alice", "alice@example.org"));
 * }</pre>
 *
 * <p>The computation runs on the thread of the test: up to its first question, or to the first time
 * that it waits for something, by {@link #start} or when it is first looked at. Where it waits when
 * it is looked at the thread waits with it, for ten seconds at most. So a test can bring about in
 * between what is waited for:
 *
 * <pre>{@code
 * dialogue.answer("remind me");
 * clock.advance(Duration.ofDays(1));
 * dialogue.asks("now?");
 * }</pre>
 *
 * <p>A test that ends in the middle of a dialogue should {@link #cancel} it.
 *
 * @param <T> what the computation returns
 */
public final class Dialogue<T> {
  private final Coroutine<T> coroutine;
  private final Transcript transcript = new Transcript();

  /** The latest step; none before the start. */
  private @Nullable Step<T> step;

  /** It is in the transcript, and is no wait. */
  private boolean isSettled;

  private Dialogue(Computation<T> computation) {
    this.coroutine = Coroutine.of(computation);
  }

  /** A dialogue with a new run of this computation. */
  public static <T> Dialogue<T> of(Computation<T> computation) {
    return new Dialogue<>(computation);
  }

  /** Lets the computation begin. */
  public Dialogue<T> start() {
    if (step == null) {
      step = coroutine.run();
    }
    return this;
  }

  /** Checks that the computation asks exactly this: that what it yielded is equal to it. */
  public Dialogue<T> asks(@Nullable Object question) {
    Object asked = question("ask " + Transcript.text(question)).value();
    if (!Objects.deepEquals(asked, question)) {
      throw transcript.failure(
          "The computation was expected to ask "
              + Transcript.text(question)
              + ", but it asks "
              + Transcript.text(asked));
    }
    return this;
  }

  /**
   * Checks that the computation asks something of this type.
   *
   * @param check looks closer at what it asks; an {@code AssertionError} of its own passes through
   */
  public <Q> Dialogue<T> asks(Class<Q> type, Consumer<? super Q> check) {
    Object asked = question("ask a " + type.getTypeName()).value();
    if (!type.isInstance(asked)) {
      throw transcript.failure(
          "The computation was expected to ask a "
              + type.getTypeName()
              + ", but it asks "
              + Transcript.text(asked));
    }
    check.accept(type.cast(asked));
    return this;
  }

  /** Checks what handlers say about the question. */
  public Dialogue<T> data(String key, @Nullable Object expected) {
    Object said = question("ask something").data().get(key);
    if (!Objects.deepEquals(said, expected)) {
      throw transcript.failure(
          "The data was expected to have "
              + key
              + " = "
              + Transcript.text(expected)
              + ", but it has "
              + Transcript.text(said));
    }
    return this;
  }

  /** Answers the question. */
  public Dialogue<T> answer(@Nullable Object answer) {
    question("ask something");
    transcript.answered(Transcript.text(answer));
    went(coroutine.run(answer));
    return this;
  }

  /** Lets the question throw this. */
  public Dialogue<T> raise(Throwable error) {
    question("ask something");
    transcript.answered("by throwing " + error);
    went(coroutine.raise(error));
    return this;
  }

  /** Cancels the computation where it stands. */
  public Dialogue<T> cancel(@Nullable Object reason) {
    question("ask something");
    transcript.answered("by a cancellation: " + Transcript.text(reason));
    went(coroutine.cancel(reason));
    return this;
  }

  /** Checks that the computation has returned exactly this. */
  public void returns(@Nullable Object expected) {
    T value = returned("return " + Transcript.text(expected));
    if (!Objects.deepEquals(value, expected)) {
      throw transcript.failure(
          "The computation was expected to return "
              + Transcript.text(expected)
              + ", but it returned "
              + Transcript.text(value));
    }
  }

  /** Checks that the computation has returned, and gives what it returned. */
  public @Nullable T result() {
    return returned("return");
  }

  private @Nullable T returned(String expected) {
    if (step() instanceof Step.Completed<T> completed) {
      return completed.value();
    }
    throw unexpected(expected);
  }

  /** Checks that the computation has failed with an exception of this type, and gives it. */
  public <X extends Throwable> X fails(Class<X> type) {
    if (step() instanceof Step.Thrown<T> thrown && type.isInstance(thrown.error())) {
      return type.cast(thrown.error());
    }
    throw unexpected("fail with a " + type.getTypeName());
  }

  /** Checks that the computation has raised a value of this type, and gives it. */
  public <V> V raises(Class<V> type) {
    if (step() instanceof Step.Thrown<T> thrown
        && thrown.error() instanceof RaisedException raised
        && type.isInstance(raised.value())) {
      return type.cast(raised.value());
    }
    throw unexpected("raise a " + type.getTypeName());
  }

  /** Checks that the computation was cancelled for this reason. */
  public void isCancelled(@Nullable Object reason) {
    if (!(step() instanceof Step.Cancelled<T> cancelled)
        || !Objects.equals(cancelled.reason(), reason)) {
      throw unexpected("be cancelled: " + Transcript.text(reason));
    }
  }

  /** The dialogue so far, to be read by people. */
  public String transcript() {
    return transcript.toString();
  }

  private Step.Suspended<T> question(String expected) {
    if (step() instanceof Step.Suspended<T> suspended) {
      return suspended;
    }
    throw unexpected(expected);
  }

  private void went(Step<T> to) {
    step = to;
    isSettled = false;
  }

  /** The latest step that is no wait. */
  private Step<T> step() {
    start();
    Step<T> now = Objects.requireNonNull(step);
    if (!isSettled) {
      now = Waiting.settle(coroutine, now, transcript);
      transcript.add(now);
      step = now;
      isSettled = true;
    }
    return now;
  }

  private AssertionError unexpected(String expected) {
    Step<T> now = step();
    AssertionError failure =
        transcript.failure(
            "The computation was expected to " + expected + ", but it " + Transcript.text(now));
    if (now instanceof Step.Thrown<T> thrown) {
      failure.initCause(thrown.error());
    }
    return failure;
  }
}
