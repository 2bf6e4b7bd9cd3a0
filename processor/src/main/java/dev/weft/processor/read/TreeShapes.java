package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions about the form of a tree that need no types. */
final class TreeShapes {
  private TreeShapes() {}

  /** The tree without the parentheses around it. */
  static Tree bare(Tree tree) {
    Tree bare = tree;
    while (bare instanceof ParenthesizedTree parenthesized) {
      bare = parenthesized.getExpression();
    }
    return bare;
  }

  static boolean isThis(Tree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  static boolean isSuper(Tree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("super");
  }

  /** {@code super} or {@code Type.super}. */
  static boolean isAnySuper(Tree tree) {
    return isSuper(tree)
        || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
  }

  /** The name of a class without its type arguments. */
  static Tree rawType(Tree type) {
    return type instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : type;
  }

  /** Whether a member of an expression's value is named behind it. */
  static boolean isReceiver(BodyIndex index, Tree expression) {
    return index.parent(index.enclosed(expression)).orElse(null) instanceof MemberSelectTree;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }

  /** Whether the expression can have no type of its own, but only one from around it. */
  static boolean needsTarget(ExpressionTree tree) {
    Tree bare = bare(tree);
    if (bare instanceof ConditionalExpressionTree conditional) {
      return needsTarget(conditional.getTrueExpression())
          || needsTarget(conditional.getFalseExpression());
    }
    return bare instanceof LambdaExpressionTree
        || bare instanceof MemberReferenceTree
        || bare instanceof SwitchExpressionTree;
  }

  /** Whether what a statement declares may be in scope behind it. */
  static boolean declares(StatementTree tree) {
    if (tree instanceof BlockTree) {
      return false;
    }
    return tree instanceof VariableTree
        || tree instanceof ClassTree
        || holds(tree, t -> hasKind(t, "BINDING_PATTERN"));
  }

  /** Whether a tree is part of a {@code synchronized} statement, which can't be taken apart. */
  static boolean isSynchronized(TreePath path) {
    TreePath p = path;
    while (p != null && !(p.getLeaf() instanceof MethodTree)) {
      if (p.getLeaf() instanceof SynchronizedTree) {
        return true;
      }
      p = p.getParentPath();
    }
    return false;
  }

  /** Whether a tree is, or has in it, one of a kind. */
  static boolean holds(@Nullable Tree tree, Predicate<Tree> isMeant) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree each, Void nothing) {
        found[0] |= each != null && isMeant.test(each);
        return found[0] ? null : super.scan(each, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /**
   * Whether a tree is a case with a colon, whose statements share a scope with the next group's.
   */
  static boolean isOldGroup(Tree tree) {
    return tree instanceof CaseTree group && !isArrow(group);
  }

  static boolean isArrow(CaseTree tree) {
    return tree.getCaseKind() == CaseTree.CaseKind.RULE;
  }

  /** Whether a variable is written {@code _}, so that nothing can name it. */
  static boolean isUnnamed(VariableTree tree) {
    return tree.getName().length() == 0;
  }

  /** Trees by the name of their kind, for kinds that a Java 17 compiler does not know. */
  static boolean hasKind(Tree tree, String name) {
    return tree.getKind().name().equals(name);
  }
}
