package dev.weft;

import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a computation on an executor. {@link AsyncCoroutine} starts it; each step that
 * it comes to is told to its caller, or to the sync form that asked for it.
 *
 * <p>All methods may be called from any thread, also from the caller's callback. No thread is
 * blocked while the computation is suspended; a suspended runner that nobody refers to is garbage.
 *
 * <p>The sync forms wait. They get the answer to their own request and no other; what they don't
 * get in time goes to the caller. Called from inside the runner's own computation or callback they
 * would wait for themselves, and throw an {@link IllegalStateException} at once. A thread that is
 * interrupted while it waits gets an {@link InterruptedException}; the request stands, and its step
 * goes to the caller.
 *
 * @param <T> what the computation returns
 */
public final class Runner<T> extends RunnerHost<T> {

  Runner(Computation<T> computation, Object tag, Caller caller, RunOptions options) {
    super(computation, tag, caller, options);
  }

  @Override
  Runner<T> self() {
    return this;
  }

  /** What it was started with, for its caller to know it by. */
  public Object tag() {
    return tag;
  }

  /**
   * Answers the suspension it stands at. While it runs, the answer waits for the next suspension
   * that no older answer is for.
   *
   * @return whether it was accepted; false if the runner has ended or is being cancelled
   */
  public boolean resume(@Nullable Object value) {
    return send(value);
  }

  /**
   * As {@link #resume(Object)}; the step that follows goes to another caller. The ones after it go
   * to the original caller again, and a cancellation always does.
   *
   * @param replyTo who gets the one step
   * @return whether it was accepted
   */
  public boolean resume(@Nullable Object value, Caller replyTo) {
    Objects.requireNonNull(replyTo, "replyTo");
    return send(new Request.Answer(value, null, replyTo));
  }

  /**
   * Answers one particular suspension.
   *
   * @param number which, as in {@link Step.Suspended#number}
   * @return whether it was accepted; false if the runner does not stand there, or if any answer to
   *     it was accepted before
   */
  public boolean answer(long number, @Nullable Object value) {
    return sendTo(number, value);
  }

  /**
   * As {@link #resume(Object)}, but the yield throws.
   *
   * @return whether it was accepted
   */
  public boolean raise(Throwable error) {
    Objects.requireNonNull(error, "error");
    return send(new Request.Answer(null, error, null));
  }

  /** Resumes it and waits for the step that follows, as long as the options say. */
  public Step<T> resumeSync(@Nullable Object value) throws InterruptedException {
    return resumeSync(value, options.timeout());
  }

  /**
   * Resumes it and waits for the step that follows, which the caller is not told then.
   *
   * @param timeout how long to wait
   * @return the next suspension, or how the computation ended
   * @throws AsyncTimeoutException if the step is late
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if the runner has ended, or is hosted by this very thread
   * @throws IllegalArgumentException if the timeout is negative
   */
  public Step<T> resumeSync(@Nullable Object value, Duration timeout) throws InterruptedException {
    Timeouts.check(timeout);
    checkForeign("resumeSync");
    Waiter.checkInterrupt();
    Waiter waiter = new Waiter();
    // One that is being cancelled takes no answer, but its end is what this form waits for.
    if (!send(new Request.Answer(value, null, waiter)) && !push(waiter)) {
      throw new IllegalStateException(this + " has ended: it can't be resumed");
    }
    return waiter.await(this, timeout);
  }

  /** Cancels it for no particular reason: as {@link #cancel(Object)} with {@code "cancelled"}. */
  public boolean cancel() {
    return cancel(Coroutine.NO_REASON);
  }

  /**
   * Ends it at the suspension where it stands or, while it runs, at the next one, which is not
   * announced and comes before all answers that wait. If the computation ends first, its result
   * stands.
   *
   * @param reason what {@link Step.Cancelled} tells
   * @return whether this call cancels it; false if it has ended or is being cancelled already
   */
  public boolean cancel(@Nullable Object reason) {
    return sendCancel(reason);
  }

  /** Cancels it and waits for its end, as long as the options say. */
  public Step<T> cancelSync() throws InterruptedException {
    return cancelSync(options.timeout());
  }

  /**
   * Cancels it, for no particular reason, and waits for its end, which the caller is not told then.
   *
   * @param timeout how long to wait
   * @return how it ended: cancelled, or what came first; for one that had ended, the same
   * @throws AsyncTimeoutException if the end is late; the cancellation stands
   * @throws InterruptedException if the thread is interrupted; the cancellation stands
   * @throws IllegalStateException if it has not ended and is hosted by this very thread
   * @throws IllegalArgumentException if the timeout is negative
   */
  public Step<T> cancelSync(Duration timeout) throws InterruptedException {
    Timeouts.check(timeout);
    Waiter waiter = new Waiter();
    Step<T> end = ending();
    if (end == null) {
      checkForeign("cancelSync");
      Waiter.checkInterrupt();
      end = push(waiter) ? null : ending();
    }
    if (end != null) {
      return end;
    }
    cancel();
    return waiter.await(this, timeout);
  }

  /**
   * A fresh future of the result. It fails with the computation's own exception, or with a {@link
   * java.util.concurrent.CancellationException}. To complete or cancel it by hand touches nobody
   * else.
   *
   * <p>One that was asked for before the computation ended completes after the caller was told; one
   * that is asked for later is complete at once. The runner keeps each until it ends.
   */
  public CompletableFuture<T> completion() {
    Request.Completion<T> completion = new Request.Completion<>();
    if (!push(completion)) {
      completion.complete(Objects.requireNonNull(latest()));
    }
    return completion.future;
  }

  /** The latest step: how it ended, or the suspension that it stands at or stood at last. */
  public Optional<Step<T>> step() {
    return Optional.ofNullable(latest());
  }

  /** Where it stands now. It may stand elsewhere by the time this returns. */
  public Lifecycle state() {
    Step<T> end = ending();
    if (end != null) {
      return end.fold(
          suspended -> Lifecycle.SUSPENDED,
          completed -> Lifecycle.COMPLETED,
          thrown -> Lifecycle.THROWN,
          cancelled -> Lifecycle.CANCELLED);
    }
    long seen = word();
    return switch (Word.phase(seen)) {
      case Word.TELLING, Word.SUSPENDED -> Lifecycle.SUSPENDED;
      case Word.READY -> Word.hasStarted(seen) ? Lifecycle.RUNNING : Lifecycle.PENDING;
      default -> Lifecycle.RUNNING;
    };
  }

  /**
   * The lines of source where it is paused: the innermost method's first, then those of the methods
   * that called it. Before the start it is the method's own line; empty while it runs and after the
   * end. A runner that awaits or sleeps is {@link Lifecycle#RUNNING}, but paused: it has places.
   */
  public List<StackTraceElement> where() {
    return paused(this::places);
  }

  /**
   * As {@link #where()}, with the variables of each method that it will go on with. The values are
   * the objects themselves, which may be in use again by then.
   */
  public List<Frame> locals() {
    return paused(this::frames);
  }

  private <E> List<E> paused(Supplier<List<E>> reading) {
    while (true) {
      long seen = word();
      if (!Word.isPaused(seen)) {
        return List.of();
      }
      List<E> read = reading.get();
      VarHandle.acquireFence();
      if (word() == seen) {
        return read;
      }
    }
  }

  /** Its name, its tag and where it stands. */
  @Override
  public String toString() {
    return options.name().orElse("Runner") + "[" + tag + ", " + state() + "]";
  }

  boolean hasEnded() {
    return ending() != null;
  }

  private @Nullable Step<T> ending() {
    Step<T> step = latest();
    return step != null && step.isTerminal() ? step : null;
  }

  private void checkForeign(String form) {
    if (Hosting.hosts(this)) {
      throw new IllegalStateException(
          form + " was called from inside " + this + ": it would wait for itself");
    }
  }
}
