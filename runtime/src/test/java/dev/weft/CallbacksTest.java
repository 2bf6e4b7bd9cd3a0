package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

  private record AskName() implements Prompt<String> {}

  private record AskAge(String name) implements Prompt<Integer> {}

  /** Asks both, then yields a plain value; returns the answers. */
  private static Computation<String> asking() {
    return Scripted.fresh(
        () -> {
          List<Object> answers = new ArrayList<>();
          return (frame, x, at) -> {
            if (at > 0) {
              answers.add(frame.answered(x));
            }
            return switch (at) {
              case 0 -> frame.yield(x, 1, new AskName());
              case 1 -> frame.yield(x, 2, new AskAge((String) answers.get(0)));
              case 2 -> frame.yield(x, 3, "anything else?");
              default -> frame.done(x, answers.toString());
            };
          };
        });
  }

  @Test
  void eachTypeOfPromptHasItsCallbackAndTheRestHasTheGeneralOne() {
    Caller caller =
        Callbacks.builder()
            .onSuspended((message, s) -> message.answer("no, " + s.value()))
            .onSuspended(AskName.class, (message, prompt) -> message.answer(prompt, "Ann"))
            .onSuspended(
                AskAge.class,
                (message, prompt) -> message.answer(prompt, prompt.name().length() * 10))
            .onSuspended(Prompt.class, (message, prompt) -> log.add("too late"))
            .build();
    Runner<String> runner = AsyncCoroutine.run(asking(), "t", caller, HERE);
    assertThat(runner.completion()).isCompletedWithValue("[Ann, 30, no, anything else?]");
    assertThat(log).isEmpty();
  }

  @Test
  void aTypeThatNobodyAskedForIsIgnored() {
    Caller caller =
        Callbacks.builder()
            .onSuspended(AskAge.class, (message, prompt) -> message.answer(prompt, 1))
            .build();
    Runner<String> runner = AsyncCoroutine.run(asking(), "t", caller, HERE);
    assertThat(runner.step()).contains(new Step.Suspended<>(new AskName(), 1));
  }

  @Test
  void aTypedAnswerIsForTheMessagesOwnPrompt() {
    List<Message<?>> messages = new ArrayList<>();
    AsyncCoroutine.run(asking(), "t", messages::add, HERE);
    Message<?> message = messages.get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.answer(new AskAge("x"), 1))
        .withMessageContaining("AskAge[name=x]");
    assertThat(message.answer(new AskName(), "Ann")).isTrue();
    assertThat(message.answer(new AskName(), "again")).isFalse();
  }
}
