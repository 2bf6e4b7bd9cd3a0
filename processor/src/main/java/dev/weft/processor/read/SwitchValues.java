package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;

/**
 * Keeps the type of a switch expression that is assigned to a variable of ours. As an operand it
 * has a type of its own; assigned, it would give each of its branches the variable's.
 *
 * <pre>{@code
 * switch (n) { case 1 -> null; default -> 2L; } + Yield.<Integer>yield("x")
 *   =>
 * long t1 = (Long) (switch (n) { case 1 -> null; default -> 2L; })
 * }</pre>
 */
final class SwitchValues {
  private SwitchValues() {}

  /** The code of an expression's value, to be assigned to a variable. */
  static Code assigned(MethodContext context, ExpressionTree tree, Code value, Local variable) {
    Tree bare = TreeShapes.bare(tree);
    boolean isOther =
        bare instanceof SwitchExpressionTree
            && !context.replacements.containsKey(bare)
            && context.type(tree).getKind().isPrimitive() == variable.isReference();
    if (!isOther) {
      return value;
    }
    Code operand = tree instanceof ParenthesizedTree ? value : Code.join("(", value, ")");
    return Code.join("(", context.typeName(tree), ") ", operand);
  }
}
