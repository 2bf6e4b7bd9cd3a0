package dev.weft.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Fields in code that never runs, for which javac may crash. What a constant condition keeps from
 * running it leaves out before it comes to that, but not where a suspension has made a state of it.
 *
 * <pre>{@code
 * if (false) {
 *   pause();
 *   run(new Task() { int n = o instanceof String s ? new Object() { int n = s.length(); }.n : 0; });
 * }
 * }</pre>
 *
 * <p>javac 17 crashes for a class that captures the variable of a pattern in a field's initializer.
 */
final class NeverRun {
  private NeverRun() {}

  /** A value for a field instead of its own, if javac may crash for that. */
  static Optional<Code> value(MethodContext context, TreePath field) {
    VariableTree tree = (VariableTree) field.getLeaf();
    if (!(field.getParentPath().getLeaf() instanceof ClassTree)
        || !mayCrash(tree.getInitializer())
        || !isNeverRun(field, new Constants(context.index))) {
      return Optional.empty();
    }
    TypeKind kind = context.type(tree).getKind();
    String none = kind == TypeKind.BOOLEAN ? "false" : kind.isPrimitive() ? "0" : "null";
    return Optional.of(Code.of(none));
  }

  private static boolean mayCrash(@Nullable Tree initializer) {
    return TreeShapes.holds(initializer, BindingPatternTree.class::isInstance)
        && TreeShapes.holds(initializer, ClassTree.class::isInstance);
  }

  private static boolean isNeverRun(TreePath path, Constants constants) {
    for (TreePath p = path; p.getParentPath() != null; p = p.getParentPath()) {
      if (isSkipped(p.getLeaf(), p.getParentPath().getLeaf(), constants)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSkipped(Tree tree, Tree by, Constants constants) {
    if (by instanceof IfTree choice) {
      return tree == choice.getThenStatement() && isNever(choice.getCondition(), constants)
          || tree == choice.getElseStatement() && isAlways(choice.getCondition(), constants);
    }
    if (by instanceof ConditionalExpressionTree choice) {
      return tree == choice.getTrueExpression() && isNever(choice.getCondition(), constants)
          || tree == choice.getFalseExpression() && isAlways(choice.getCondition(), constants);
    }
    return by instanceof BinaryTree lazy
        && tree == lazy.getRightOperand()
        && (isNever(by, constants) || isAlways(by, constants));
  }

  /** Whether a condition is false as a constant, or as an operator whose left operand is. */
  private static boolean isNever(Tree condition, Constants constants) {
    Tree bare = TreeShapes.bare(condition);
    return constants.isFalse(bare)
        || bare.getKind() == Tree.Kind.CONDITIONAL_AND
            && isNever(((BinaryTree) bare).getLeftOperand(), constants);
  }

  private static boolean isAlways(Tree condition, Constants constants) {
    Tree bare = TreeShapes.bare(condition);
    return constants.isTrue(bare)
        || bare.getKind() == Tree.Kind.CONDITIONAL_OR
            && isAlways(((BinaryTree) bare).getLeftOperand(), constants);
  }
}
