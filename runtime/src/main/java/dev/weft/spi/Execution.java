package dev.weft.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** Each suspension is to be left by the {@link CancelSignal}. */
  boolean cancelling;

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

  /** Leaves the present suspension, and all that follow, by the {@link CancelSignal}. */
  protected final void unwind() {
    cancelling = true;
    fail(CancelSignal.INSTANCE);
  }

  /** Takes the value that {@link #drive} left. */
  protected final @Nullable Object take() {
    Object taken = value;
    value = null;
    return taken;
  }

  /** Drops the frames, if any, and keeps what the execution, which has ended, is remembered by. */
  protected final void close(@Nullable Object memory) {
    top = null;
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
   * @return {@link #SUSPENDED}, {@link #COMPLETED}, {@link #THROWN} or {@link #CANCELLED}
   */
  protected final int drive() {
    Stepper frame = top;
    while (frame != null) {
      depth = 0;
      try {
        if (frame.step(this) == Stepper.DONE) {
          frame = frame.parent;
        } else if (value != DEFERRED) {
          return SUSPENDED;
        } else {
          value = null;
          frame = top;
        }
      } catch (Throwable error) {
        Traces.map(error, frame);
        fail(error);
        frame = frame.parent;
      }
    }
    top = null;
    return outcome();
  }

  /** Cancelled is what ends without an exception of its own, however it came to its end. */
  private int outcome() {
    if (cancelling && (!failed || value instanceof CancelSignal)) {
      value = null;
      return CANCELLED;
    }
    return failed ? THROWN : COMPLETED;
  }

  /**
   * Where the frames are paused, innermost first. Any thread may ask: it reads fields that it does
   * not own, and must find out afterwards whether the frames were stepped meanwhile.
   */
  protected final List<StackTraceElement> places() {
    List<StackTraceElement> places = new ArrayList<>();
    for (Stepper frame = top; frame != null; frame = frame.parent) {
      places.add(frame.origin().at(frame.state));
    }
    return Collections.unmodifiableList(places);
  }

  /** Makes a frame the innermost one, for the next {@link #drive} to start with. */
  final void pauseAt(Stepper frame) {
    // Most resumes pause in the frame they entered: the comparison saves the collector's barrier.
    if (top != frame) {
      top = frame;
    }
  }
}
