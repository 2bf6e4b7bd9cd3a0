package dev.weft;

import dev.weft.spi.Execution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a computation, driven by hand: each call runs it, on the calling thread, to its
 * next suspension or to its end.
 *
 * <pre>{@code
 * Coroutine<User> wizard = Coroutine.of(WizardComps.register());
 * Step<User> step = wizard.run();
 * while (step instanceof Step.Suspended<User> question) {
 *   step = wizard.run(answerTo(question.value()));
 * }
 * }</pre>
 *
 * <p>It is for one thread at a time; it may move between threads. A call while it runs, from its
 * own body or from another thread, is refused and does no harm. One that is no longer wanted is
 * cancelled, or just dropped if its cleanups don't matter.
 *
 * @param <T> what the computation returns
 */
@SuppressWarnings("EnumOrdinal") // the ordinals never leave the object
public final class Coroutine<T> extends Execution {
  /** The reason of a cancellation that was given none. */
  static final String NO_REASON = "cancelled";

  /*
   * The word, from the low bits up: the ordinal of the lifecycle, the number of the latest
   * suspension, and in the sign whether that is more than fits.
   *
   *   PENDING ──────> RUNNING <──────> SUSPENDED
   *      └──> CANCELLED  └──> COMPLETED | THROWN | CANCELLED
   *
   * Entering is a compare-and-set, so that of two callers one is refused; leaving publishes all
   * that the body did.
   *
   * Of a number that does not fit the word has the low bits. The others are those of the latest
   * milestone, a number that it has reached not long ago. There are four milestones to a round of
   * the low bits, so that a reader may take the word for the milestone before or after its own.
   */
  private static final int NUMBER = 3;
  private static final int LIFECYCLE = (1 << NUMBER) - 1;
  private static final int NUMBER_BITS = 31 - NUMBER;
  private static final int IS_FAR = 1 << 31;
  private static final long MILE = 1L << NUMBER_BITS - 2;
  private static final Lifecycle[] LIFECYCLES = Lifecycle.values();
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(Coroutine.class, "word", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int word;

  private Coroutine(Computation<T> computation) {
    super(computation);
  }

  /**
   * Makes an execution that has not started.
   *
   * @throws NullPointerException if the computation is null
   */
  public static <T> Coroutine<T> of(Computation<T> computation) {
    return new Coroutine<>(Objects.requireNonNull(computation, "computation"));
  }

  /**
   * Starts it.
   *
   * @return its first suspension, or how it ended
   * @throws IllegalStateException if it has started already
   */
  public Step<T> run() {
    enter(Lifecycle.PENDING);
    return advance(NO_REASON);
  }

  /**
   * Resumes it: the yield it waits at returns {@code value}.
   *
   * @return its next suspension, or how it ended
   * @throws IllegalStateException if it is not suspended
   */
  public Step<T> run(@Nullable Object value) {
    enter(Lifecycle.SUSPENDED);
    give(value);
    return advance(NO_REASON);
  }

  /**
   * Resumes it: the yield it waits at throws {@code error}.
   *
   * @return its next suspension, or how it ended
   * @throws IllegalStateException if it is not suspended
   * @throws NullPointerException if the error is null
   */
  public Step<T> raise(Throwable error) {
    Objects.requireNonNull(error, "error");
    enter(Lifecycle.SUSPENDED);
    fail(error);
    return advance(NO_REASON);
  }

  /** Cancels it for no particular reason: as {@link #cancel(Object)} with {@code "cancelled"}. */
  public Step<T> cancel() {
    return cancel(NO_REASON);
  }

  /**
   * Ends it at the suspension where it stands: each {@code finally} and each resource around it is
   * left, innermost first. One that has not started runs nothing; one that has ended stays as it
   * is.
   *
   * @param reason what {@link Step.Cancelled} tells
   * @return {@link Step.Cancelled}; {@link Step.Thrown} if a cleanup failed; for one that had
   *     ended, how it ended
   * @throws IllegalStateException if it is running
   */
  @SuppressWarnings("unchecked")
  public Step<T> cancel(@Nullable Object reason) {
    return switch (state()) {
      case PENDING -> {
        enter(Lifecycle.PENDING);
        yield end(Lifecycle.CANCELLED, new Step.Cancelled<>(reason));
      }
      case RUNNING -> throw refusal(Lifecycle.RUNNING);
      case SUSPENDED -> {
        enter(Lifecycle.SUSPENDED);
        unwind(reason);
        yield advance(reason);
      }
      case COMPLETED, THROWN, CANCELLED -> (Step<T>) Objects.requireNonNull(peek());
    };
  }

  /** Where it stands now. Any thread may ask. */
  public Lifecycle state() {
    return lifecycle(word);
  }

  /**
   * The lines of source where it is paused: the innermost method's first, then those of the methods
   * that called it. Before the start it is the method's own line; empty while it runs and after the
   * end. Any thread may ask.
   */
  public List<StackTraceElement> where() {
    return paused(this::places);
  }

  /**
   * As {@link #where()}, with the variables of each method that it will go on with. Any thread may
   * ask; the values are the objects themselves, which may be in use again by then.
   */
  public List<Frame> locals() {
    return paused(this::frames);
  }

  private <E> List<E> paused(Supplier<List<E>> reading) {
    while (true) {
      int seen = word;
      Lifecycle now = lifecycle(seen);
      if (now != Lifecycle.PENDING && now != Lifecycle.SUSPENDED) {
        return List.of();
      }
      List<E> read = reading.get();
      VarHandle.acquireFence();
      if (word == seen) {
        return read;
      }
    }
  }

  /** The number of its latest suspension and where it stands. */
  @Override
  public String toString() {
    int seen = word;
    return "Coroutine[" + lifecycle(seen) + ", suspensions=" + number(seen) + "]";
  }

  private void enter(Lifecycle from) {
    int seen = word;
    if ((seen & LIFECYCLE) != from.ordinal()) {
      throw refusal(lifecycle(seen));
    }
    if (!WORD.compareAndSet(this, seen, to(seen, Lifecycle.RUNNING))) {
      throw refusal(Lifecycle.RUNNING);
    }
    // Whoever reads frames that change after this sees in the word that they do.
    VarHandle.storeStoreFence();
  }

  @SuppressWarnings("unchecked")
  private Step<T> advance(@Nullable Object reason) {
    return switch (drive()) {
      case SUSPENDED -> {
        Object value = take();
        Map<String, Object> data = data();
        long number = number(word) + 1;
        WORD.setRelease(this, suspended(number));
        yield new Step.Suspended<>(value, data, number);
      }
      case COMPLETED -> end(Lifecycle.COMPLETED, new Step.Completed<>((T) take()));
      case THROWN -> end(Lifecycle.THROWN, new Step.Thrown<>(takeError()));
      default -> end(Lifecycle.CANCELLED, new Step.Cancelled<>(reason));
    };
  }

  /** Keeps the terminal step, for a later cancel to answer. */
  private Step<T> end(Lifecycle how, Step<T> step) {
    close(step);
    WORD.setRelease(this, to(word, how));
    return step;
  }

  private static Lifecycle lifecycle(int word) {
    return LIFECYCLES[word & LIFECYCLE];
  }

  /** The same suspension in another lifecycle. */
  private static int to(int word, Lifecycle lifecycle) {
    return word & ~LIFECYCLE | lifecycle.ordinal();
  }

  private long number(int word) {
    return word >= 0 ? word >> NUMBER : farNumber(word, milestone());
  }

  private static long farNumber(int word, long milestone) {
    int beyond = (word >> NUMBER) - (int) milestone;
    int unused = Integer.SIZE - NUMBER_BITS;
    return milestone + (beyond << unused >> unused);
  }

  private int suspended(long number) {
    int low = (int) number << NUMBER | Lifecycle.SUSPENDED.ordinal();
    return number >> NUMBER_BITS == 0 ? low : far(low, number);
  }

  private int far(int low, long number) {
    if (number % MILE == 0) {
      setMilestone(number);
    }
    return low | IS_FAR;
  }

  private static IllegalStateException refusal(Lifecycle now) {
    return new IllegalStateException(
        switch (now) {
          case PENDING -> "The coroutine has not started: start it with run()";
          case SUSPENDED -> "The coroutine has started already: resume it with run(value)";
          case RUNNING ->
              "The coroutine is running: neither its own body nor a second thread can drive it";
          case COMPLETED, THROWN, CANCELLED ->
              "The coroutine has ended (" + now + "): make a new one to run the computation again";
        });
  }
}
