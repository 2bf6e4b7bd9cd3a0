package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sync forms on the workers of pools that can't make up for them. */
@Timeout(60)
class WaiterTest {

  private final Recording caller = new Recording();

  /** A pool of one thread, which must always have one that is not blocked. */
  private static ForkJoinPool pool(int most, ForkJoinPool.ForkJoinWorkerThreadFactory factory) {
    return new ForkJoinPool(
        1, factory, null, false, 1, most, 1, null, Duration.ofSeconds(5).toMillis(), MILLIS);
  }

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  private static <T> T on(ForkJoinPool pool, Callable<T> work) throws Exception {
    try {
      return pool.submit(work).get(20, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aSaturatedPoolWaitsWithoutAnotherThread() throws Exception {
    ForkJoinPool saturated = pool(1, ForkJoinPool.defaultForkJoinWorkerThreadFactory);
    Step<Object> step =
        on(
            saturated,
            () -> {
              Runner<Object> runner = AsyncCoroutine.runSync(Machines.echo(), "t").runner();
              return runner.resumeSync("x");
            });
    assertThat(step).isEqualTo(new Step.Suspended<>("x", 2));
  }

  @Test
  void onASaturatedPoolALateStepGoesToTheCaller() throws Exception {
    ManualExecutor executor = new ManualExecutor();
    RunOptions options = RunOptions.defaults().executor(executor);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    ForkJoinPool saturated = pool(1, ForkJoinPool.defaultForkJoinWorkerThreadFactory);
    assertThatThrownBy(() -> on(saturated, () -> runner.resumeSync("late", Duration.ofMillis(5))))
        .hasCauseInstanceOf(AsyncTimeoutException.class);
    executor.runAll();
    assertThat(caller.steps()).endsWith(new Step.Suspended<>("late", 2));
  }

  @Test
  void aPoolThatFailsToMakeUpForItLosesNoStep() throws Exception {
    ManualExecutor executor = new ManualExecutor();
    RunOptions options = RunOptions.defaults().executor(executor);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    AtomicInteger made = new AtomicInteger();
    ForkJoinPool failing =
        pool(
            2,
            of -> {
              if (made.incrementAndGet() > 1) {
                throw new OutOfMemoryError("no more threads");
              }
              return new Worker(of);
            });
    assertThatThrownBy(() -> on(failing, () -> runner.resumeSync("x", Duration.ofSeconds(1))))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no more threads");
    executor.runAll();
    assertThat(caller.steps()).endsWith(new Step.Suspended<>("x", 2));
  }

  private static final class Worker extends ForkJoinWorkerThread {
    Worker(ForkJoinPool of) {
      super(of);
    }
  }
}
