package dev.weft.conformance.fuzz;

import java.util.List;

/** Names for locals: few, so that they come again in other scopes, and some to trip over. */
final class Names {
  static final List<String> POOL =
      List.of(
          "a",
          "b",
          "c",
          "d",
          "e",
          "i",
          "j",
          "k",
          "n",
          "t",
          "at",
          "x",
          "state",
          "value",
          "self",
          "parent",
          "answer",
          "result",
          "error",
          "next",
          "java",
          "$",
          "a$1",
          "_a",
          "t1",
          "dev",
          "fuel1",
          "pending",
          "item",
          "x1",
          "Objects",
          "Computation",
          "Stepper",
          "held",
          "pick");

  private Names() {}

  static String fresh(Dice dice, Scope scope) {
    for (int tries = 0; tries < 20; tries++) {
      String name = dice.percent(70) ? POOL.get(dice.below(10)) : dice.of(POOL);
      if (!scope.isTaken(name)) {
        return name;
      }
    }
    return numbered("v", scope);
  }

  static String numbered(String prefix, Scope scope) {
    int number = 1;
    while (scope.isTaken(prefix + number)) {
      number++;
    }
    return prefix + number;
  }
}
