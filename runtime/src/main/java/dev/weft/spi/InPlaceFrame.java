package dev.weft.spi;

import dev.weft.Effect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a computation that runs in place of an effect, with its handler's outer handlers.
 */
final class InPlaceFrame extends ContextFrame {
  private final Recipe body;
  private final Effect<?> effect;

  InPlaceFrame(Recipe body, @Nullable ContextFrame outward, Effect<?> effect) {
    this.body = body;
    this.outward = outward;
    this.effect = effect;
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
      Object result = answer(x);
      AnswerTypes.check(result, effect, this, 1);
      return complete(x, result);
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
