package dev.weft.conformance.elsewhere;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Insider;
import dev.weft.conformance.Q;

/** Has a method of the same name as one that it can't see, and does not override it. */
public class Outsider extends Insider {

  @Comp
  String secret(int n) {
    return "outsider " + n + Yield.<Integer>yield(Q.num("outsider"));
  }

  /** Calls the method of this class. */
  @Comp
  public final String gossip(int n) {
    return "gossip " + secret(n) + Yield.<Integer>yield(Q.num("gossip"));
  }

  /** The same with a method that everybody sees. */
  public static class Loud extends Insider {
    @Comp
    public String secret(int n) {
      return "loud " + n + Yield.<Integer>yield(Q.num("loud"));
    }
  }

  /** Overrides the method after a class of its package has opened it. */
  public static class Confidant extends dev.weft.conformance.PackagePrivateTest.Open {
    @Override
    @Comp
    public String secret(int n) {
      return "confidant " + n + Yield.<Integer>yield(Q.num("confidant"));
    }
  }
}
