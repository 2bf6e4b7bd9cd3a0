package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CoroutineTest {

  @Test
  void runsADialogueToItsResult() {
    Coroutine<Wizard.User> wizard = Coroutine.of(Wizard.register());
    assertThat(wizard.run()).isEqualTo(new Step.Suspended<>("get_name", 1));
    assertThat(wizard.run("Alice")).isEqualTo(new Step.Suspended<>("get_email", 2));
    assertThat(wizard.run("x")).isEqualTo(new Step.Suspended<>("get_email_again", 3));
    assertThat(wizard.run("y")).isEqualTo(new Step.Suspended<>("get_email_again", 4));
    assertThat(wizard.run("a@b")).isEqualTo(new Step.Completed<>(new Wizard.User("Alice", "a@b")));
  }

  @Test
  void aRecipeCanBeRunManyTimes() {
    Computation<Object> recipe = Machines.count(1);
    Coroutine<Object> first = Coroutine.of(recipe);
    Coroutine<Object> second = Coroutine.of(recipe);
    first.run();
    assertThat(first.run("a")).isEqualTo(new Step.Completed<>("a"));
    second.run();
    assertThat(second.run("b")).isEqualTo(new Step.Completed<>("b"));
    assertThat(recipe).hasToString("Scripted");
  }

  @Test
  void numbersItsSuspensions() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.echo());
    coroutine.run();
    for (long number = 2; number <= 1000; number++) {
      assertThat(coroutine.run("x")).isEqualTo(new Step.Suspended<>("x", number));
    }
  }

  @Test
  void nullIsAValueLikeAnyOther() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(1));
    coroutine.run();
    assertThat(coroutine.run(null)).isEqualTo(new Step.Completed<>(null));
  }

  @Test
  void raiseThrowsTheVeryErrorAtTheYield() {
    Exception error = new Exception("raised");
    List<Throwable> seen = new ArrayList<>();
    Computation<String> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "q");
              }
              try {
                frame.answered(x);
              } catch (Exception e) {
                seen.add(e);
              }
              return frame.done(x, "caught");
            });
    Coroutine<String> coroutine = Coroutine.of(recipe);
    coroutine.run();
    assertThat(coroutine.raise(error)).isEqualTo(new Step.Completed<>("caught"));
    assertThat(seen).containsExactly(error);
  }

  @Test
  void whatTheBodyThrowsIsTheOutcome() {
    Exception error = new Exception("raised");
    Coroutine<Object> coroutine = Coroutine.of(Machines.echo());
    coroutine.run();
    Step<Object> step = coroutine.raise(error);
    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Thrown.class, thrown -> assertThat(thrown.error()).isSameAs(error));
    assertThat(coroutine.state()).isEqualTo(Lifecycle.THROWN);
  }

  @Test
  void anErrorOfTheVirtualMachineIsAnOutcomeToo() {
    StackOverflowError error = new StackOverflowError();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              throw error;
            });
    assertThat(Coroutine.of(recipe).run()).isEqualTo(new Step.Thrown<>(error));
  }

  @Test
  void tellsWhereItStands() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(1));
    assertThat(coroutine.state()).isEqualTo(Lifecycle.PENDING);
    coroutine.run();
    assertThat(coroutine.state()).isEqualTo(Lifecycle.SUSPENDED);
    assertThat(coroutine).hasToString("Coroutine[SUSPENDED, suspensions=1]");
    coroutine.run(1);
    assertThat(coroutine.state()).isEqualTo(Lifecycle.COMPLETED);
  }

  @Test
  void startingTwiceIsRefused() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(1));
    coroutine.run();
    assertThatIllegalStateException()
        .isThrownBy(coroutine::run)
        .withMessageContaining("has started already")
        .withMessageContaining("run(value)");
    assertThat(coroutine.run("still")).isEqualTo(new Step.Completed<>("still"));
  }

  @Test
  void resumingBeforeTheStartIsRefused() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> coroutine.run("x"))
        .withMessageContaining("has not started");
    assertThatIllegalStateException()
        .isThrownBy(() -> coroutine.raise(new Exception()))
        .withMessageContaining("has not started");
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>(1, 1));
  }

  @Test
  void resumingAfterTheEndIsRefused() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(0));
    coroutine.run();
    assertThatIllegalStateException()
        .isThrownBy(() -> coroutine.run("x"))
        .withMessageContaining("has ended (COMPLETED)");
    assertThatIllegalStateException()
        .isThrownBy(coroutine::run)
        .withMessageContaining("has ended (COMPLETED)");
  }

  @Test
  void drivingItFromItsOwnBodyIsRefused() {
    AtomicReference<Coroutine<Object>> self = new AtomicReference<>();
    List<String> refusals = new ArrayList<>();
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              for (Runnable misuse :
                  List.<Runnable>of(
                      () -> self.get().run(),
                      () -> self.get().run("x"),
                      () -> self.get().raise(new Exception()),
                      () -> self.get().cancel())) {
                try {
                  misuse.run();
                } catch (IllegalStateException e) {
                  refusals.add(e.getMessage());
                }
              }
              return frame.done(x, "unharmed");
            });
    self.set(Coroutine.of(recipe));
    assertThat(self.get().run()).isEqualTo(new Step.Completed<>("unharmed"));
    assertThat(refusals).hasSize(4).allMatch(text -> text.contains("is running"));
  }

  @Test
  void nullIsRefusedByName() {
    assertThatNullPointerException()
        .isThrownBy(() -> Coroutine.of(null))
        .withMessage("computation");
    assertThatNullPointerException()
        .isThrownBy(() -> Coroutine.of(Machines.count(1)).raise(null))
        .withMessage("error");
    assertThatNullPointerException()
        .isThrownBy(() -> Computation.of(null, () -> null))
        .withMessage("label");
    assertThatNullPointerException()
        .isThrownBy(() -> Computation.of("x", null))
        .withMessage("frames");
  }
}
