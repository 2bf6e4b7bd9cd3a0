package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;

/** A stepper that pauses once with one local variable. */
final class Keeper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Keeper", "keep", "Keeper.java", 20, 21);

  private final Object kept;

  private Keeper(Object kept) {
    this.kept = kept;
  }

  static Computation<Object> of(Object kept) {
    return Computation.of("Keeper", () -> new Keeper(kept));
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    return at == 0 ? suspend(x, 1, "q") : complete(x, answer(x));
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected void locals(Locals locals) {
    locals.add("", "int", "never", 1);
    locals.add("0-1", "Object", "kept", kept);
    locals.add("0, 2-5", "int", "before", 2);
  }
}
