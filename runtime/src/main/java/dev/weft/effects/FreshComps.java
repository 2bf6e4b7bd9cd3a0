package dev.weft.effects;

import dev.weft.Computation;
import java.util.UUID;

/** Makes computations of the methods of {@link Fresh}. */
public final class FreshComps {
  private FreshComps() {}

  /** The computation of {@link Fresh#uuid}. */
  public static Computation<UUID> uuid() {
    return Computation.performing(new Fresh.NextUuid());
  }

  /** The computation of {@link Fresh#number}. */
  public static Computation<Long> number() {
    return Computation.performing(new Fresh.NextNumber());
  }
}
