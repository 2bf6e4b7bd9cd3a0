package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/**
 * Unwinds a cancelled computation, frame by frame, so that each {@code finally} and each resource
 * is left as in any other abrupt end.
 *
 * <p>It is neither an {@link Exception} nor an {@link Error}, and generated code keeps it from the
 * user's {@code catch} clauses. Only the runtime creates it, one for each execution that is
 * cancelled.
 */
public final class CancelSignal extends Throwable {
  private static final long serialVersionUID = 1L;

  /** What the one who cancels says. */
  final transient @Nullable Object reason;

  CancelSignal(@Nullable Object reason) {
    super("the computation is being cancelled", null, false, false);
    this.reason = reason;
  }
}
