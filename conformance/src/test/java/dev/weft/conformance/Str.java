package dev.weft.conformance;

import dev.weft.Prompt;

/** The typed question for a string. */
record Str(String label) implements Prompt<String>, Question {
  @Override
  public Object answer(Answers answers, long number) {
    return answers.word(number);
  }
}
