package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs an original method, as it is written, on a thread of its own: {@link Yield} blocks there.
 *
 * <p>For breakpoints in the original source, and for compilers that can't run the processor. What
 * drives the computation is the same as ever:
 *
 * <pre>{@code
 * Computation<User> register = Blocking.of(() -> Wizard.register());
 * Coroutine<User> wizard = Coroutine.of(register);
 * Step<User> step = wizard.run();
 * }</pre>
 *
 * <p>The thread starts with the first step and ends with the computation: virtual where the JDK has
 * such threads, a daemon otherwise. Only one of the two runs at a time: whoever drives the
 * computation waits while the body runs. One that is dropped while it is suspended keeps its
 * thread: cancel it instead.
 *
 * <p>A cancelled body is left by a throwable that its {@code finally} blocks and resources see as
 * any other. A {@code catch (Throwable)} of the body sees it too, which generated code prevents and
 * a thread can't.
 */
public final class Blocking {
  private Blocking() {}

  /**
   * What to run, with a result.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Body<T> {
    /** Runs it. */
    @Nullable T run() throws Throwable;
  }

  /** What to run, without a result. */
  @FunctionalInterface
  public interface VoidBody {
    /** Runs it. */
    void run() throws Throwable;
  }

  /**
   * A recipe that runs the body on a thread of its own, a new one for each execution.
   *
   * @throws NullPointerException if the body is null
   */
  public static <T> Computation<T> of(Body<? extends T> body) {
    Objects.requireNonNull(body, "body");
    return Computation.of("Blocking", () -> new BlockingStepper(body));
  }

  /**
   * A recipe that runs the body on a thread of its own, a new one for each execution.
   *
   * @throws NullPointerException if the body is null
   */
  public static Computation<Void> of(VoidBody body) {
    Objects.requireNonNull(body, "body");
    return Computation.of(
        "Blocking",
        () ->
            new BlockingStepper(
                () -> {
                  body.run();
                  return null;
                }));
  }
}
