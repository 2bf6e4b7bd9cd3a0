package dev.weft.benchmarks;

import dev.weft.Yield;
import dev.weft.annotations.Comp;

/** The computations that are measured. */
final class Talks {
  private Talks() {}

  /** Yields each answer back, as often as it is told. */
  @Comp
  static Object echo(int times) {
    Object answer = null;
    for (int i = 0; i < times; i++) {
      answer = Yield.yield(answer);
    }
    return answer;
  }

  /** Yields each answer back, for ever. */
  @Comp
  static void echo() {
    Object answer = null;
    while (true) {
      answer = Yield.yield(answer);
    }
  }

  /** Waits with three locals that it needs later. */
  @Comp
  static String threeLocals(String first, String second, int third) {
    String answer = Yield.yield("question");
    return first + second + third + answer;
  }
}
