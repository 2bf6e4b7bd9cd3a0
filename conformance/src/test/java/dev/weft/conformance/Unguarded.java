package dev.weft.conformance;

import dev.weft.Yield;
import dev.weft.annotations.Comp;

/** Methods whose yields tell their line, which differs between an original and its stepper. */
class Unguarded {
  /** The line it is called from: of the source in an original. */
  private static int line() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst().get().getLineNumber());
  }

  @Comp
  static String unguarded() {
    String s = Yield.yield(line());
    return s;
  }

  @Comp
  static int unguardedNumber() {
    return 1 + Yield.<Integer>yield(line());
  }
}
