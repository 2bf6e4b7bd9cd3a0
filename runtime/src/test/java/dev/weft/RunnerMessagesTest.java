package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunnerMessagesTest {

  @Test
  void tellsEachStepInOrder() throws Exception {
    List<Object> answers = List.of("Alice", "x", "a@b");
    Recording caller =
        new Recording(
            message -> {
              if (message.step() instanceof Step.Suspended<?> s) {
                message.runner().resume(answers.get((int) s.number() - 1));
              }
            });
    AsyncCoroutine.run(Wizard.register(), "wizard", caller);
    assertThat(caller.awaitEnd())
        .containsExactly(
            new Step.Suspended<>("get_name", 1),
            new Step.Suspended<>("get_email", 2),
            new Step.Suspended<>("get_email_again", 3),
            new Step.Completed<>(new Wizard.User("Alice", "a@b")));
  }

  @Test
  void aMessageCarriesTagAndRunner() throws Exception {
    Mailbox mailbox = new Mailbox();
    Object tag = new Object();
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), tag, mailbox);
    Message<?> message = mailbox.receive(java.time.Duration.ofSeconds(5)).orElseThrow();
    assertThat(message.tag()).isSameAs(tag);
    assertThat(message.runner()).isSameAs(runner);
    assertThat(runner.tag()).isSameAs(tag);
  }

  @Test
  void aCallbackCanActBeforeRunHasReturned() throws Exception {
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    Recording caller = new Recording(message -> message.answer("at once"));
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, here);
    assertThat(caller.steps()).hasSize(3);
    assertThat(runner.state()).isEqualTo(Lifecycle.COMPLETED);
  }

  @Test
  void anExceptionIsTheVeryObject() throws Exception {
    Recording caller = new Recording();
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller);
    Exception error = new Exception("raised");
    runner.raise(error);
    assertThat(caller.awaitEnd())
        .containsExactly(new Step.Suspended<>(null, 1), new Step.Thrown<>(error));
  }

  @Test
  void aMillionAnswersFromCallbacksDoNotGrowTheStack() throws Exception {
    for (var executor : List.<Executor>of(Runnable::run, ForkJoinPool.commonPool())) {
      Recording caller = new Recording();
      int[] deepest = {0};
      Caller pingPong =
          message -> {
            if (!message.answer("x")) {
              caller.receive(message);
            } else if (message.step() instanceof Step.Suspended<?> s && s.number() % 1000 == 0) {
              deepest[0] = Math.max(deepest[0], new Throwable().getStackTrace().length);
            }
          };
      RunOptions options = RunOptions.defaults().executor(executor);
      AsyncCoroutine.run(Machines.count(1_000_000), "t", pingPong, options);
      assertThat(caller.awaitEnd()).containsExactly(new Step.Completed<>("x"));
      assertThat(deepest[0]).isLessThan(200);
    }
  }

  @Test
  void twoRunnersMayResumeEachOtherForEver() throws Exception {
    int rounds = 500_000;
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    Recording end = new Recording();
    Runner<?>[] pair = new Runner<?>[2];
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      pair[i] =
          AsyncCoroutine.run(
              Machines.count(rounds),
              i,
              message -> {
                if (message.step().isTerminal()) {
                  end.receive(message);
                } else if (pair[other] != null) {
                  pair[other].resume("x");
                }
              },
              here);
    }
    pair[0].resume("start");
    end.awaitEnd();
    assertThat(end.steps()).contains(new Step.Completed<>("x"));
  }

  @Test
  void aCallbackMayStartTheNextRunnerForEver() throws Exception {
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    int[] started = {0};
    Caller[] starter = new Caller[1];
    starter[0] =
        message -> {
          if (started[0]++ < 100_000) {
            AsyncCoroutine.run(Machines.count(0), "t", starter[0], here);
          }
        };
    AsyncCoroutine.run(Machines.count(0), "t", starter[0], here);
    assertThat(started[0]).isEqualTo(100_001);
  }

  @Test
  void aCallbackMayEndTheNextRunnerForEver() throws Exception {
    ManualExecutor executor = new ManualExecutor();
    RunOptions options = RunOptions.defaults().executor(executor);
    List<Runner<Object>> runners = new ArrayList<>();
    int[] ended = {0};
    Caller next =
        message -> {
          if (message.step().isTerminal() && ++ended[0] < runners.size()) {
            runners.get(ended[0]).cancel();
          }
        };
    for (int i = 0; i < 100_000; i++) {
      runners.add(AsyncCoroutine.run(Machines.count(1), "t", next, options));
    }
    executor.runAll();
    executor.shutDown();
    runners.get(0).cancel();
    assertThat(ended[0]).isEqualTo(100_000);
  }

  @Test
  void aCallbackDeepInOthersMayStillWait() throws Exception {
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    List<Step<?>> got = new ArrayList<>();
    Caller[] starter = new Caller[1];
    starter[0] =
        message -> {
          int depth = (Integer) message.tag();
          try {
            got.add(AsyncCoroutine.runSync(Machines.count(0), "inner", here).step());
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          if (depth < 250) {
            AsyncCoroutine.run(Machines.count(0), depth + 1, starter[0], here);
          }
        };
    AsyncCoroutine.run(Machines.count(0), 1, starter[0], here);
    assertThat(got).hasSize(250).containsOnly(new Step.Completed<>(null));
  }

  @Test
  void aBusyRunnerLetsOthersRun() throws Exception {
    ManualExecutor executor = new ManualExecutor();
    RunOptions options = RunOptions.defaults().executor(executor);
    Recording busy = new Recording(message -> message.answer("x"));
    AsyncCoroutine.run(Machines.count(1000), "busy", busy, options);
    executor.runNext();
    assertThat(busy.steps()).hasSize(64);
    assertThat(executor.size()).isEqualTo(1);
    executor.runAll();
    assertThat(busy.steps()).hasSize(1001);
  }

  @Test
  void busyRunnersDoNotKeepOthersFromAForkJoinPoolOfOne() throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      ForkJoinPool pool =
          new ForkJoinPool(1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, async);
      RunOptions options = RunOptions.defaults().executor(pool);
      Runner<?>[] busy = new Runner<?>[3];
      for (int i = 0; i < 3; i++) {
        busy[i] = AsyncCoroutine.run(Machines.echo(), i, message -> message.answer("x"), options);
      }
      assertThat(AsyncCoroutine.runSync(Machines.count(1), "other", options).step())
          .isEqualTo(new Step.Suspended<>(1, 1));
      for (Runner<?> each : busy) {
        assertThat(each.cancelSync()).isEqualTo(new Step.Cancelled<>("cancelled"));
      }
      pool.shutdown();
    }
  }

  @Test
  void aCallbackThatThrowsHarmsNobody() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    ExecutorService pool =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setUncaughtExceptionHandler(
                  (t, e) -> {
                    uncaught.add(e);
                    throw new IllegalStateException("a handler that throws is ignored");
                  });
              return thread;
            });
    Recording caller =
        new Recording(
            message -> {
              message.answer("x");
              throw new IllegalArgumentException("callback");
            });
    AsyncCoroutine.run(Machines.count(2), "t", caller, RunOptions.defaults().executor(pool));
    assertThat(caller.awaitEnd()).hasSize(3);
    pool.shutdown();
    assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    assertThat(uncaught).hasSize(3).allMatch(IllegalArgumentException.class::isInstance);
  }

  @Test
  void aCallbackMayCancelItsOwnRunner() throws Exception {
    Recording caller = new Recording(message -> message.runner().cancel("mine"));
    AsyncCoroutine.run(Machines.count(2), "t", caller);
    assertThat(caller.awaitEnd())
        .containsExactly(new Step.Suspended<>(1, 1), new Step.Cancelled<>("mine"));
  }

  @Test
  void aCallbackThatBlocksHoldsUpItsOwnRunnerAlone() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    RunOptions options = RunOptions.defaults().executor(pool);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Recording caller =
        new Recording(
            message -> {
              inside.countDown();
              uninterrupted(go);
            });
    Runner<Object> blocked = AsyncCoroutine.run(Machines.count(2), "t", caller, options);
    inside.await();
    assertThat(blocked.resume("a")).isTrue();
    assertThat(blocked.resume("b")).isTrue();
    Runner<Object> other = AsyncCoroutine.runSync(Machines.echo(), "u", options).runner();
    assertThat(other.resumeSync("x")).isEqualTo(new Step.Suspended<>("x", 2));
    assertThat(caller.steps()).hasSize(1);
    go.countDown();
    assertThat(caller.awaitEnd())
        .containsExactly(
            new Step.Suspended<>(1, 1), new Step.Suspended<>(2, 2), new Step.Completed<>("b"));
    pool.shutdown();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anErrorInTheComputationIsItsOutcomeAndThePoolGoesOn() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    RunOptions options = RunOptions.defaults().executor(pool);
    Thread before = pool.submit(Thread::currentThread).get();
    StackOverflowError error = new StackOverflowError();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              throw error;
            });
    assertThat(AsyncCoroutine.runSync(recipe, "t", options).step())
        .isEqualTo(new Step.Thrown<>(error));
    assertThat(pool.submit(Thread::currentThread).get()).isSameAs(before);
    pool.shutdown();
  }

  @Test
  void aStepThatIsYieldedIsAValueLikeAnyOther() {
    RunOptions here = RunOptions.defaults().executor(Runnable::run);
    Step<Object> value = new Step.Completed<>("not yet");
    Computation<Object> recipe = Scripted.of((frame, x, at) -> frame.yield(x, 1, value));
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", message -> {}, here);
    assertThat(runner.step()).contains(new Step.Suspended<>(value, 1));
    assertThat(runner.state()).isEqualTo(Lifecycle.SUSPENDED);
  }

  @Test
  void theLatestStepIsOneThatWasThereWhileItRunsOn() {
    Computation<Object> recipe =
        Scripted.fresh(
            () -> {
              long[] number = {0};
              return (frame, x, at) -> frame.yield(x, 1, ++number[0]);
            });
    Recording caller = new Recording(message -> message.runner().resume("x"));
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", caller::receive);
    Recording.await(() -> runner.step().isPresent());
    long last = 0;
    for (int i = 0; i < 200_000; i++) {
      Step.Suspended<Object> step = (Step.Suspended<Object>) runner.step().orElseThrow();
      assertThat(step.value()).isEqualTo(step.number());
      assertThat(step.number()).isGreaterThanOrEqualTo(last);
      last = step.number();
    }
    runner.cancel();
  }
}
