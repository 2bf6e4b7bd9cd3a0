package dev.weft.effects;

import dev.weft.Computation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link Sleep}. */
public final class SleepComps {
  private SleepComps() {}

  /** The computation of {@link Sleep#sleep}. */
  public static Computation<@Nullable Void> sleep(Duration duration) {
    return Computation.performing(new Sleep(duration));
  }
}
