package dev.weft.effects;

import dev.weft.spi.CancelSignal;
import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;

/** The frame that waits for a stage, and cancels it when it is itself cancelled. */
final class AwaitStepper extends Stepper {
  private static final Origin ORIGIN = new Origin(Await.class.getName(), "await", "Await.java");

  private final Await<?> await;

  AwaitStepper(Await<?> await) {
    this.await = await;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    try {
      return at == 0 ? suspend(x, 1, await) : complete(x, answer(x));
    } catch (CancelSignal cancelled) {
      cancelStage();
      throw cancelled;
    }
  }

  private void cancelStage() {
    try {
      await.stage().toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException e) {
      // A stage that is no future: nobody can stop it.
      return;
    }
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }
}
