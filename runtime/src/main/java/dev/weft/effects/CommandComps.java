package dev.weft.effects;

import dev.weft.Computation;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link Command}. */
public final class CommandComps {
  private CommandComps() {}

  /** The computation of {@link Command#execute}. */
  public static <R extends @Nullable Object> Computation<R> execute(Command<R> command) {
    return Computation.performing(command);
  }
}
