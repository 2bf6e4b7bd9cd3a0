package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import org.jspecify.annotations.Nullable;

/** The frame of a computation that yields once and returns the answer. */
final class YieldStepper extends Stepper {
  private static final Origin ORIGIN = new Origin(Yield.class.getName(), "yield", "Yield.java");

  private final @Nullable Object value;

  private YieldStepper(@Nullable Object value) {
    this.value = value;
  }

  static Computation<Object> yielding(@Nullable Object value) {
    return Computation.of("Yield.yield", () -> new YieldStepper(value));
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    return at == 0 ? suspend(x, 1, value) : complete(x, answer(x));
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }
}
