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
      new RunOptions(ForkJoinPool.commonPool(), Duration.ofSeconds(5), null, null, null);

  private final Executor executor;
  private final Duration timeout;
  private final @Nullable Caller caller;
  private final @Nullable String name;
  private final @Nullable LiveRunners registry;

  private RunOptions(
      Executor executor,
      Duration timeout,
      @Nullable Caller caller,
      @Nullable String name,
      @Nullable LiveRunners registry) {
    this.executor = executor;
    this.timeout = timeout;
    this.caller = caller;
    this.name = name;
    this.registry = registry;
  }

  /** The common pool, five seconds, no caller, no name, in no list. */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /** Sets where the computation runs. */
  public RunOptions executor(Executor executor) {
    Objects.requireNonNull(executor, "executor");
    return new RunOptions(executor, timeout, caller, name, registry);
  }

  /**
   * Sets how long sync forms wait that are not told otherwise.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RunOptions timeout(Duration timeout) {
    return new RunOptions(executor, Timeouts.check(timeout), caller, name, registry);
  }

  /** Sets who gets what no sync form takes, for a runner that is started by a sync form. */
  public RunOptions caller(Caller caller) {
    Objects.requireNonNull(caller, "caller");
    return new RunOptions(executor, timeout, caller, name, registry);
  }

  /** Sets a name for the runner, for people to read. */
  public RunOptions name(String name) {
    Objects.requireNonNull(name, "name");
    return new RunOptions(executor, timeout, caller, name, registry);
  }

  /** Sets a list in which the runner is as long as it has not ended. */
  public RunOptions registry(LiveRunners registry) {
    Objects.requireNonNull(registry, "registry");
    return new RunOptions(executor, timeout, caller, name, registry);
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

  /** The list of live runners that it is in. */
  public Optional<LiveRunners> registry() {
    return Optional.ofNullable(registry);
  }

  @Nullable LiveRunners registryOrNull() {
    return registry;
  }

  Caller callerOrNobody() {
    return caller == null ? NOBODY : caller;
  }
}
