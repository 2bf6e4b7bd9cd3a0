package dev.weft.conformance;

import java.util.List;

/**
 * The deterministic source of answers of one script variant. In the first variants the first
 * suspensions walk through the values in order, each variant from another start, so that few
 * variants take all branches; all other answers are scrambled, so that they meet in any combination
 * and every loop that asks whether to go on ends.
 */
public record Answers(int variant) {

  static final int VARIANTS = 6;

  private static final int ORDERLY_VARIANTS = 5;
  private static final int ORDERLY_SUSPENSIONS = 8;
  private static final List<String> WORDS = List.of("alpha", "b", "", "x y", "Zoë-δ");

  /** The answer to any yielded value. */
  Object to(Object yielded, long number) {
    return yielded instanceof Question question
        ? question.answer(this, number)
        : "answer " + number;
  }

  /** A number in {@code 0 .. span - 1}. */
  public int below(int span, long number) {
    if (orderly(number)) {
      return Math.floorMod(variant + number - 1, span);
    }
    return Math.floorMod(scramble(number), span);
  }

  public boolean bool(long number) {
    if (!orderly(number)) {
      return scramble(number) % 2 == 0;
    }
    return switch (variant) {
      case 0 -> true;
      case 1 -> false;
      case 2 -> number % 2 == 1;
      case 3 -> number % 2 == 0;
      default -> number % 3 == 0;
    };
  }

  public String word(long number) {
    return WORDS.get(below(WORDS.size(), number));
  }

  private boolean orderly(long number) {
    return variant < ORDERLY_VARIANTS && number <= ORDERLY_SUSPENSIONS;
  }

  private int scramble(long number) {
    long mixed = (number * 31 + variant) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (int) (mixed >>> 33);
  }
}
