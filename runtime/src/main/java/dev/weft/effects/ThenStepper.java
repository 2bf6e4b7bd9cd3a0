package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.function.Function;

/** The frame of a computation, followed by one that is made of its result. */
final class ThenStepper extends Stepper {
  private static final Origin ORIGIN =
      new Origin("dev.weft.effects.Reader", "local", "Reader.java");

  private final Computation<?> first;
  private final Function<Object, ? extends Computation<?>> next;

  private ThenStepper(Computation<?> first, Function<Object, ? extends Computation<?>> next) {
    this.first = first;
    this.next = next;
  }

  @SuppressWarnings("unchecked") // the function is given what the first returns
  static <T, R> Computation<R> of(
      String label, Computation<T> first, Function<? super T, Computation<R>> next) {
    return Computation.of(
        label, () -> new ThenStepper(first, (Function<Object, Computation<R>>) next));
  }

  @Override
  @SuppressWarnings("NullAway") // a result may be null
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    if (at == 0 && call(x, 1, first) == PAUSED) {
      return PAUSED;
    }
    if (at < 2 && call(x, 2, next.apply(answer(x))) == PAUSED) {
      return PAUSED;
    }
    return complete(x, answer(x));
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }
}
