package dev.weft;

import java.util.List;

/**
 * A computation performed an effect that none of its handlers answers. The message names the
 * effect, the place in the source and the handlers that are installed.
 */
public final class UnhandledEffectException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient Effect<?> effect;

  /**
   * Describes what was performed.
   *
   * @param effect what nobody answers
   * @param place where it was performed
   * @param handlers what is installed there, innermost first
   */
  public UnhandledEffectException(
      Effect<?> effect, StackTraceElement place, List<String> handlers) {
    super(text(effect, place, handlers));
    this.effect = effect;
  }

  /** What nobody answers. */
  public Effect<?> effect() {
    return effect;
  }

  private static String text(Effect<?> effect, StackTraceElement place, List<String> handlers) {
    String installed =
        handlers.isEmpty()
            ? "no handler is installed"
            : "the handlers installed are, innermost first, " + String.join(", ", handlers);
    return "No handler answers the effect "
        + EffectNames.of(effect)
        + ", performed at "
        + place
        + ": "
        + installed
        + ". Add one to the computation, by with(Handler)";
  }
}
