package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerGarbageTest {

  @Test
  void aSuspendedRunnerThatNobodyRefersToIsGarbage() throws Exception {
    ReferenceQueue<Runner<?>> collected = new ReferenceQueue<>();
    List<WeakReference<Runner<?>>> references = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      references.add(new WeakReference<>(suspended(message -> {}), collected));
    }
    int[] gone = {0};
    Recording.await(
        () -> {
          System.gc();
          while (collected.poll() != null) {
            gone[0]++;
          }
          return gone[0] == references.size();
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

  /** One that is suspended, or soon will be, after a sync form and an answer. */
  private static Runner<?> suspended(Caller caller) throws InterruptedException {
    Started<Object> started =
        AsyncCoroutine.runSync(Machines.count(2), "t", RunOptions.defaults().caller(caller));
    started.runner().resume("x");
    return started.runner();
  }
}
