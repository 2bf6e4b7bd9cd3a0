package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbacksTest {

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final List<String> log = new ArrayList<>();
  private final Caller caller =
      Callbacks.builder()
          .onSuspended((message, s) -> log.add("suspended " + s.value() + " " + message.tag()))
          .onCompleted((message, c) -> log.add("completed " + c.value()))
          .onThrown((message, t) -> log.add("thrown " + t.error().getMessage()))
          .onCancelled((message, c) -> log.add("cancelled " + c.reason()))
          .build();

  @Test
  void eachKindOfStepHasItsCallback() {
    AsyncCoroutine.run(Machines.count(1), "a", caller, HERE).resume("x");
    AsyncCoroutine.run(Machines.count(1), "b", caller, HERE).raise(new Exception("e"));
    AsyncCoroutine.run(Machines.count(1), "c", caller, HERE).cancel("r");
    assertThat(log)
        .containsExactly(
            "suspended 1 a", "completed x",
            "suspended 1 b", "thrown e",
            "suspended 1 c", "cancelled r");
  }

  @Test
  void aKindWithoutACallbackIsIgnored() {
    Caller quiet = Callbacks.builder().build();
    Runner<Object> runner = AsyncCoroutine.run(Machines.count(1), "a", quiet, HERE);
    runner.cancel();
    assertThat(runner.state()).isEqualTo(Lifecycle.CANCELLED);
  }

  @Test
  void aBuiltCallerStaysAsItWasBuilt() {
    Callbacks builder = Callbacks.builder();
    Caller early = builder.build();
    builder.onSuspended((message, s) -> log.add("late"));
    AsyncCoroutine.run(Machines.count(1), "a", early, HERE);
    assertThat(log).isEmpty();
  }
}
