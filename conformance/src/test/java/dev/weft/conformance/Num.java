package dev.weft.conformance;

import dev.weft.Prompt;

/** The typed question for a number in {@code -1 .. 3}. */
record Num(String label) implements Prompt<Integer>, Question {
  @Override
  public Object answer(Answers answers, long number) {
    return Q.num(label).answer(answers, number);
  }
}
