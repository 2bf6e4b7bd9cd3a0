package dev.weft.samples.web;

import dev.weft.Message;
import dev.weft.Prompt;
import java.util.function.Function;

/**
 * What a page shows of one step, and what it does with the form in there.
 *
 * @param name tells screens of different kinds apart
 * @param content what is to be seen
 * @param submission answers the step with the form's fields
 */
public record Screen(String name, Html content, Submission submission) {

  /** Answers a step. */
  @FunctionalInterface
  public interface Submission {
    /**
     * Answers the step that the message tells of.
     *
     * @return whether the answer was accepted
     * @throws Fields.Malformed if the fields are not those of the screen's form
     */
    boolean to(Message<?> message, Fields fields);
  }

  /** A screen that asks something. */
  public static <R> Screen asking(
      Prompt<R> prompt, String name, Html content, Function<Fields, R> answer) {
    return new Screen(
        name, content, (message, fields) -> message.answer(prompt, answer.apply(fields)));
  }

  /** A screen without a form. */
  public static Screen showing(String name, Html content) {
    return new Screen(name, content, (message, fields) -> false);
  }
}
