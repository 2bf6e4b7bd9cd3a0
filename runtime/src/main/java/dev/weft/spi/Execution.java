package dev.weft.spi;

import dev.weft.Effect;
import dev.weft.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of a computation: a linked stack of frames, and what passes between the innermost of them
 * and the world.
 *
 * <p>A stack of any depth costs one call a resume: the innermost frame is stepped directly, and its
 * callers only as it ends. Frames that end without a pause were plain Java calls and are never seen
 * here.
 *
 * <p>An execution does no locking. Its subclass lets one thread in at a time, each happening after
 * the one before.
 */
public abstract class Execution {
  /** {@link #drive} paused at a suspension; {@link #take} gives the value that was yielded. */
  protected static final int SUSPENDED = 0;

  /** {@link #drive} ran to the end; {@link #take} gives the result. */
  protected static final int COMPLETED = 1;

  /** {@link #drive} ended with an exception; {@link #takeError} gives it. */
  protected static final int THROWN = 2;

  /** {@link #drive} ended as cancelled. */
  protected static final int CANCELLED = 3;

  /** {@link #drive} paused to wait for something; {@link #take} gives the {@link Wait}. */
  protected static final int WAITING = 4;

  private static final Map<String, Object> NO_DATA = Map.of();

  /** Stands in {@link #value} when a frame asks to be stepped at once, on a fresh stack. */
  static final Object DEFERRED = new Object();

  // Each field counts where there are a million executions: what few of them have is elsewhere.

  /**
   * The innermost frame; while frames run, the one that paused last. In front of it the {@link
   * Circumstances}, if there are any.
   */
  @Nullable Stepper top;

  /** What comes into the innermost frame or goes out of it; a {@link Failure} is to be thrown. */
  @Nullable Object value;

  /** Makes an execution that stands before its first line. */
  protected Execution(Recipe recipe) {
    top = recipe.frame();
  }

  /** Sets what the suspension is answered with. */
  protected final void give(@Nullable Object answer) {
    value = answer;
  }

  /** Sets the exception that is thrown at the suspension. */
  protected final void fail(Throwable error) {
    value = new Failure(error);
  }

  /**
   * Leaves the present suspension, and all that follow, by a {@link CancelSignal}.
   *
   * @param reason what the scopes of handlers are told
   */
  protected final void unwind(@Nullable Object reason) {
    CancelSignal signal = new CancelSignal(reason);
    madeCircumstances().signal = signal;
    fail(signal);
  }

  private @Nullable Circumstances circumstances() {
    return top instanceof Circumstances present ? present : null;
  }

  private Circumstances madeCircumstances() {
    Circumstances present = circumstances();
    if (present == null) {
      present = new Circumstances(top);
      top = present;
    }
    return present;
  }

  /** Each suspension is to be left by this, once there is one. */
  final @Nullable CancelSignal cancelling() {
    return top instanceof Circumstances present ? present.signal : null;
  }

  /** The innermost frame that has to do with handlers; none as long as there are no handlers. */
  final @Nullable ContextFrame context() {
    return top instanceof Circumstances present ? present.context : null;
  }

  /** Sets what {@link #context} gives. */
  final void setContext(@Nullable ContextFrame frame) {
    Circumstances present = madeCircumstances();
    present.setContext(frame);
    top = present.needed();
  }

  /**
   * A number that the subclass has set down: 0 at first. It takes room only in an execution where
   * it was set. Any thread may ask.
   */
  protected final long milestone() {
    return top instanceof Circumstances present ? present.milestone : 0;
  }

  /** Sets what {@link #milestone} gives, also after the end. */
  protected final void setMilestone(long number) {
    madeCircumstances().milestone = number;
  }

  /**
   * Whether the driver sees to it that a {@link Wait} is over before it goes on, so that {@link
   * #drive} may answer {@link #WAITING}. To others it is a suspension as any other.
   */
  protected boolean takesWaits() {
    return false;
  }

  /** Takes the value that {@link #drive} left. */
  protected final @Nullable Object take() {
    Object taken = value;
    value = null;
    return taken;
  }

  /** What the handlers say about the suspension that {@link #drive} paused at. */
  protected final Map<String, Object> data() {
    Map<String, Object> said = top instanceof Circumstances present ? present.data : null;
    return said == null ? NO_DATA : said;
  }

  /** Drops the frames, if any, and keeps what the execution, which has ended, is remembered by. */
  protected final void close(@Nullable Object memory) {
    dropFrames();
    value = memory;
  }

  private void dropFrames() {
    Circumstances present = circumstances();
    if (present == null) {
      top = null;
    } else {
      present.clear();
      top = present.needed();
    }
  }

  /** What {@link #give} or {@link #close} was given. */
  protected final @Nullable Object peek() {
    return value;
  }

  /** Takes the exception that {@link #drive} left. */
  protected final Throwable takeError() {
    return ((Failure) Objects.requireNonNull(take())).error();
  }

  /**
   * Steps the innermost frame, and its callers as each ends, until one of them suspends or the last
   * one has ended.
   *
   * @return {@link #SUSPENDED}, {@link #WAITING}, {@link #COMPLETED}, {@link #THROWN} or {@link
   *     #CANCELLED}
   */
  protected final int drive() {
    Stepper frame = top;
    if (frame instanceof Circumstances present) {
      if (present.data != null) {
        tellOfResume(present);
      }
      frame = present.parent;
    }
    Failure failure = null;
    while (frame != null) {
      try {
        if (frame.step(this) == Stepper.DONE) {
          frame = frame.parent;
        } else if (takesWaits() && value instanceof Wait) {
          return WAITING;
        } else if (top == frame) {
          // The usual case: no handlers in front, and the frame itself has paused.
          return SUSPENDED;
        } else if (value == DEFERRED) {
          value = null;
          frame = innermost();
        } else if (!hasListener() || tellOfSuspension()) {
          return SUSPENDED;
        } else {
          frame = innermost();
        }
      } catch (Throwable error) {
        if (failure == null || failure.error() != error) {
          failure = new Failure(error);
          try {
            Traces.mapWithCallers(error, frame);
          } catch (Throwable unmapped) {
            // The exception itself counts for more, and so do the frames that it has yet to leave.
          }
        }
        value = failure;
        frame = frame.parent;
      }
    }
    int outcome = outcome();
    dropFrames();
    return outcome;
  }

  private @Nullable Stepper innermost() {
    Stepper first = top;
    return first instanceof Circumstances ? first.parent : first;
  }

  /** Cancelled is what ends without an exception of its own, however it came to its end. */
  private int outcome() {
    Throwable error = value instanceof Failure failure ? failure.error() : null;
    if (cancelling() != null && (error == null || error instanceof CancelSignal)) {
      value = null;
      return CANCELLED;
    }
    return error == null ? COMPLETED : THROWN;
  }

  /** The nearest frame whose handler answers the effect; null if there is none. */
  final @Nullable ScopeFrame handlerOf(Effect<?> effect) {
    Class<?> type = effect.getClass();
    ContextFrame frame = context();
    while (frame != null && !frame.answers(type, effect)) {
      frame = frame.outward;
    }
    return (ScopeFrame) frame;
  }

  /** The handlers that could answer an effect now, innermost first. */
  final List<String> handlers() {
    List<String> handlers = new ArrayList<>();
    for (ContextFrame frame = context(); frame != null; frame = frame.outward) {
      if (frame instanceof ScopeFrame) {
        handlers.add(frame.toString());
      }
    }
    return handlers;
  }

  private boolean hasListener() {
    return top instanceof Circumstances present && present.listener != null;
  }

  /** False if that failed: then the computation goes on with the failure. */
  private boolean tellOfSuspension() {
    Circumstances present = madeCircumstances();
    Throwable failure = present.tellOfSuspension();
    if (failure == null) {
      return true;
    }
    fail(failure);
    tellOfResume(present);
    return false;
  }

  /** What a scope throws takes the place of the answer. */
  private void tellOfResume(Circumstances present) {
    Throwable failure = present.tellOfResume();
    if (failure != null) {
      fail(value instanceof Failure first ? Failure.joined(first.error(), failure) : failure);
    }
  }

  /**
   * Where the frames are paused, innermost first. Any thread may ask: it reads fields that it does
   * not own, and must find out afterwards whether the frames were stepped meanwhile.
   */
  protected final List<StackTraceElement> places() {
    List<StackTraceElement> places = new ArrayList<>();
    for (Stepper frame = top; frame != null; frame = frame.parent) {
      places.addAll(frame.places());
    }
    return Collections.unmodifiableList(places);
  }

  /** The same with the variables that are live there. */
  protected final List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    for (Stepper frame = top; frame != null; frame = frame.parent) {
      for (StackTraceElement place : frame.places()) {
        frames.add(new Frame(place, frame.live()));
      }
    }
    return Collections.unmodifiableList(frames);
  }

  /**
   * Pauses at a suspension of a frame.
   *
   * @throws CancelSignal when the execution is being cancelled: it does not pause any more
   */
  final void suspendAt(Stepper frame) throws CancelSignal {
    CancelSignal cancelling = cancelling();
    if (cancelling != null) {
      throw cancelling;
    }
    pauseAt(frame);
  }

  /** Makes a frame the innermost one, for the next {@link #drive} to start with. */
  final void pauseAt(Stepper frame) {
    Circumstances present = circumstances();
    if (present == null) {
      top = frame;
    } else if (present.parent != frame) {
      present.parent = frame;
    }
  }
}
