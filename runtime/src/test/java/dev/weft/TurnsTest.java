package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who takes the turns of a runner that is busy, on a worker which has more to do. */
@Timeout(60)
class TurnsTest {

  @Test
  void aDirectExecutorStaysOnTheThreadThatAnswers() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    Set<Thread> threads = new HashSet<>();
    Recording caller =
        new Recording(
            message -> {
              threads.add(Thread.currentThread());
              message.answer("x");
            });
    Lifecycle afterwards =
        pool.submit(
                () -> {
                  pool.submit(() -> {});
                  RunOptions here = RunOptions.defaults().executor(Runnable::run);
                  return AsyncCoroutine.run(Machines.count(1000), "t", caller, here).state();
                })
            .get(20, TimeUnit.SECONDS);
    assertThat(afterwards).isEqualTo(Lifecycle.COMPLETED);
    assertThat(caller.steps()).hasSize(1001);
    assertThat(threads).hasSize(1);
    pool.shutdown();
  }

  @Test
  void onItsOwnPoolItLetsOthersRun() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    List<Integer> othersAt = new ArrayList<>();
    Recording caller = new Recording(message -> message.answer("x"));
    pool.submit(
            () -> {
              RunOptions options = RunOptions.defaults().executor(pool);
              AsyncCoroutine.run(Machines.count(1000), "t", caller, options);
              pool.submit(() -> othersAt.add(caller.steps().size()));
            })
        .get(20, TimeUnit.SECONDS);
    assertThat(caller.awaitEnd()).hasSize(1001);
    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(othersAt).hasSize(1).allMatch(steps -> steps < 1001);
  }

  @Test
  void whereNoThreadCanBeStartedItIsSubmittedAllTheSame() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    List<String> log = new ArrayList<>();
    pool.submit(
            () ->
                Turns.submitBehind(
                    pool,
                    () -> log.add("submitted"),
                    task -> {
                      throw new RejectedExecutionException();
                    }))
        .get(20, TimeUnit.SECONDS);
    assertThat(log).containsExactly("submitted");
    pool.shutdown();
  }
}
