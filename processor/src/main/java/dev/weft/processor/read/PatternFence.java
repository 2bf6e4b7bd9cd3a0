package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.model.Code;
import org.jspecify.annotations.Nullable;

/**
 * Puts a block around a value that is to be an operand where it was none, if javac would crash.
 *
 * <p>javac declares the variable of a pattern at the outermost operator around it, up to the next
 * block. A class that stands in an old group of a switch expression has no block around it, so the
 * variable of a pattern in one of its fields is declared outside of the class.
 *
 * <pre>{@code
 * sum += switch (n) { case 1: class C { boolean b = o instanceof List<?> l && l.isEmpty(); } ... }
 *   =>
 * sum + (switch (0) { default -> { yield switch (n) { case 1: class C { ... } ... }; } })
 * }</pre>
 */
final class PatternFence {
  private PatternFence() {}

  /** The value of an expression, to be an operand. */
  static Code around(MethodContext context, ExpressionTree tree, Code value) {
    return isNeeded(context, tree)
        ? Code.join("switch (0) {\n  default -> {\n    yield ", value, ";\n  }\n}")
        : value;
  }

  private static boolean isNeeded(MethodContext context, ExpressionTree expression) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      private boolean isInGroup;
      private boolean isInClass;

      @Override
      public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
        found[0] |= isInClass && tree != null && TreeShapes.hasKind(tree, "BINDING_PATTERN");
        return context.replacements.containsKey(tree) ? null : super.scan(tree, null);
      }

      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
        boolean before = isInGroup;
        isInGroup |= !TreeShapes.isArrow(tree.getCases().get(0));
        super.visitSwitchExpression(tree, null);
        isInGroup = before;
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, Void nothing) {
        boolean before = isInClass;
        isInClass |= isInGroup;
        super.visitClass(tree, null);
        isInClass = before;
        return null;
      }

      @Override
      public @Nullable Void visitBlock(BlockTree tree, Void nothing) {
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        return null;
      }
    }.scan(expression, null);
    return found[0];
  }
}
