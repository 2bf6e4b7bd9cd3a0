package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A frame that overflows the stack as it pauses has not paused: its cleanups are to run. */
class StackOverflowTest {

  /** Deep enough for the next callee to be put off until the stack has unwound. */
  private static final int DEPTH = 200;

  /** Run by an interpreter, where the room that each call takes is the same each time. */
  static final class Main {
    private static int overflows;
    private static int paused;

    private Main() {}

    public static void main(String[] args) throws Exception {
      for (int i = 0; i < 60; i++) {
        int padding = i;
        Scripted.Body yields =
            (frame, x, at) -> descend(padding, frame, () -> frame.yield(x, 1, "q"));
        Scripted callee = new Scripted((frame, x, at) -> frame.done(x, "callee"));
        Scripted.Body calls =
            (frame, x, at) -> descend(padding, frame, () -> frame.run(x, 1, callee));
        Runnable both =
            () -> {
              Coroutine.of(deep(0, yields)).run();
              Coroutine.of(deep(DEPTH, calls)).run();
            };
        Thread thread = new Thread(null, both, "small", 1_000_000);
        thread.start();
        thread.join();
      }
      System.out.println((overflows > 100) + ", paused " + paused);
    }

    private static Computation<Object> deep(int depth, Scripted.Body bottom) {
      return Scripted.of(
          (frame, x, at) -> {
            if (at > 0) {
              return frame.done(x, "end");
            }
            return depth == 0
                ? bottom.step(frame, x, at)
                : frame.run(x, 1, deep(depth - 1, bottom));
          });
    }

    private interface Pause {
      int call() throws Throwable;
    }

    /** Fills the stack in steps of another size first. */
    private static int descend(int padding, Scripted frame, Pause pause) throws Throwable {
      return padding == 0 ? fill(frame, pause) : descend(padding - 1, frame, pause);
    }

    /** Tries at the bottom of the stack, and then at each depth until there is room. */
    private static int fill(Scripted frame, Pause pause) throws Throwable {
      try {
        return fill(frame, pause);
      } catch (StackOverflowError full) {
        try {
          return pause.call();
        } catch (StackOverflowError again) {
          overflows++;
          paused += frame.leavesForGood() ? 0 : 1;
          throw again;
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void whatOverflowsHasNotPaused() throws Exception {
    assertThat(Jvm.run(Main.class, "-Xint").trim()).isEqualTo("true, paused 0");
  }
}
