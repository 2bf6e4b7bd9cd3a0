package dev.weft.spi;

import dev.weft.Effect;
import dev.weft.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /** The innermost frame; while frames run, the one that paused last. */
  private @Nullable Stepper top;

  /** What comes into the innermost frame or goes out of it; a Throwable to throw when failed. */
  @Nullable Object value;

  /** How many frames are nested as plain Java calls just now. */
  short depth;

  /** The value is an exception for the next frame to throw. */
  boolean failed;

  /**
   * The {@link CancelSignal}, with the {@link ContextFrame} in it, or the latter alone. Few
   * executions have either, and each field counts where there are a million of them.
   */
  private @Nullable Object circumstances;

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
    value = error;
    failed = true;
  }

  /**
   * Leaves the present suspension, and all that follow, by a {@link CancelSignal}.
   *
   * @param reason what the scopes of handlers are told
   */
  protected final void unwind(@Nullable Object reason) {
    CancelSignal signal = new CancelSignal(reason);
    signal.context = context();
    circumstances = signal;
    fail(signal);
  }

  /** Each suspension is to be left by this, once there is one. */
  final @Nullable CancelSignal cancelling() {
    return circumstances instanceof CancelSignal signal ? signal : null;
  }

  /** The innermost frame that has to do with handlers; none as long as there are no handlers. */
  final @Nullable ContextFrame context() {
    Object now = circumstances;
    return now instanceof CancelSignal signal ? signal.context : (ContextFrame) now;
  }

  /** Sets what {@link #context} gives. */
  final void setContext(@Nullable ContextFrame frame) {
    if (circumstances instanceof CancelSignal signal) {
      signal.context = frame;
    } else {
      circumstances = frame;
    }
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
    ContextFrame innermost = context();
    Map<String, Object> said = innermost == null ? null : innermost.data;
    return said == null ? NO_DATA : said;
  }

  /** Drops the frames, if any, and keeps what the execution, which has ended, is remembered by. */
  protected final void close(@Nullable Object memory) {
    top = null;
    setContext(null);
    value = memory;
  }

  /** What {@link #give} or {@link #close} was given. */
  protected final @Nullable Object peek() {
    return value;
  }

  /** Takes the exception that {@link #drive} left. */
  protected final Throwable takeError() {
    return (Throwable) Objects.requireNonNull(take());
  }

  /**
   * Steps the innermost frame, and its callers as each ends, until one of them suspends or the last
   * one has ended.
   *
   * @return {@link #SUSPENDED}, {@link #WAITING}, {@link #COMPLETED}, {@link #THROWN} or {@link
   *     #CANCELLED}
   */
  protected final int drive() {
    if (context() != null) {
      tellOfResume();
    }
    Stepper frame = top;
    Throwable mapped = null;
    while (frame != null) {
      try {
        if (frame.step(this) == Stepper.DONE) {
          frame = frame.parent;
        } else if (value == DEFERRED) {
          value = null;
          frame = top;
        } else if (value instanceof Wait && takesWaits()) {
          return WAITING;
        } else if (context() == null || tellOfSuspension()) {
          return SUSPENDED;
        } else {
          frame = top;
        }
      } catch (Throwable error) {
        if (error != mapped) {
          mapped = error;
          try {
            Traces.mapWithCallers(error, frame);
          } catch (Throwable unmapped) {
            // The exception itself counts for more, and so do the frames that it has yet to leave.
          }
        }
        fail(error);
        frame = frame.parent;
      }
    }
    top = null;
    return outcome();
  }

  /** Cancelled is what ends without an exception of its own, however it came to its end. */
  private int outcome() {
    if (cancelling() != null && (!failed || value instanceof CancelSignal)) {
      value = null;
      return CANCELLED;
    }
    return failed ? THROWN : COMPLETED;
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

  /** False if that failed: then the computation goes on with the failure. */
  private boolean tellOfSuspension() {
    ContextFrame innermost = Objects.requireNonNull(context());
    if (!innermost.listens) {
      return true;
    }
    Map<String, Object> data = new LinkedHashMap<>();
    Throwable failure = null;
    for (ContextFrame frame = innermost; frame != null; frame = frame.under) {
      try {
        frame.suspended(data);
      } catch (Throwable error) {
        failure = joined(failure, error);
      }
    }
    innermost.isAnnounced = true;
    innermost.data = data;
    if (failure == null) {
      return true;
    }
    fail(failure);
    tellOfResume();
    return false;
  }

  /** Outermost first. What a scope throws takes the place of the answer. */
  private void tellOfResume() {
    ContextFrame innermost = Objects.requireNonNull(context());
    if (!innermost.isAnnounced) {
      return;
    }
    innermost.isAnnounced = false;
    innermost.data = null;
    if (cancelling() != null) {
      return;
    }
    List<ContextFrame> frames = new ArrayList<>();
    for (ContextFrame frame = innermost; frame != null; frame = frame.under) {
      frames.add(frame);
    }
    Throwable failure = null;
    for (int i = frames.size() - 1; i >= 0; i--) {
      try {
        frames.get(i).resumed();
      } catch (Throwable error) {
        failure = joined(failure, error);
      }
    }
    if (failure != null) {
      fail(failed ? joined(takeError(), failure) : failure);
    }
  }

  private static Throwable joined(@Nullable Throwable first, Throwable next) {
    if (first == null) {
      return next;
    }
    if (first != next) {
      first.addSuppressed(next);
    }
    return first;
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

  /** Makes a frame the innermost one, for the next {@link #drive} to start with. */
  final void pauseAt(Stepper frame) {
    // Most resumes pause in the frame they entered: the comparison saves the collector's barrier.
    if (top != frame) {
      top = frame;
    }
  }
}
