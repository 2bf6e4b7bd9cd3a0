package dev.weft.stress;

import dev.weft.Yield;
import dev.weft.annotations.Comp;

/** What the runners run. */
final class Dialogues {
  private Dialogues() {}

  /** Counts in plain fields how often a part of a computation ran. */
  static final class Tally {
    int resumed;
    int left;
  }

  /** Yields each answer back, for ever. */
  @Comp
  static void echo(Tally tally) {
    Object answer = null;
    try {
      while (true) {
        answer = Yield.yield(answer);
        tally.resumed++;
      }
    } finally {
      tally.left++;
    }
  }

  /** Yields each answer back until it has had as many as it wants; returns the last one. */
  @Comp
  static String echo(int wanted) {
    String answer = null;
    for (int had = 0; had < wanted; had++) {
      answer = Yield.yield(answer);
    }
    return answer;
  }

  /** Returns two answers, in the order in which they came. */
  @Comp
  static String two(Tally tally) {
    try {
      String first = Yield.yield("first");
      tally.resumed++;
      String second = Yield.yield("second");
      tally.resumed++;
      return first + second;
    } finally {
      tally.left++;
    }
  }

  /** Returns one answer. */
  @Comp
  static String one(Tally tally) {
    try {
      return Yield.yield("only");
    } finally {
      tally.left++;
    }
  }
}
