package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.spi.CancelSignal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final List<String> log = new ArrayList<>();

  /** Yields, and leaves by what the test says. */
  private interface Leaving {
    int leave(Scripted frame, dev.weft.spi.Execution x, Throwable pending) throws Throwable;
  }

  private static <T> Coroutine<T> suspended(Leaving leaving) {
    Coroutine<T> coroutine =
        Coroutine.of(
            Scripted.of(
                (frame, x, at) -> {
                  if (at == 0) {
                    return frame.yield(x, 1, "q");
                  }
                  try {
                    return frame.done(x, frame.answered(x));
                  } catch (Throwable pending) {
                    return leaving.leave(frame, x, pending);
                  }
                }));
    coroutine.run();
    return coroutine;
  }

  @Test
  void whatHasNotStartedRunsNothing() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.guarded(1, log));
    assertThat(coroutine.cancel("no")).isEqualTo(new Step.Cancelled<>("no"));
    assertThat(log).isEmpty();
    assertThat(coroutine.state()).isEqualTo(Lifecycle.CANCELLED);
  }

  @Test
  void whatHasEndedAnswersItsTerminalStep() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.guarded(0, log));
    Step<Object> end = coroutine.run();
    assertThat(coroutine.cancel()).isSameAs(end);
    Coroutine<Object> cancelled = Coroutine.of(Machines.count(1));
    cancelled.run();
    cancelled.cancel("first");
    assertThat(cancelled.cancel("second")).isEqualTo(new Step.Cancelled<>("first"));
  }

  @Test
  void leavesEachFinallyOnce() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.guarded(3, log));
    coroutine.run();
    coroutine.run("x");
    assertThat(log).isEmpty();
    assertThat(coroutine.cancel()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).containsExactly("finally");
  }

  @Test
  void aReasonMayBeNull() {
    Coroutine<Object> coroutine = Coroutine.of(Machines.count(1));
    coroutine.run();
    assertThat(coroutine.cancel(null)).isEqualTo(new Step.Cancelled<>(null));
  }

  @Test
  void anExceptionOfACleanupReplacesTheCancellation() {
    Exception failure = new Exception("cleanup");
    Coroutine<Object> coroutine =
        suspended(
            (frame, x, pending) -> {
              assertThat(pending).isInstanceOf(CancelSignal.class);
              throw failure;
            });
    assertThat(coroutine.cancel()).isEqualTo(new Step.Thrown<>(failure));
  }

  @Test
  void theRemainingCleanupsRunAndTheLastExceptionWins() {
    Exception inner = new Exception("inner");
    Exception outer = new Exception("outer");
    Computation<Object> callee =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "q");
              }
              try {
                return frame.done(x, frame.answered(x));
              } catch (Throwable pending) {
                log.add(pending.getClass().getSimpleName());
                throw inner;
              }
            });
    Computation<Object> caller =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.run(x, 1, callee);
              }
              try {
                return frame.done(x, frame.answered(x));
              } catch (Throwable pending) {
                log.add(pending.getMessage());
                throw outer;
              }
            });
    Coroutine<Object> coroutine = Coroutine.of(caller);
    coroutine.run();
    assertThat(coroutine.cancel()).isEqualTo(new Step.Thrown<>(outer));
    assertThat(log).containsExactly("CancelSignal", "inner");
  }

  @Test
  void aBodyThatEndsWithoutAnExceptionIsCancelledAllTheSame() {
    Coroutine<Object> coroutine = suspended((frame, x, pending) -> frame.done(x, "returned"));
    assertThat(coroutine.cancel("r")).isEqualTo(new Step.Cancelled<>("r"));
  }

  @Test
  void aSuspensionTriedMeanwhileIsCancelledOnTheSpot() {
    Coroutine<Object> coroutine =
        suspended(
            (frame, x, pending) -> {
              try {
                return frame.yield(x, 2, "another");
              } catch (CancelSignal signal) {
                log.add("cancelled on the spot");
                assertThat(frame.leavesForGood()).isTrue();
                throw signal;
              }
            });
    assertThat(coroutine.cancel()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).containsExactly("cancelled on the spot");
  }

  @Test
  void aCalleeOfACleanupRunsUntilItWouldSuspend() {
    Coroutine<Object> coroutine =
        suspended(
            (frame, x, pending) -> {
              frame.run(x, 2, Machines.guarded(0, log));
              frame.run(x, 3, Machines.guarded(1, log));
              throw new AssertionError("not reached");
            });
    assertThat(coroutine.cancel()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).containsExactly("finally", "finally");
  }
}
