package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerOnTest {

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final ManualExecutor executor = new ManualExecutor();
  private final Recording recording = new Recording();
  private final List<Throwable> uncaught = new ArrayList<>();
  private boolean rejecting = true;

  @Test
  void deliversOnTheExecutor() {
    Caller caller = Caller.on(executor, recording);
    AsyncCoroutine.run(Machines.count(1), "t", caller, HERE);
    assertThat(recording.steps()).isEmpty();
    executor.runAll();
    assertThat(recording.steps()).containsExactly(new Step.Suspended<>(1, 1));
  }

  @Test
  void deliversInOrderAndOneAtATimeOnAPoolOfMany() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    AtomicInteger inside = new AtomicInteger();
    List<String> wrong = new CopyOnWriteArrayList<>();
    int[] plain = {0};
    Caller caller =
        Caller.on(
            pool,
            message -> {
              if (inside.incrementAndGet() != 1) {
                wrong.add("two at a time");
              }
              if (message.step() instanceof Step.Suspended<?> s && s.number() != ++plain[0]) {
                wrong.add("out of order");
              }
              inside.decrementAndGet();
              recording.receive(message);
            });
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(5000), "t", caller);
    Future<?> sending =
        pool.submit(
            () -> {
              for (int i = 0; i < 5000; i++) {
                runner.resume("x");
              }
            });
    sending.get();
    assertThat(recording.awaitEnd()).hasSize(5001);
    assertThat(wrong).isEmpty();
    pool.shutdown();
    assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotGrowTheStackOnTheThreadThatSends() {
    Caller caller = Caller.on(Runnable::run, message -> message.answer("x"));
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1_000_000), "t", caller, HERE);
    assertThat(runner.state()).isEqualTo(Lifecycle.COMPLETED);
  }

  @Test
  void isOneTaskOnTheExecutorAtATime() {
    Caller caller = Caller.on(executor, recording);
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, HERE);
    runner.resume("a");
    assertThat(executor.size()).isEqualTo(1);
    executor.runAll();
    assertThat(recording.steps()).hasSize(2);
    runner.resume("b");
    assertThat(executor.size()).isEqualTo(1);
  }

  @Test
  void eachMessageThatARejectionLosesIsReported() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              Caller[] caller = new Caller[1];
              caller[0] =
                  Caller.on(
                      task -> {
                        // Another message comes while the executor is still being asked.
                        AsyncCoroutine.run(Machines.count(1), "other", caller[0], HERE);
                        throw new RejectedExecutionException();
                      },
                      recording);
              AsyncCoroutine.run(Machines.count(1), "t", caller[0], HERE);
            });
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    thread.start();
    thread.join();
    assertThat(uncaught).hasSize(2).allMatch(RejectedExecutionException.class::isInstance);
  }

  @Test
  void letsOthersRunBetweenBatches() {
    Caller caller = Caller.on(executor, recording);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, HERE);
    for (int i = 0; i < 99; i++) {
      runner.resume("x");
    }
    executor.runNext();
    assertThat(recording.steps()).hasSize(64);
    executor.runAll();
    assertThat(recording.steps()).hasSize(100);
  }

  @Test
  void aRejectionIsACallbackThatThrows() {
    Thread thread =
        new Thread(
            () -> {
              Caller caller = Caller.on(executor, recording);
              Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, HERE);
              executor.runAll();
              executor.shutDown();
              runner.resume("a");
              runner.resume("b");
              assertThat(runner.state()).isEqualTo(Lifecycle.COMPLETED);
            });
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    thread.start();
    join(thread);
    assertThat(uncaught).hasSize(2).allMatch(RejectedExecutionException.class::isInstance);
    assertThat(recording.steps()).hasSize(1);
  }

  @Test
  void aCallbackThatThrowsDoesNotStopTheOthers() {
    Thread thread =
        new Thread(
            () -> {
              Caller caller =
                  Caller.on(
                      executor,
                      message -> {
                        recording.receive(message);
                        throw new IllegalArgumentException();
                      });
              Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, HERE);
              runner.resume("a");
              executor.runAll();
            });
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    thread.start();
    join(thread);
    assertThat(recording.steps()).hasSize(2);
    assertThat(uncaught).hasSize(2);
  }

  @Test
  void aTaskThatIsRunTwiceCountsOnce() throws Exception {
    List<Runnable> tasks = new ArrayList<>();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Caller caller =
        Caller.on(
            tasks::add,
            message -> {
              recording.receive(message);
              inside.countDown();
              await(go);
            });
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, HERE);
    runner.resume("a");
    assertThat(tasks).hasSize(1);
    Thread first = new Thread(tasks.get(0));
    first.start();
    await(inside);
    Thread second = new Thread(tasks.get(0));
    second.start();
    second.join(5000);
    assertThat(recording.steps()).hasSize(1);
    go.countDown();
    first.join();
    assertThat(recording.steps()).hasSize(2);
  }

  @Test
  void aTaskThatWasKeptAndRejectedDoesNothing() {
    collectUncaught();
    Caller caller = Caller.on(keepingAndRejecting(), recording);
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, HERE);
    rejecting = false;
    runner.resume("a");
    assertThat(executor.size()).isEqualTo(2);
    executor.runNext();
    assertThat(recording.steps()).isEmpty();
    executor.runNext();
    assertThat(recording.steps()).containsExactly(new Step.Suspended<>(2, 2));
  }

  @Test
  void soDoesOneBetweenBatches() {
    Caller[] meanwhile = {message -> {}};
    Caller caller =
        Caller.on(
            keepingAndRejecting(),
            message -> {
              recording.receive(message);
              meanwhile[0].receive(message);
            });
    rejecting = false;
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, HERE);
    for (int i = 0; i < 99; i++) {
      runner.resume("x");
    }
    rejecting = true;
    meanwhile[0] =
        message -> {
          if (recording.steps().size() == 70) {
            Thread other = new Thread(executor::runNext);
            other.start();
            join(other);
            assertThat(recording.steps()).hasSize(70);
          }
        };
    collectUncaught();
    executor.runNext();
    assertThat(recording.steps()).hasSize(100);
    assertThat(uncaught).isEmpty();
  }

  private Executor keepingAndRejecting() {
    return task -> {
      executor.execute(task);
      if (rejecting) {
        throw new RejectedExecutionException();
      }
    };
  }

  private void collectUncaught() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> uncaught.add(error));
  }

  @AfterEach
  void collectNoMore() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
