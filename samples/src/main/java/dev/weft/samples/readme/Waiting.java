package dev.weft.samples.readme;

import dev.weft.AsyncTimeoutException;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.readme.Wizard.User;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Waiting for a step, as docs/hosting.md shows it. */
final class Waiting {
  private Waiting() {}

  static Step<User> ask(Runner<User> runner, String answer) throws InterruptedException {
    try {
      return runner.resumeSync(answer, Duration.ofSeconds(2));
    } catch (AsyncTimeoutException late) {
      return runner.cancelSync();
    }
  }

  static RunOptions on(Executor executor) {
    RunOptions options = RunOptions.defaults().executor(executor);
    return options;
  }
}
