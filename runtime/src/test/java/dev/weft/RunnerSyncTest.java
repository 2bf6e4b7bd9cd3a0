package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunnerSyncTest {

  private final ManualExecutor executor = new ManualExecutor();
  private final Recording caller = new Recording();

  @Test
  void runsADialogueWithoutCallbacks() throws Exception {
    Started<Wizard.User> started = AsyncCoroutine.runSync(Wizard.register(), "wizard");
    Runner<Wizard.User> runner = started.runner();
    assertThat(started.step()).isEqualTo(new Step.Suspended<>("get_name", 1));
    assertThat(runner.resumeSync("Alice")).isEqualTo(new Step.Suspended<>("get_email", 2));
    assertThat(runner.resumeSync("a@b"))
        .isEqualTo(new Step.Completed<>(new Wizard.User("Alice", "a@b")));
  }

  @Test
  void theCallerGetsWhatNoSyncFormTakes() throws Exception {
    RunOptions options = RunOptions.defaults().caller(caller);
    Runner<Object> runner = AsyncCoroutine.runSync(Machines.echo(), "t", options).runner();
    assertThat(runner.resumeSync("a")).isEqualTo(new Step.Suspended<>("a", 2));
    runner.resume("b");
    Recording.await(() -> caller.steps().size() == 1);
    assertThat(runner.resumeSync("c")).isEqualTo(new Step.Suspended<>("c", 4));
    assertThat(caller.steps()).containsExactly(new Step.Suspended<>("b", 3));
  }

  @Test
  void eachFormTakesTheAnswerToItsOwnRequest() throws Exception {
    Runner<Object> runner = AsyncCoroutine.runSync(Machines.echo(), "t").runner();
    List<CompletableFuture<Void>> askers = new java.util.ArrayList<>();
    for (int t = 0; t < 4; t++) {
      String name = "asker " + t;
      askers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 500; i++) {
                  assertThat(ask(runner, name + " " + i)).isEqualTo(name + " " + i);
                }
              },
              task -> new Thread(task).start()));
    }
    for (CompletableFuture<Void> asker : askers) {
      asker.get(20, TimeUnit.SECONDS);
    }
  }

  private static Object ask(Runner<Object> runner, Object value) {
    try {
      return ((Step.Suspended<Object>) runner.resumeSync(value)).value();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLateFirstStepIsNotLost() throws Exception {
    RunOptions options =
        RunOptions.defaults().executor(executor).timeout(Duration.ofMillis(5)).caller(caller);
    AtomicReference<Runner<?>> late = new AtomicReference<>();
    assertThatExceptionOfType(AsyncTimeoutException.class)
        .isThrownBy(() -> AsyncCoroutine.runSync(Machines.count(1), "t", options))
        .withMessageContaining("PT0.005S")
        .satisfies(e -> late.set(e.runner()));
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Suspended<>(1, 1));
    assertThat(late.get().resume("x")).isTrue();
    executor.runAll();
    assertThat(caller.steps()).endsWith(new Step.Completed<>("x"));
  }

  @Test
  void withoutACallerALateStepCanBeRead() throws Exception {
    RunOptions options = RunOptions.defaults().executor(executor).timeout(Duration.ZERO);
    AtomicReference<Runner<?>> late = new AtomicReference<>();
    assertThatExceptionOfType(AsyncTimeoutException.class)
        .isThrownBy(() -> AsyncCoroutine.runSync(Machines.count(1), "t", options))
        .satisfies(e -> late.set(e.runner()));
    executor.runAll();
    assertThat(late.get().step().orElseThrow()).isEqualTo(new Step.Suspended<>(1, 1));
  }

  @Test
  void aLateAnswerDoesNotReachTheNextRequest() throws Exception {
    RunOptions options = RunOptions.defaults().executor(executor);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    assertThatExceptionOfType(AsyncTimeoutException.class)
        .isThrownBy(() -> runner.resumeSync("late", Duration.ofMillis(5)));
    CompletableFuture<Object> next =
        CompletableFuture.supplyAsync(() -> ask(runner, "next"), t -> new Thread(t).start());
    Thread.sleep(20);
    executor.runAll();
    assertThat(next.get(5, TimeUnit.SECONDS)).isEqualTo("next");
    assertThat(caller.steps())
        .containsExactly(new Step.Suspended<>(null, 1), new Step.Suspended<>("late", 2));
  }

  @Test
  void anInterruptedFormGivesItsStepToTheCaller() throws Exception {
    RunOptions options = RunOptions.defaults().executor(executor);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread asker =
        new Thread(
            () -> {
              try {
                runner.resumeSync("x");
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    asker.start();
    Recording.await(() -> runner.state() == Lifecycle.RUNNING);
    asker.interrupt();
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    executor.runAll();
    assertThat(caller.steps()).endsWith(new Step.Suspended<>("x", 2));
  }

  @Test
  void anInterruptionAndAStepThatComeTogetherAreBothKept() throws Exception {
    Thread asker = Thread.currentThread();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at > 0) {
                asker.interrupt();
              }
              return frame.yield(x, 1, at);
            });
    for (int round = 0; round < 2_000; round++) {
      Recording quiet = new Recording();
      Runner<Object> runner = AsyncCoroutine.run(recipe, "t", quiet);
      Recording.await(() -> quiet.steps().size() == 1);
      try {
        assertThat(runner.resumeSync("x")).isEqualTo(new Step.Suspended<>(1, 2));
        assertThat(Thread.interrupted()).as("the interruption").isTrue();
        assertThat(quiet.steps()).hasSize(1);
      } catch (InterruptedException e) {
        assertThat(Thread.interrupted()).isFalse();
        Recording.await(() -> quiet.steps().size() == 2);
      }
    }
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    RunOptions options = RunOptions.defaults().executor(executor);
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> runner.resumeSync("never"));
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Suspended<>(null, 1));
  }

  @Test
  void allThatWaitGetTheTerminalStepAndTheCallerDoesNot() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "q");
              }
              inside.countDown();
              go.await();
              return frame.done(x, frame.answered(x));
            });
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", caller);
    Recording.await(() -> runner.state() == Lifecycle.SUSPENDED);
    CompletableFuture<Step<Object>> first = sync(() -> runner.resumeSync("first"));
    // A cancel that comes before the answer has been taken would end it without a result.
    inside.await();
    List<CompletableFuture<Step<Object>>> waiting =
        List.of(first, sync(() -> runner.resumeSync("second")), sync(runner::cancelSync));
    go.countDown();
    for (CompletableFuture<Step<Object>> each : waiting) {
      assertThat(each.get(5, TimeUnit.SECONDS)).isInstanceOf(Step.Completed.class);
    }
    assertThat(caller.steps()).containsExactly(new Step.Suspended<>("q", 1));
  }

  private interface Form {
    Step<Object> call() throws InterruptedException;
  }

  /** Calls a sync form on a thread of its own; returns when it waits there, or has ended. */
  private static CompletableFuture<Step<Object>> sync(Form form) {
    CompletableFuture<Step<Object>> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(form.call());
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    thread.start();
    Recording.await(
        () ->
            answer.isDone()
                || thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
    return answer;
  }

  @Test
  void afterTheEndItFailsAtOnce() throws Exception {
    Runner<Object> runner = AsyncCoroutine.runSync(Machines.count(0), "t").runner();
    assertThatIllegalStateException()
        .isThrownBy(() -> runner.resumeSync("x"))
        .withMessageContaining("has ended");
  }

  @Test
  void fromInsideTheCallbackOrTheBodyItWouldWaitForItself() {
    List<String> refused = new java.util.ArrayList<>();
    Runner<?>[] self = new Runner<?>[1];
    Runnable misuse =
        () -> {
          try {
            self[0].resumeSync("x");
          } catch (IllegalStateException e) {
            refused.add(e.getMessage());
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              misuse.run();
              return frame.yield(x, 1, "q");
            });
    RunOptions options = RunOptions.defaults().executor(executor);
    self[0] =
        AsyncCoroutine.run(
            recipe,
            "t",
            message -> {
              misuse.run();
              // Another runner's callback, on this same thread, is inside of this one too.
              AsyncCoroutine.run(
                  Machines.count(0), "u", m -> misuse.run(), options.executor(Runnable::run));
            },
            options);
    executor.runAll();
    assertThat(refused).hasSize(3).allMatch(text -> text.contains("wait for itself"));
  }

  @Test
  void aCallbackMayWaitForAnotherRunner() {
    Runner<Object> other =
        AsyncCoroutine.run(
            Machines.echo(), "other", m -> {}, RunOptions.defaults().executor(Runnable::run));
    List<Object> got = new java.util.ArrayList<>();
    AsyncCoroutine.run(
        Machines.count(1),
        "t",
        message -> got.add(ask(other, "hello")),
        RunOptions.defaults().executor(executor));
    executor.runAll();
    assertThat(got).containsExactly("hello");
  }
}
