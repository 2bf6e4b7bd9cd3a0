package dev.weft.spi;

import dev.weft.Effect;

/** The frame of a computation that performs one effect, where it is run on its own. */
final class PerformFrame extends Stepper {
  private static final Origin ORIGIN = new Origin("dev.weft.Effects", "perform", "Effects.java");

  private final Effect<?> effect;

  PerformFrame(Effect<?> effect) {
    this.effect = effect;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    if (at == 0 && performChecked(x, 1, effect) == PAUSED) {
      return PAUSED;
    }
    return complete(x, answer(x));
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }
}
