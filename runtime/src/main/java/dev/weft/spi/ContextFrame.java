package dev.weft.spi;

import dev.weft.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame that changes which handlers there are for the frames it calls. Those that have started
 * and not ended are linked, innermost first, from {@link Execution#context}.
 *
 * <p>There are two links. By one a handler is looked for; by the other all are told of what
 * happens. They differ where a computation runs in place of an effect: it must not find the
 * handlers further in than the one that runs it, but they still see it pause.
 *
 * <pre>
 *   look:  (running in place) ─> outer handler's frame ─> …
 *   tell:  (running in place) ─> handlers of who performed the effect ─> … ─> outer handler's frame
 * </pre>
 */
abstract class ContextFrame extends Stepper {
  private static final Origin ORIGIN =
      new Origin("dev.weft.Computation", "with", "Computation.java");

  /** Where to look next for a handler. */
  @Nullable ContextFrame outward;

  /** Whom to tell next; what the context is again when this frame has ended. */
  @Nullable ContextFrame under;

  /** Whether this frame or one that would be told after it has anything to say to a suspension. */
  boolean listens;

  /** Whether the handler of this frame answers the effect. */
  abstract boolean answers(Class<?> type, Effect<?> effect);

  /** Whether there is a handler that has anything to say to a suspension. */
  abstract boolean hasListener();

  /** Tells the handler, if there is one. */
  abstract void suspended(Map<String, Object> into) throws Throwable;

  /** Tells the handler, if there is one. */
  abstract void resumed() throws Throwable;

  /** Leads from now on to the handlers of this frame. */
  final void enter(Execution x) {
    ContextFrame before = x.context();
    under = before;
    listens = hasListener() || (before != null && before.listens);
    x.setContext(this);
  }

  /** Leads where it led before. */
  final void leave(Execution x) {
    x.setContext(under);
  }

  /**
   * Tells this frame and those under it of a suspension, innermost first.
   *
   * @return what they threw, if anything
   */
  final @Nullable Throwable tellOfSuspension(Map<String, Object> into) {
    Throwable failure = null;
    for (ContextFrame frame = this; frame != null; frame = frame.under) {
      try {
        frame.suspended(into);
      } catch (Throwable error) {
        failure = Failure.joined(failure, error);
      }
    }
    return failure;
  }

  /**
   * Tells this frame and those under it of a resume, outermost first.
   *
   * @return what they threw, if anything
   */
  final @Nullable Throwable tellOfResume() {
    List<ContextFrame> frames = new ArrayList<>();
    for (ContextFrame frame = this; frame != null; frame = frame.under) {
      frames.add(frame);
    }
    Throwable failure = null;
    for (int i = frames.size() - 1; i >= 0; i--) {
      try {
        frames.get(i).resumed();
      } catch (Throwable error) {
        failure = Failure.joined(failure, error);
      }
    }
    return failure;
  }

  @Override
  protected final Origin origin() {
    return ORIGIN;
  }

  /** A handler is no method of the user's that is paused. */
  @Override
  protected final List<StackTraceElement> places() {
    return List.of();
  }
}
