package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerGarbageTest {

  @Test
  void aSuspendedRunnerThatNobodyRefersToIsGarbage() throws Exception {
    List<WeakReference<Runner<?>>> dropped = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      dropped.add(new WeakReference<>(suspended(message -> {})));
    }
    Recording.await(
        () -> {
          System.gc();
          return dropped.stream().allMatch(reference -> reference.get() == null);
        });
  }

  @Test
  void aScopeKeepsItsRunnersUntilTheyEnd() throws Exception {
    CallerScope scope = Caller.closeable(message -> {});
    WeakReference<Runner<?>> kept = new WeakReference<>(suspended(scope));
    System.gc();
    assertThat(kept.get()).isNotNull();
    scope.close();
    Recording.await(
        () -> {
          System.gc();
          return kept.get() == null;
        });
  }

  private static Runner<?> suspended(Caller caller) throws InterruptedException {
    Runner<?> runner = AsyncCoroutine.run(Machines.count(1), "t", caller);
    while (runner.state() != Lifecycle.SUSPENDED) {
      Thread.sleep(Duration.ofNanos(100_000).toMillis(), 100_000);
    }
    return runner;
  }
}
