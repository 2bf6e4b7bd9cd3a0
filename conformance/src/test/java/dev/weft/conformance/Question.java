package dev.weft.conformance;

/** A yielded value that says itself how the harness answers it. */
public interface Question {

  /** The answer to this question, standing at the suspension of that number. */
  Object answer(Answers answers, long number);
}
