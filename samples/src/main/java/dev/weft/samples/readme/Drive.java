package dev.weft.samples.readme;

import dev.weft.AsyncCoroutine;
import dev.weft.Callbacks;
import dev.weft.Caller;
import dev.weft.Coroutine;
import dev.weft.Runner;
import dev.weft.Started;
import dev.weft.Step;
import dev.weft.samples.readme.Wizard.User;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** The ways to drive a computation that README.md shows. */
final class Drive {
  private final Consumer<Object> screen;

  Drive(Consumer<Object> screen) {
    this.screen = screen;
  }

  /** On the calling thread, step by step. */
  static Step<User> byHand(Function<Object, Object> answers) {
    Coroutine<User> wizard = Coroutine.of(WizardComps.register());
    Step<User> step = wizard.run();
    while (step instanceof Step.Suspended<User> question) {
      step = wizard.run(answers.apply(question.value()));
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
  Caller byCallbacks(Function<Object, Object> answers) {
    Caller caller =
        Callbacks.builder()
            .onSuspended((message, step) -> message.answer(answers.apply(step.value())))
            .onCompleted((message, step) -> done((User) step.value()))
            .onThrown((message, step) -> failed(step.error()))
            .onCancelled((message, step) -> gone(step.reason()))
            .build();
    return caller;
  }

  /** On an executor, waiting for each step. */
  static Step<User> byWaiting(Iterator<String> answers) throws InterruptedException {
    Started<User> started = AsyncCoroutine.runSync(WizardComps.register(), "wizard");
    Step<User> step = started.step();
    while (step instanceof Step.Suspended<User>) {
      step = started.runner().resumeSync(answers.next());
    }
    return step;
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
