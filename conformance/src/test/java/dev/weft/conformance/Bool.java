package dev.weft.conformance;

import dev.weft.Prompt;

/** The typed question for a truth value. */
record Bool(String label) implements Prompt<Boolean>, Question {
  @Override
  public Object answer(Answers answers, long number) {
    return answers.bool(number);
  }
}
