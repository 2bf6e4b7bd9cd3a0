package dev.weft.processor.emit;

import dev.weft.processor.model.Code;
import java.util.regex.Pattern;

/** Puts parentheses around expressions where another operator would tear them apart. */
final class Precedence {
  /** What binds less than {@code ||}: a conditional, a lambda, an assignment. */
  private static final Pattern LOOSE = Pattern.compile("\\?|->|[^=!<>]=[^=]|>>=|<<=");

  private Precedence() {}

  /** An operand of {@code ||} or of a conditional. */
  static Code operand(Code code) {
    return LOOSE.matcher(code.toString()).find() ? parenthesized(code) : code;
  }

  /** An operand of {@code &&}. */
  static Code factor(Code code) {
    return code.toString().contains("||") ? parenthesized(code) : operand(code);
  }

  private static Code parenthesized(Code code) {
    return Code.join("(", code, ")");
  }
}
