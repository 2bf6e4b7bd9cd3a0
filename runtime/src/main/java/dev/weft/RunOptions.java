package dev.weft;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * How a runner is started. Immutable: each setter returns a copy.
 *
 * <pre>{@code
 * RunOptions options = RunOptions.defaults()
 *     .executor(pool)
 *     .timeout(Duration.ofSeconds(30))
 *     .name("sign-up");
 * }</pre>
 *
 * <p>Runners that share their options should share this object: it costs each of them a reference.
 */
public final class RunOptions {
  private static final Caller NOBODY = message -> {};
  private static final RunOptions DEFAULTS =
      new RunOptions(ForkJoinPool.commonPool(), Duration.ofSeconds(5), null, null);

  private final Executor executor;
  private final Duration timeout;
  private final @Nullable Caller caller;
  private final @Nullable String name;

  private RunOptions(
      Executor executor, Duration timeout, @Nullable Caller caller, @Nullable String name) {
    this.executor = executor;
    this.timeout = timeout;
    this.caller = caller;
    this.name = name;
  }

  /** The common pool, five seconds, no caller, no name. */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /** Sets where the computation runs. */
  public RunOptions executor(Executor executor) {
    return new RunOptions(Objects.requireNonNull(executor, "executor"), timeout, caller, name);
  }

  /**
   * Sets how long sync forms wait that are not told otherwise.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RunOptions timeout(Duration timeout) {
    return new RunOptions(executor, Timeouts.check(timeout), caller, name);
  }

  /** Sets who gets what no sync form takes, for a runner that is started by a sync form. */
  public RunOptions caller(Caller caller) {
    return new RunOptions(executor, timeout, Objects.requireNonNull(caller, "caller"), name);
  }

  /** Sets a name for the runner, for people to read. */
  public RunOptions name(String name) {
    return new RunOptions(executor, timeout, caller, Objects.requireNonNull(name, "name"));
  }

  /** Where the computation runs. */
  public Executor executor() {
    return executor;
  }

  /** How long sync forms wait that are not told otherwise. */
  public Duration timeout() {
    return timeout;
  }

  /** Who gets what no sync form takes. */
  public Optional<Caller> caller() {
    return Optional.ofNullable(caller);
  }

  /** The runner's name. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  Caller callerOrNobody() {
    return caller == null ? NOBODY : caller;
  }
}
