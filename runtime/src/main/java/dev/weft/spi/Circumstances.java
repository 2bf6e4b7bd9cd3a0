package dev.weft.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What few executions have. It is no frame of the computation: it stands in front of the innermost
 * one, which is its {@link #parent}, so that an execution with nothing special needs no field for
 * it, and a reader of the frames passes over it.
 *
 * <pre>
 *   Execution.top ─> innermost frame ─> its caller ─> …
 *   Execution.top ─> Circumstances ─> innermost frame ─> its caller ─> …
 * </pre>
 */
final class Circumstances extends Stepper {
  private static final Origin ORIGIN =
      new Origin("dev.weft.Computation", "with", "Computation.java");

  /** The innermost frame that has to do with handlers. */
  @Nullable ContextFrame context;

  /** The same, if that or one under it has anything to say to a suspension. */
  @Nullable ContextFrame listener;

  /**
   * What they said, from when they were told of a suspension to when they are told of the resume.
   */
  @Nullable Map<String, Object> data;

  /** Each suspension is to be left by this. */
  @Nullable CancelSignal signal;

  /** What {@link Execution#milestone} gives. Any thread may read it. */
  volatile long milestone;

  Circumstances(@Nullable Stepper innermost) {
    parent = innermost;
  }

  void setContext(@Nullable ContextFrame frame) {
    context = frame;
    listener = frame != null && frame.listens ? frame : null;
  }

  /** Forgets all but the milestone. */
  void clear() {
    parent = null;
    setContext(null);
    data = null;
    signal = null;
  }

  /** What they threw, if anything. */
  @Nullable Throwable tellOfSuspension() {
    Map<String, Object> said = new LinkedHashMap<>();
    Throwable failure = Objects.requireNonNull(listener).tellOfSuspension(said);
    data = said;
    return failure;
  }

  /** What they threw, if anything. Of a cancellation they are told as they are left. */
  @Nullable Throwable tellOfResume() {
    data = null;
    return signal == null ? Objects.requireNonNull(listener).tellOfResume() : null;
  }

  /** What the execution's top is from now on: the frame alone, if nothing here is of use. */
  @Nullable Stepper needed() {
    return context == null && signal == null && milestone == 0 ? parent : this;
  }

  @Override
  protected int step(Execution x) {
    throw corrupt(0);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected List<StackTraceElement> places() {
    return List.of();
  }
}
