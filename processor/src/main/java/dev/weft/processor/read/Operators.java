package dev.weft.processor.read;

import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.UnaryTree;

/** What kind an operator is of, and how it is written. */
final class Operators {
  private Operators() {}

  /** The operator that a compound assignment applies before it assigns. */
  static String symbol(CompoundAssignmentTree tree) {
    return switch (tree.getKind()) {
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      case AND_ASSIGNMENT -> "&";
      case XOR_ASSIGNMENT -> "^";
      case OR_ASSIGNMENT -> "|";
      default -> throw new IllegalStateException("not a compound assignment: " + tree);
    };
  }

  /** Whether the operator is {@code ++} or {@code --}. */
  static boolean isStep(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  static boolean isPostfix(UnaryTree tree) {
    return switch (tree.getKind()) {
      case POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  static boolean isIncrement(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> true;
      default -> false;
    };
  }
}
