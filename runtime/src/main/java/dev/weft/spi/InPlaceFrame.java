package dev.weft.spi;

import dev.weft.Effect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a computation that runs in place of an effect, with its handler's outer handlers.
 */
final class InPlaceFrame extends ContextFrame {
  private final Recipe body;

  InPlaceFrame(Recipe body, @Nullable ContextFrame outward) {
    this.body = body;
    this.outward = outward;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    try {
      if (at == 0) {
        enter(x);
        if (call(x, 1, body.frame()) == PAUSED) {
          return PAUSED;
        }
      }
      return complete(x, answer(x));
    } finally {
      if (state == 0) {
        leave(x);
      }
    }
  }

  @Override
  boolean answers(Class<?> type, Effect<?> effect) {
    return false;
  }

  @Override
  boolean hasListener() {
    return false;
  }

  @Override
  void suspended(Map<String, Object> into) {}

  @Override
  void resumed() {}
}
