package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CoroutineThreadsTest {

  @Test
  void movesBetweenThreads() throws Exception {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(10));
    coroutine.run();
    for (int i = 2; i <= 10; i++) {
      Thread thread = new Thread(() -> coroutine.run("x"));
      thread.start();
      thread.join();
    }
    assertThat(coroutine.run("end")).isEqualTo(new Step.Completed<>("end"));
  }

  @Test
  void ofSeveralThreadsAtOnceOneIsLetIn() throws Exception {
    int[] entries = new int[1];
    Coroutine<Object> coroutine =
        Coroutine.of(Scripted.of((frame, x, at) -> frame.yield(x, 1, ++entries[0])));
    coroutine.run();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Future<Integer>> accepted = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      accepted.add(pool.submit(() -> hammer(coroutine, start)));
    }
    start.countDown();
    int sum = 1;
    for (Future<Integer> each : accepted) {
      sum += each.get();
    }
    pool.shutdown();
    assertThat(entries[0]).isEqualTo(sum);
    assertThat(coroutine.run("x")).isEqualTo(new Step.Suspended<>(sum + 1, sum + 1));
  }

  /** Resumes as often as it can, and returns how often it was let in. */
  private static int hammer(Coroutine<Object> coroutine, CountDownLatch start)
      throws InterruptedException {
    start.await();
    int accepted = 0;
    for (int i = 0; i < 50_000; i++) {
      try {
        Step.Suspended<Object> step = (Step.Suspended<Object>) coroutine.run("x");
        assertThat(step.value()).isEqualTo((int) step.number());
        accepted++;
      } catch (IllegalStateException refused) {
        assertThat(refused.getMessage()).contains("is running");
      }
    }
    return accepted;
  }
}
