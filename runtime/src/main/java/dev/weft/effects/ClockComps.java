package dev.weft.effects;

import dev.weft.Computation;
import java.time.Instant;

/** Makes computations of the methods of {@link Clock}. */
public final class ClockComps {
  private ClockComps() {}

  /** The computation of {@link Clock#now}. */
  public static Computation<Instant> now() {
    return Computation.performing(new Clock.Now());
  }
}
