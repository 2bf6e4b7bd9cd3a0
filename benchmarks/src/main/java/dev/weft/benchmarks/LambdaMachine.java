package dev.weft.benchmarks;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * An echo as one writes it by hand on an executor: each resume is a lambda that steps the machine
 * and calls back.
 */
final class LambdaMachine {
  private final Executor executor;
  private final Consumer<Object> callback;
  private final int times;
  private int had;

  LambdaMachine(int times, Executor executor, Consumer<Object> callback) {
    this.times = times;
    this.executor = executor;
    this.callback = callback;
  }

  void resume(Object answer) {
    executor.execute(
        () -> {
          synchronized (this) {
            if (had++ == times) {
              return;
            }
          }
          callback.accept(answer);
        });
  }
}
