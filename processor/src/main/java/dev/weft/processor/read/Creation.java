package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Optional;

/**
 * An instance creation as it was written. Where one has a class body, javac has made the object in
 * front of {@code .new} the first of the arguments, and has put a test for null around it.
 *
 * @param outer what stands in front of {@code .new}
 * @param arguments those that the user wrote
 * @param isMoved whether javac has moved the outer instance
 */
record Creation(
    Optional<ExpressionTree> outer, List<? extends ExpressionTree> arguments, boolean isMoved) {

  static Creation of(NewClassTree tree, SourceText source) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    ExpressionTree written = tree.getEnclosingExpression();
    if (written != null || tree.getClassBody() == null || arguments.isEmpty()) {
      return new Creation(Optional.ofNullable(written), arguments, false);
    }
    ExpressionTree first = tested(arguments.get(0));
    boolean isOuter = source.rawStart(first) < source.rawStart(tree.getIdentifier());
    return isOuter
        ? new Creation(Optional.of(first), arguments.subList(1, arguments.size()), true)
        : new Creation(Optional.empty(), arguments, false);
  }

  /** What is tested for null, if an argument is a test that javac has added. */
  static ExpressionTree tested(ExpressionTree argument) {
    return isTest(argument) ? ((UnaryTree) argument).getExpression() : argument;
  }

  private static boolean isTest(Tree tree) {
    return tree instanceof UnaryTree && tree.getKind() == Tree.Kind.OTHER;
  }

  /**
   * Whether an expression stands in front of {@code .new} and may be null.
   *
   * @param parent the tree around the expression
   */
  static boolean isOuter(Tree expression, Tree parent) {
    return isTest(parent)
        || parent instanceof NewClassTree made && made.getEnclosingExpression() == expression;
  }

  /** Whether the object that an expression gives can't be null. */
  static boolean isNeverNull(ExpressionTree outer) {
    Tree bare = TreeShapes.bare(outer);
    return bare instanceof NewClassTree || TreeShapes.isThis(bare);
  }
}
