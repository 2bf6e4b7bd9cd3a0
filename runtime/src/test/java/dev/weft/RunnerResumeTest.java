package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerResumeTest {

  private final ManualExecutor executor = new ManualExecutor();
  private final RunOptions options = RunOptions.defaults().executor(executor);
  private final Recording caller = new Recording();

  @Test
  void resumesBeforeASuspensionWaitInOrder() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    assertThat(runner.resume("a")).isTrue();
    assertThat(runner.resume("b")).isTrue();
    assertThat(runner.resume("c")).isTrue();
    executor.runAll();
    assertThat(values()).containsExactly(null, "a", "b", "c");
  }

  @Test
  void aResumeOfASuspendedRunnerIsItsAnswerAndTheNextOneWaits() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    assertThat(runner.resume("a")).isTrue();
    assertThat(runner.resume("b")).isTrue();
    assertThat(executor.size()).isEqualTo(1);
    executor.runAll();
    assertThat(values()).containsExactly(null, "a", "b");
  }

  @Test
  void theBodyMayResumeItsOwnRunner() {
    List<Runner<Object>> self = new ArrayList<>();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                self.get(0).resume("from inside");
                return frame.yield(x, 1, "q");
              }
              return frame.done(x, frame.answered(x));
            });
    self.add(AsyncCoroutine.run(recipe, "t", caller, options));
    executor.runAll();
    assertThat(caller.steps())
        .containsExactly(new Step.Suspended<>("q", 1), new Step.Completed<>("from inside"));
  }

  @Test
  void aResumeAfterTheEndIsNotAccepted() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(0), "t", caller, options);
    executor.runAll();
    assertThat(runner.resume("x")).isFalse();
    assertThat(runner.resume("x", caller)).isFalse();
    assertThat(runner.raise(new Exception())).isFalse();
    assertThat(runner.answer(1, "x")).isFalse();
    assertThat(runner.cancel()).isFalse();
    assertThat(executor.size()).isZero();
  }

  @Test
  void anAnswerIsForOneSuspensionOnly() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    assertThat(runner.answer(1, "too early")).isFalse();
    executor.runAll();
    assertThat(runner.answer(2, "of the future")).isFalse();
    assertThat(runner.answer(1, "right")).isTrue();
    assertThat(runner.answer(1, "double click")).isFalse();
    executor.runAll();
    assertThat(runner.answer(1, "of the past")).isFalse();
    assertThat(values()).containsExactly(null, "right");
  }

  @Test
  void aMessageAnswersItsOwnSuspensionOnly() {
    List<Message<?>> messages = new ArrayList<>();
    AsyncCoroutine.run(Machines.count(2), "t", messages::add, options);
    executor.runAll();
    assertThat(messages.get(0).answer("a")).isTrue();
    executor.runAll();
    assertThat(messages.get(0).answer("again")).isFalse();
    assertThat(messages.get(1).answer("b")).isTrue();
    executor.runAll();
    assertThat(messages.get(2).answer("of an end")).isFalse();
    assertThat(messages.get(2).step()).isEqualTo(new Step.Completed<>("b"));
  }

  @Test
  void anAnswerIsRefusedWhereAnOlderResumeWaits() {
    List<Boolean> accepted = new ArrayList<>();
    Recording eager =
        new Recording(
            message -> {
              if (message.step() instanceof Step.Suspended<?>) {
                accepted.add(message.answer("mine"));
              }
            });
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(2), "t", eager, options);
    runner.resume("older");
    executor.runAll();
    assertThat(accepted).containsExactly(false, true);
  }

  @Test
  void oneAnswerGoesElsewhereAndTheNextToTheCallerAgain() {
    Recording other = new Recording();
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    assertThat(runner.resume("a", other)).isTrue();
    executor.runAll();
    runner.resume("b");
    executor.runAll();
    assertThat(values()).containsExactly(null, "b");
    assertThat(other.steps()).containsExactly(new Step.Suspended<>("a", 2));
  }

  @Test
  void aQueuedReplyToIsForItsOwnAnswer() {
    Recording other = new Recording();
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    runner.resume("a");
    runner.resume("b", other);
    runner.resume("c");
    executor.runAll();
    assertThat(values()).containsExactly(null, "a", "c");
    assertThat(other.steps()).containsExactly(new Step.Suspended<>("b", 3));
  }

  @Test
  void aReplyToGetsTheEndButNotACancellation() {
    Recording other = new Recording();
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), "t", caller, options);
    executor.runAll();
    runner.resume("end", other);
    executor.runAll();
    assertThat(other.steps()).containsExactly(new Step.Completed<>("end"));
    assertThat(caller.steps()).containsExactly(new Step.Suspended<>(1, 1));

    Runner<Object> second = AsyncCoroutine.run(Machines.count(3), "t", caller, options);
    second.resume("x", other);
    executor.runNext();
    assertThat(other.steps()).hasSize(2);
    second.resume("y", other);
    second.cancel("r");
    executor.runAll();
    assertThat(other.steps()).hasSize(2);
    assertThat(caller.steps()).endsWith(new Step.Cancelled<>("r"));
  }

  @Test
  void aRaiseWaitsInOrderToo() {
    Exception error = new Exception();
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    runner.resume("a");
    runner.raise(error);
    runner.resume("never");
    executor.runAll();
    assertThat(caller.steps())
        .containsExactly(
            new Step.Suspended<>(null, 1), new Step.Suspended<>("a", 2), new Step.Thrown<>(error));
  }

  @Test
  void tellsStateAndLatestStep() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), "t", caller, options);
    assertThat(runner.state()).isEqualTo(Lifecycle.PENDING);
    assertThat(runner.step()).isEmpty();
    executor.runAll();
    assertThat(runner.state()).isEqualTo(Lifecycle.SUSPENDED);
    assertThat(runner.step()).contains(new Step.Suspended<>(1, 1));
    assertThat(runner).hasToString("Runner[t, SUSPENDED]");
    runner.resume("x");
    assertThat(runner.state()).isEqualTo(Lifecycle.RUNNING);
    assertThat(runner.step()).contains(new Step.Suspended<>(1, 1));
    executor.runAll();
    assertThat(runner.state()).isEqualTo(Lifecycle.COMPLETED);
    assertThat(runner.step()).contains(new Step.Completed<>("x"));
  }

  @Test
  void aRunThatNobodyAskedForDoesNothing() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller, options);
    executor.runAll();
    runner.run();
    assertThat(caller.steps()).hasSize(1);
    runner.resume("a");
    runner.run();
    executor.runAll();
    assertThat(values()).containsExactly(null, "a");
  }

  private List<Object> values() {
    List<Object> values = new ArrayList<>();
    for (Step<?> step : caller.steps()) {
      values.add(((Step.Suspended<?>) step).value());
    }
    return values;
  }
}
