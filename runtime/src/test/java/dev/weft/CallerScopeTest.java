package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerScopeTest {

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final List<String> log = new ArrayList<>();
  private final Recording recording = new Recording();

  @Test
  void closingCancelsTheLinkedRunnersWithTheirCleanups() {
    CallerScope scope = Caller.closeable(recording);
    Runner<Object> first = AsyncCoroutine.run(Machines.guarded(1, log), 1, scope, HERE);
    Runner<Object> second = AsyncCoroutine.run(Machines.guarded(1, log), 2, scope, HERE);
    scope.close();
    assertThat(first.state()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(second.state()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(log).containsExactly("finally", "finally");
    assertThat(recording.steps()).filteredOn(Step::isTerminal).hasSize(2);
  }

  @Test
  void whatHasEndedStaysAsItIs() {
    CallerScope scope = Caller.closeable(recording);
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(0), 1, scope, HERE);
    scope.close();
    scope.close();
    assertThat(runner.state()).isEqualTo(Lifecycle.COMPLETED);
    assertThat(recording.steps()).hasSize(1);
  }

  @Test
  void aRunnerOfAClosedScopeIsCancelledBeforeItBegins() {
    CallerScope scope = Caller.closeable(recording);
    scope.close();
    AsyncCoroutine.run(Machines.guarded(1, log), 1, scope, HERE);
    assertThat(recording.steps()).containsExactly(new Step.Cancelled<>("cancelled"));
    assertThat(log).isEmpty();
  }

  @Test
  void linksASyncStartToo() throws Exception {
    CallerScope scope = Caller.closeable(recording);
    Runner<Object> runner =
        AsyncCoroutine.runSync(Machines.guarded(1, log), 1, HERE.caller(scope)).runner();
    scope.close();
    assertThat(runner.state()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(recording.steps()).containsExactly(new Step.Cancelled<>("cancelled"));
  }

  @Test
  void anOrdinaryCallerLinksNothing() {
    CallerScope scope = Caller.closeable(recording);
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), 1, scope::receive, HERE);
    scope.close();
    assertThat(runner.state()).isEqualTo(Lifecycle.SUSPENDED);
  }

  @Test
  void aCallbackMayCloseItsScope() {
    CallerScope[] scope = new CallerScope[1];
    scope[0] =
        Caller.closeable(
            message -> {
              recording.receive(message);
              scope[0].close();
            });
    AsyncCoroutine.run(Machines.count(1), 1, scope[0], HERE);
    assertThat(recording.steps())
        .containsExactly(new Step.Suspended<>(1, 1), new Step.Cancelled<>("cancelled"));
  }
}
