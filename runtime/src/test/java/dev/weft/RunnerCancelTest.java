package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunnerCancelTest {

  private final List<String> log = new ArrayList<>();
  private final ManualExecutor executor = new ManualExecutor();
  private final RunOptions options = RunOptions.defaults().executor(executor);
  private final Recording caller = new Recording();

  @Test
  void cancelsWhereItStands() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller, options);
    executor.runAll();
    assertThat(runner.cancel("why")).isTrue();
    executor.runAll();
    assertThat(caller.steps())
        .containsExactly(new Step.Suspended<>(1, 1), new Step.Cancelled<>("why"));
    assertThat(log).containsExactly("finally");
    assertThat(runner.state()).isEqualTo(Lifecycle.CANCELLED);
  }

  @Test
  void whatHasNotStartedRunsNothing() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller, options);
    runner.cancel();
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Cancelled<>("cancelled"));
    assertThat(log).isEmpty();
  }

  @Test
  void theFirstOfSeveralCancelsGivesTheReason() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, options);
    executor.runAll();
    assertThat(runner.cancel("first")).isTrue();
    assertThat(runner.cancel("second")).isFalse();
    executor.runAll();
    assertThat(runner.cancel("third")).isFalse();
    assertThat(caller.steps()).endsWith(new Step.Cancelled<>("first"));
  }

  @Test
  void comesBeforeQueuedResumesAndUnannounced() {
    Runner<?>[] self = new Runner<?>[1];
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              self[0].resume("queued");
              self[0].cancel("mine");
              return frame.yield(x, 1, "never told");
            });
    self[0] = AsyncCoroutine.run(recipe, "t", caller, options);
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Cancelled<>("mine"));
    assertThat(self[0].step()).contains(cast(new Step.Cancelled<>("mine")));
  }

  @Test
  void aCleanupSeesTheLatestStepThatWasTold() {
    assertThat(stepSeenByACleanup(1)).contains(cast(new Step.Suspended<>("a", 1)));
  }

  @Test
  void aCleanupSeesNoStepWhereNoneWasTold() {
    assertThat(stepSeenByACleanup(0)).isEmpty();
  }

  /** What {@code step()} gives in a cleanup, where the suspension after {@code told} is left. */
  private Optional<?> stepSeenByACleanup(int told) {
    Runner<?>[] self = new Runner<?>[1];
    List<Optional<?>> seen = new ArrayList<>();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at < told) {
                return frame.yield(x, at + 1, "a");
              }
              self[0].cancel();
              try {
                return frame.yield(x, at + 1, "never told");
              } finally {
                seen.add(self[0].step());
              }
            });
    self[0] = AsyncCoroutine.run(recipe, "t", caller, options);
    executor.runAll();
    for (int i = 0; i < told; i++) {
      self[0].resume("on");
      executor.runAll();
    }
    assertThat(caller.steps()).endsWith(new Step.Cancelled<>("cancelled"));
    return seen.get(seen.size() - 1);
  }

  @SuppressWarnings("unchecked")
  private static <S> S cast(Object step) {
    return (S) step;
  }

  @Test
  void aResultThatComesFirstStands() {
    Runner<?>[] self = new Runner<?>[1];
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              self[0].cancel();
              return frame.done(x, "result");
            });
    self[0] = AsyncCoroutine.run(recipe, "t", caller, options);
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Completed<>("result"));
  }

  @Test
  void aCancelledRunnerTakesNoAnswer() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, options);
    executor.runAll();
    runner.cancel();
    assertThat(runner.resume("x")).isFalse();
    assertThat(runner.answer(1, "x")).isFalse();
    executor.runAll();
    assertThat(caller.steps()).hasSize(2);
  }

  @Test
  void aCancelGoesBeforeAnAnswerThatHasNotRun() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", caller, options);
    executor.runAll();
    runner.resume("x");
    runner.cancel("r");
    executor.runAll();
    assertThat(caller.steps())
        .containsExactly(new Step.Suspended<>(1, 1), new Step.Cancelled<>("r"));
  }

  @Test
  void aCleanupThatFailsIsTheOutcome() {
    Exception failure = new Exception("cleanup");
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "q");
              }
              try {
                return frame.done(x, frame.answered(x));
              } catch (Throwable pending) {
                throw failure;
              }
            });
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", caller, options);
    executor.runAll();
    runner.cancel();
    executor.runAll();
    assertThat(caller.steps()).endsWith(new Step.Thrown<>(failure));
  }

  @Test
  void cancelSyncReturnsTheTerminalStepAndTheCallerIsNotTold() throws Exception {
    Recording quiet = new Recording();
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", quiet);
    Recording.await(() -> runner.state() == Lifecycle.SUSPENDED);
    assertThat(runner.cancelSync()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).containsExactly("finally");
    assertThat(runner.cancelSync()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(quiet.steps()).containsExactly(new Step.Suspended<>(1, 1));
  }

  @Test
  void cancelSyncReturnsTheResultThatWon() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              entered.countDown();
              go.await();
              return frame.done(x, "result");
            });
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", caller);
    entered.await();
    Thread canceller = Thread.currentThread();
    Thread watcher =
        new Thread(
            () -> {
              Recording.await(() -> canceller.getState() == Thread.State.TIMED_WAITING);
              go.countDown();
            });
    watcher.start();
    assertThat(runner.cancelSync()).isEqualTo(new Step.Completed<>("result"));
    assertThat(caller.steps()).isEmpty();
  }

  @Test
  void aLateCancelSyncStandsAndItsStepGoesToTheCaller() throws Exception {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), "t", caller, options);
    assertThatExceptionOfType(AsyncTimeoutException.class)
        .isThrownBy(() -> runner.cancelSync(Duration.ofMillis(5)))
        .satisfies(e -> assertThat(e.runner()).isSameAs(runner));
    executor.runAll();
    assertThat(caller.steps()).containsExactly(new Step.Cancelled<>("cancelled"));
  }

  @Test
  void cancelSyncFromInsideWouldWaitForItself() {
    Recording inside =
        new Recording(
            message -> {
              if (message.step() instanceof Step.Suspended<?>) {
                assertThatIllegalStateException()
                    .isThrownBy(() -> message.runner().cancelSync())
                    .withMessageContaining("wait for itself");
                message.runner().cancel("after all");
              }
            });
    AsyncCoroutine.run(Machines.count(1), "t", inside, options);
    executor.runAll();
    assertThat(inside.steps()).endsWith(new Step.Cancelled<>("after all"));
  }
}
