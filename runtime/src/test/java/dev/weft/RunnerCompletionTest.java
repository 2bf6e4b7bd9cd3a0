package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunnerCompletionTest {

  private final ManualExecutor executor = new ManualExecutor();
  private final RunOptions options = RunOptions.defaults().executor(executor);
  private final Recording caller = new Recording();

  private <T> Runner<T> suspended(Computation<T> computation) {
    Runner<T> runner = AsyncCoroutine.run(computation, "t", caller, options);
    executor.runAll();
    return runner;
  }

  @Test
  void completesWithTheResultAfterTheCallerWasTold() throws Exception {
    Runner<String> runner = suspended(Machines.count(1));
    CompletableFuture<Integer> told = runner.completion().thenApply(r -> caller.steps().size());
    assertThat(told).isNotDone();
    runner.resume("x");
    executor.runAll();
    assertThat(told.get(1, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(runner.completion()).isCompletedWithValue("x");
  }

  @Test
  void failsWithTheVeryException() {
    Exception error = new Exception("raised");
    Runner<Object> runner = suspended(Machines.echo());
    CompletableFuture<Object> completion = runner.completion();
    runner.raise(error);
    executor.runAll();
    assertThatThrownBy(completion::get).hasCause(error);
    assertThatThrownBy(runner.completion()::get).hasCause(error);
  }

  @Test
  void isCancelledWithTheReason() {
    Runner<Object> runner = suspended(Machines.echo());
    CompletableFuture<Object> completion = runner.completion();
    runner.cancel("why");
    executor.runAll();
    assertThat(completion).isCancelled();
    assertThat(completion.handle((value, error) -> error).join())
        .isInstanceOf(CancellationException.class)
        .hasMessage("why");
  }

  @Test
  void whatIsDoneToAFutureTouchesNobodyElse() {
    Runner<String> runner = suspended(Machines.count(1));
    CompletableFuture<String> mine = runner.completion();
    CompletableFuture<String> other = runner.completion();
    mine.complete("forged");
    runner.completion().cancel(true);
    assertThat(other).isNotDone();
    assertThat(runner.state()).isEqualTo(Lifecycle.SUSPENDED);
    runner.resume("x");
    executor.runAll();
    assertThat(other).isCompletedWithValue("x");
  }

  @Test
  void aFutureDoesNotAnswerOrDisturbASuspension() {
    Runner<String> runner = suspended(Machines.count(2));
    runner.completion();
    assertThat(executor.size()).isZero();
    assertThat(runner.answer(1, "a")).isTrue();
    executor.runAll();
    assertThat(runner.answer(2, "b")).isTrue();
  }

  @Test
  void aReasonWithoutATextHindersNobody() {
    Runner<Object> runner = suspended(Machines.echo());
    CompletableFuture<Object> first = runner.completion();
    CompletableFuture<Object> second = runner.completion();
    runner.cancel(new Mute());
    executor.runAll();
    assertThat(first).isCancelled();
    assertThat(second).isCancelled();
    assertThat(runner.completion()).isCancelled();
  }
}
