package dev.weft.samples.desktop;

import static dev.weft.Yield.ask;

import dev.weft.Prompt;
import dev.weft.annotations.Comp;
import java.util.List;

/** A quiz with two attempts a question; it knows nothing of windows and threads. */
final class Quiz {
  private Quiz() {}

  /** A question and its answer. */
  record Question(String text, String answer) {
    boolean isRight(String attempt) {
      return answer.equalsIgnoreCase(attempt.strip());
    }
  }

  /** Asks the player. */
  record Ask(String text, String hint) implements Prompt<String> {}

  /** Plays it, and returns how many the player knew. */
  @Comp
  static int play(List<Question> questions) {
    int known = 0;
    for (Question question : questions) {
      String attempt = ask(new Ask(question.text(), ""));
      if (!question.isRight(attempt)) {
        attempt =
            ask(new Ask(question.text(), "No. It begins with " + question.answer().charAt(0)));
      }
      if (question.isRight(attempt)) {
        known++;
      }
    }
    return known;
  }
}
