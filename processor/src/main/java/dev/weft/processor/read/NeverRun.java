package dev.weft.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * Finds code that a constant condition keeps from running. javac makes no bytecode of it, and so
 * gets through forms in it at which it would crash; that is why it is left as it is, suspensions
 * and all, and makes no states.
 *
 * <pre>{@code
 * if (DEBUG) {
 *   Yield.yield("looking at " + o);
 * }
 * }</pre>
 */
final class NeverRun {
  private final Constants constants;

  NeverRun(BodyIndex index) {
    constants = new Constants(index);
  }

  /** Whether a tree never runs because of the one that it is part of. */
  boolean isSkipped(Tree tree, Tree parent) {
    if (parent instanceof IfTree choice) {
      return tree == choice.getThenStatement() && isNever(choice.getCondition())
          || tree == choice.getElseStatement() && isAlways(choice.getCondition());
    }
    if (parent instanceof ConditionalExpressionTree choice) {
      return tree == choice.getTrueExpression() && isNever(choice.getCondition())
          || tree == choice.getFalseExpression() && isAlways(choice.getCondition());
    }
    if (parent instanceof BinaryTree lazy && tree == lazy.getRightOperand()) {
      ExpressionTree left = lazy.getLeftOperand();
      return lazy.getKind() == Tree.Kind.CONDITIONAL_AND && isNever(left)
          || lazy.getKind() == Tree.Kind.CONDITIONAL_OR && isAlways(left);
    }
    return parent instanceof WhileLoopTree loop
            && tree == loop.getStatement()
            && isNever(loop.getCondition())
        || parent instanceof ForLoopTree turns
            && (tree == turns.getStatement() || turns.getUpdate().contains(tree))
            && isNever(turns.getCondition());
  }

  /** Whether a tree never runs because of any that it is part of. */
  boolean isPartOfSkipped(TreePath path) {
    for (TreePath p = path; p.getParentPath() != null; p = p.getParentPath()) {
      if (isSkipped(p.getLeaf(), p.getParentPath().getLeaf())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition is false whatever its operands are that are no constants. */
  private boolean isNever(@Nullable Tree condition) {
    return condition != null && is(false, TreeShapes.bare(condition));
  }

  private boolean isAlways(Tree condition) {
    return is(true, TreeShapes.bare(condition));
  }

  private boolean is(boolean value, Tree condition) {
    return switch (condition.getKind()) {
      case LOGICAL_COMPLEMENT ->
          is(!value, TreeShapes.bare(((UnaryTree) condition).getExpression()));
      case CONDITIONAL_AND -> value ? both(true, condition) : either(false, condition);
      case CONDITIONAL_OR -> value ? either(true, condition) : both(false, condition);
      default -> value ? constants.isTrue(condition) : constants.isFalse(condition);
    };
  }

  private boolean both(boolean value, Tree condition) {
    BinaryTree binary = (BinaryTree) condition;
    return is(value, TreeShapes.bare(binary.getLeftOperand()))
        && is(value, TreeShapes.bare(binary.getRightOperand()));
  }

  private boolean either(boolean value, Tree condition) {
    BinaryTree binary = (BinaryTree) condition;
    return is(value, TreeShapes.bare(binary.getLeftOperand()))
        || is(value, TreeShapes.bare(binary.getRightOperand()));
  }
}
