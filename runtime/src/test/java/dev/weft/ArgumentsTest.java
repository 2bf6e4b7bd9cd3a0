package dev.weft;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);
  private static final Caller CALLER = message -> {};
  private static final Computation<Object> COMPUTATION = Machines.echo();

  private final Runner<Object> runner = AsyncCoroutine.run(COMPUTATION, "t", CALLER, HERE);

  private static void named(String parameter, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
  }

  @Test
  void nullIsRefusedByTheNameOfTheParameter() {
    named("computation", () -> AsyncCoroutine.run(null, "t", CALLER));
    named("tag", () -> AsyncCoroutine.run(COMPUTATION, null, CALLER));
    named("caller", () -> AsyncCoroutine.run(COMPUTATION, "t", null));
    named("options", () -> AsyncCoroutine.run(COMPUTATION, "t", CALLER, null));
    named("computation", () -> AsyncCoroutine.runSync(null, "t"));
    named("tag", () -> AsyncCoroutine.runSync(COMPUTATION, null));
    named("options", () -> AsyncCoroutine.runSync(COMPUTATION, "t", null));
    named("replyTo", () -> runner.resume("x", null));
    named("error", () -> runner.raise(null));
    named("timeout", () -> runner.resumeSync("x", null));
    named("timeout", () -> runner.cancelSync(null));
    named("executor", () -> Caller.on(null, CALLER));
    named("caller", () -> Caller.on(Runnable::run, null));
    named("caller", () -> Caller.closeable(null));
    named("callback", () -> Callbacks.builder().onSuspended(null));
    named("type", () -> Callbacks.builder().onSuspended((Class<Object>) null, (m, v) -> {}));
    named("callback", () -> Callbacks.builder().onSuspended(String.class, null));
    Message<?> message = new Message<>("t", new Step.Suspended<>("q", 1), runner);
    named("prompt", () -> message.answer((Prompt<Object>) null, "x"));
    named("timeout", () -> new Mailbox().receive((Duration) null));
    named("tag", () -> new Mailbox().receive(null, Duration.ZERO));
    named("message", () -> new Mailbox().receive((Message<?>) null));
    named("executor", () -> RunOptions.defaults().executor(null));
    named("timeout", () -> RunOptions.defaults().timeout(null));
    named("caller", () -> RunOptions.defaults().caller(null));
    named("name", () -> RunOptions.defaults().name(null));
    named("body", () -> Blocking.of((Blocking.Body<Object>) null));
    named("body", () -> Blocking.of((Blocking.VoidBody) null));
    named("prompt", () -> Yield.ask(null));
  }

  @Test
  void aNegativeDurationIsRefused() {
    Duration negative = Duration.ofNanos(-1);
    for (ThrowingCallable call :
        new ThrowingCallable[] {
          () -> runner.resumeSync("x", negative),
          () -> runner.cancelSync(negative),
          () -> RunOptions.defaults().timeout(negative),
          () -> new Mailbox().receive(negative),
          () -> new Mailbox().receive("t", negative)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(call)
          .withMessageContaining("timeout must not be negative");
    }
  }

  @Test
  void aVeryLongDurationIsAsLongAsCanBe() throws Exception {
    runner.resumeSync("x", Duration.ofSeconds(Long.MAX_VALUE));
  }

  @Test
  void nullValuesAreFineEverywhere() throws Exception {
    runner.resume(null);
    runner.resume(null, CALLER);
    runner.resumeSync(null);
    runner.answer(4, null);
    runner.cancel(null);
  }
}
