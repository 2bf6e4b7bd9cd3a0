package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.spi.CancelSignal;
import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The frame of a computation whose failures of one type are caught. */
final class CatchStepper<V> extends Stepper {
  private static final Origin ORIGIN =
      new Origin("dev.weft.effects.Throw", "catching", "Throw.java");

  private final Computation<?> part;
  private final Class<V> type;
  private final Function<V, Recovery> recover;

  CatchStepper(Computation<?> part, Class<V> type, Function<V, Recovery> recover) {
    this.part = part;
    this.type = type;
    this.recover = recover;
  }

  /** What comes in place of a failure: a value, or a computation that gives one. */
  record Recovery(@Nullable Object value, @Nullable Computation<?> computation) {}

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    if (at == 2) {
      return complete(x, answer(x));
    }
    Recovery recovery;
    try {
      if (at == 0 && call(x, 1, part) == PAUSED) {
        return PAUSED;
      }
      return complete(x, answer(x));
    } catch (CancelSignal cancelled) {
      throw cancelled;
    } catch (Throwable error) {
      recovery = recovery(error);
    }
    Computation<?> computation = recovery.computation();
    if (computation == null) {
      return complete(x, recovery.value());
    }
    return call(x, 2, computation) == PAUSED ? PAUSED : complete(x, answer(x));
  }

  private Recovery recovery(Throwable error) throws Throwable {
    if (type.isInstance(error)) {
      return recover.apply(type.cast(error));
    }
    if (error instanceof RaisedException raised && type.isInstance(raised.value())) {
      return recover.apply(type.cast(raised.value()));
    }
    throw error;
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }
}
