package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.spi.Execution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An exception counts for more than its stack trace, which can't always be made to tell more. */
class OddExceptionsTest {

  /** What is odd about an exception. */
  enum Oddity {
    HAS_NO_TRACE,
    FAILS_FOR_ITS_TRACE,
    FAILS_FOR_ITS_CAUSE,
    TAKES_NO_TRACE,
    OVERFLOWS_FOR_ITS_CAUSE
  }

  private static final class OddException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Oddity oddity;

    OddException(Oddity oddity) {
      this.oddity = oddity;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      fail(Oddity.FAILS_FOR_ITS_TRACE);
      return oddity == Oddity.HAS_NO_TRACE ? null : super.getStackTrace();
    }

    @Override
    public void setStackTrace(StackTraceElement[] trace) {
      fail(Oddity.TAKES_NO_TRACE);
      super.setStackTrace(trace);
    }

    @Override
    public synchronized Throwable getCause() {
      fail(Oddity.FAILS_FOR_ITS_CAUSE);
      return oddity == Oddity.OVERFLOWS_FOR_ITS_CAUSE ? getCause() : null;
    }

    private void fail(Oddity by) {
      if (oddity == by) {
        throw new IllegalStateException("odd");
      }
    }
  }

  /** Pauses if it is to, and throws. */
  private static Scripted throwing(Throwable error, boolean pauses) {
    return new Scripted(
        (frame, x, at) -> {
          if (pauses && at == 0) {
            return frame.yield(x, 1, "q");
          }
          // So that the frame is in its trace.
          throw error.fillInStackTrace();
        });
  }

  /** Calls a frame that throws, and tells what it catches. */
  private static Computation<Object> catching(Throwable error, boolean pauses) {
    return Scripted.of(
        (frame, x, at) -> {
          try {
            if (at == 0) {
              int outcome = frame.run(x, 1, throwing(error, pauses));
              if (outcome != 0) {
                return outcome;
              }
            }
            return frame.done(x, frame.answered(x));
          } catch (OddException caught) {
            return frame.done(x, caught);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCallerCatchesIt(Oddity oddity) {
    Throwable error = new OddException(oddity);
    assertThat(Coroutine.of(catching(error, false)).run()).isEqualTo(new Step.Completed<>(error));
  }

  @ParameterizedTest
  @EnumSource
  void aCallerThatPausedCatchesIt(Oddity oddity) {
    Throwable error = new OddException(oddity);
    Coroutine<Object> coroutine = Coroutine.of(catching(error, true));
    coroutine.run();
    assertThat(coroutine.run("a")).isEqualTo(new Step.Completed<>(error));
    assertThat(coroutine.state()).isEqualTo(Lifecycle.COMPLETED);
  }

  @ParameterizedTest
  @EnumSource
  void aRunnerEndsWithIt(Oddity oddity) {
    Throwable error = new OddException(oddity);
    List<String> log = new ArrayList<>();
    Computation<Object> recipe = Scripted.of((frame, x, at) -> guarded(frame, x, at, error, log));
    Recording caller = new Recording();
    RunOptions options = RunOptions.defaults().executor(Runnable::run);
    AsyncCoroutine.run(recipe, "t", caller, options).resume("a");
    assertThat(caller.steps()).endsWith(new Step.Thrown<>(error));
    assertThat(log).containsExactly("finally");
  }

  private static int guarded(Scripted frame, Execution x, int at, Throwable error, List<String> log)
      throws Throwable {
    try {
      if (at == 0) {
        return frame.run(x, 1, throwing(error, true));
      }
      return frame.done(x, frame.answered(x));
    } finally {
      if (frame.leavesForGood()) {
        log.add("finally");
      }
    }
  }

  /** Run where no exception has a stack trace. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      OddException error = new OddException(Oddity.FAILS_FOR_ITS_CAUSE);
      Coroutine<Object> coroutine = Coroutine.of(catching(error, true));
      coroutine.run();
      System.out.println(error.getStackTrace().length + " lines, " + coroutine.run("a"));
    }
  }

  @Test
  @Timeout(60)
  void worksWhereTheMachineMakesNoTraces() throws Exception {
    String output = Jvm.run(Main.class, "-XX:-StackTraceInThrowable");
    assertThat(output).startsWith("0 lines, Completed[value=");
  }
}
