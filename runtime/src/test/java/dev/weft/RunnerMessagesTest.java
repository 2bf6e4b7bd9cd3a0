package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    for (var executor : List.<java.util.concurrent.Executor>of(Runnable::run, new ForkJoin())) {
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
  void aCallbackThatThrowsHarmsNobody() throws Exception {
    List<Throwable> uncaught = new java.util.concurrent.CopyOnWriteArrayList<>();
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
    assertThat(pool.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(uncaught).hasSize(3).allMatch(IllegalArgumentException.class::isInstance);
  }

  @Test
  void aCallbackMayCancelItsOwnRunner() throws Exception {
    Recording caller = new Recording(message -> message.runner().cancel("mine"));
    AsyncCoroutine.run(Machines.count(2), "t", caller);
    assertThat(caller.awaitEnd())
        .containsExactly(new Step.Suspended<>(1, 1), new Step.Cancelled<>("mine"));
  }

  /** The common pool, by another name than the lambda's. */
  private static final class ForkJoin implements java.util.concurrent.Executor {
    @Override
    public void execute(Runnable task) {
      java.util.concurrent.ForkJoinPool.commonPool().execute(task);
    }
  }
}
