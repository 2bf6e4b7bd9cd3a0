package dev.weft.conformance.elsewhere;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Q;

/** A class of another package, to be extended. */
public class Foreign<T> {
  protected int count = 1;
  protected static String shared = "shared";
  protected T kept;

  protected Foreign(T kept) {
    this.kept = kept;
  }

  protected String plain(T t, int... more) {
    return "foreign " + t + more.length + count;
  }

  protected static int twice(int n) {
    return 2 * n;
  }

  @Comp
  public String ask(T t) {
    return "foreign asks " + t + Yield.<Integer>yield(Q.num("foreign")) + count;
  }

  @Comp
  protected int ask(int n, String... words) throws java.io.IOException {
    if (n < 0) throw new java.io.IOException("negative");
    return n + words.length + Yield.<Integer>yield(Q.num("number"));
  }

  @Comp
  protected static <A, B extends A> A either(A a, B b) {
    return Yield.<Boolean>yield(Q.bool("either")) ? a : b;
  }

  /** What an interface of another package brings along. */
  public interface Mixin {
    @Comp
    default String mix(String s) {
      return "mixin " + s + Yield.<String>yield(Q.str("mixin"));
    }

    default String plainMix() {
      return "plain mixin";
    }
  }
}
