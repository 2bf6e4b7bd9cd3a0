package dev.weft.spi;

/**
 * Unwinds a cancelled computation, frame by frame, so that each {@code finally} and each resource
 * is left as in any other abrupt end.
 *
 * <p>It is neither an {@link Exception} nor an {@link Error}, and generated code keeps it from the
 * user's {@code catch} clauses. Only the runtime creates it.
 */
public final class CancelSignal extends Throwable {
  private static final long serialVersionUID = 1L;

  /**
   * One for all: without trace, cause and suppressed exceptions there is no state to keep apart.
   */
  @SuppressWarnings("StaticAssignmentOfThrowable")
  static final CancelSignal INSTANCE = new CancelSignal();

  private CancelSignal() {
    super("the computation is being cancelled", null, false, false);
  }
}
