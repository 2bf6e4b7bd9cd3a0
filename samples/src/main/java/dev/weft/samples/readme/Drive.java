package dev.weft.samples.readme;

import dev.weft.AsyncCoroutine;
import dev.weft.Callbacks;
import dev.weft.Caller;
import dev.weft.Coroutine;
import dev.weft.Runner;
import dev.weft.Started;
import dev.weft.Step;
import dev.weft.samples.readme.Wizard.User;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The ways to drive a computation that README.md shows. */
final class Drive {
  private final Consumer<Object> screen;
  private final UnaryOperator<Object> keyboard;

  /** Drives computations for a screen that shows things and a keyboard that answers questions. */
  Drive(Consumer<Object> screen, UnaryOperator<Object> keyboard) {
    this.screen = screen;
    this.keyboard = keyboard;
  }

  /** On the calling thread, step by step. */
  Step<User> byHand() {
    Coroutine<User> wizard = Coroutine.of(WizardComps.register());
    Step<User> step = wizard.run();
    while (step instanceof Step.Suspended<User> question) {
      step = wizard.run(answerTo(question.value()));
    }
    return step;
  }

  /** On an executor, with a callback that gets a message for each step. */
  Runner<User> byMessages() {
    Runner<User> runner =
        AsyncCoroutine.run(
            WizardComps.register(),
            "wizard",
            message -> {
              if (message.step() instanceof Step.Suspended<?> s) show(s.value());
              else if (message.step() instanceof Step.Completed<?> c) done((User) c.value());
              else if (message.step() instanceof Step.Thrown<?> t) failed(t.error());
              else if (message.step() instanceof Step.Cancelled<?> c) gone(c.reason());
            });
    return runner;
  }

  /** The same with a callback for each kind of step. */
  Caller byCallbacks() {
    Caller caller =
        Callbacks.builder()
            .onSuspended((message, step) -> message.answer(answerTo(step.value())))
            .onCompleted((message, step) -> done((User) step.value()))
            .onThrown((message, step) -> failed(step.error()))
            .onCancelled((message, step) -> gone(step.reason()))
            .build();
    return caller;
  }

  /** On an executor, waiting for each step. */
  Step<User> byWaiting() throws InterruptedException {
    Started<User> started = AsyncCoroutine.runSync(WizardComps.register(), "wizard");
    Step<User> step = started.step();
    while (step instanceof Step.Suspended<User> question) {
      step = started.runner().resumeSync(answerTo(question.value()));
    }
    return step;
  }

  private Object answerTo(Object question) {
    return keyboard.apply(question);
  }

  private void show(Object question) {
    screen.accept(question);
  }

  private void done(User user) {
    screen.accept(user);
  }

  private void failed(Throwable error) {
    screen.accept(error);
  }

  private void gone(Object reason) {
    screen.accept("gone: " + reason);
  }
}
