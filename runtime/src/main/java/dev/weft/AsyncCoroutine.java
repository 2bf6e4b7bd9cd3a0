package dev.weft;

import java.util.Objects;

/**
 * Runs computations apart from their caller, and tells the caller of each step by a message.
 *
 * <pre>{@code
 * Runner<User> runner = AsyncCoroutine.run(WizardComps.register(), "wizard", message -> {
 *   if (message.step() instanceof Step.Suspended<?> question) show(question.value());
 *   else if (message.step() instanceof Step.Completed<?> end) done((User) end.value());
 * });
 * ...
 * runner.resume("Alice");
 * }</pre>
 *
 * <p>All methods may be called from any thread.
 */
public final class AsyncCoroutine {
  private AsyncCoroutine() {}

  /** Starts a computation on the common pool: as the longer form, with default options. */
  public static <T> Runner<T> run(Computation<T> computation, Object tag, Caller caller) {
    return run(computation, tag, caller, RunOptions.defaults());
  }

  /**
   * Starts a computation and returns at once.
   *
   * @param tag comes with each message, so that a caller can tell its runners apart
   * @param caller who gets the messages; a {@link CallerScope} also ends the runner when it closes
   * @param options the executor and more; a caller in them is not used
   * @throws NullPointerException if an argument is null
   */
  public static <T> Runner<T> run(
      Computation<T> computation, Object tag, Caller caller, RunOptions options) {
    Objects.requireNonNull(computation, "computation");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(options, "options");
    Runner<T> runner = new Runner<>(computation, tag, caller, options);
    runner.start(null);
    return runner;
  }

  /** Starts a computation on the common pool: as the longer form, with default options. */
  public static <T> Started<T> runSync(Computation<T> computation, Object tag)
      throws InterruptedException {
    return runSync(computation, tag, RunOptions.defaults());
  }

  /**
   * Starts a computation and waits for its first step, as long as the options say.
   *
   * @param tag comes with each message
   * @param options the executor, the timeout, and who gets the steps that no sync form takes
   * @return the runner, and the first step
   * @throws AsyncTimeoutException if the step is late; the exception carries the runner
   * @throws InterruptedException if the thread is interrupted; the step goes to the caller
   * @throws NullPointerException if an argument is null
   */
  public static <T> Started<T> runSync(Computation<T> computation, Object tag, RunOptions options)
      throws InterruptedException {
    Objects.requireNonNull(computation, "computation");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(options, "options");
    Waiter.checkInterrupt();
    Runner<T> runner = new Runner<>(computation, tag, options.callerOrNobody(), options);
    Waiter waiter = new Waiter();
    runner.start(waiter);
    return new Started<>(runner, waiter.await(runner, options.timeout()));
  }
}
