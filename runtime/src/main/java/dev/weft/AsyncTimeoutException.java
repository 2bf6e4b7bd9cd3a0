package dev.weft;

import java.time.Duration;

/**
 * A sync form has waited long enough. Nothing is lost: the runner stays usable, and the step that
 * comes late goes to its caller as an ordinary message, or can be read by {@link Runner#step}.
 */
public final class AsyncTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Runner<?> runner;

  AsyncTimeoutException(Runner<?> runner, Duration timeout) {
    super("No step of " + runner + " within " + timeout);
    this.runner = runner;
  }

  /** The runner that was waited for; of {@code runSync} too, which could not return it. */
  public Runner<?> runner() {
    return runner;
  }
}
