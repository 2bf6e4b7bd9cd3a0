package dev.weft.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.model.Code;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Recognizes constant expressions, which can be evaluated at any time. */
final class Constants {
  private final BodyIndex index;

  Constants(BodyIndex index) {
    this.index = index;
  }

  /** The value of a constant, to stand in its place, with its name as a comment. */
  static Code literal(Elements elements, VariableElement constant) {
    Object value = constant.getConstantValue();
    String text =
        value instanceof Byte || value instanceof Short
            ? "(" + constant.asType() + ") " + value
            : elements.getConstantExpression(value);
    // Infinity is 1.0/0.0, and a minus may stand before the constant: n-OFFSET.
    boolean isOperation = value instanceof Number && (text.startsWith("-") || text.contains("/"));
    String comment = " /* " + constant.getSimpleName() + " */";
    return Code.of((isOperation ? "(" + text + ")" : text) + comment);
  }

  boolean isConstant(Tree tree) {
    Tree bare = TreeShapes.bare(tree);
    if (bare instanceof LiteralTree) {
      return true;
    }
    if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
      return index.element(bare) instanceof VariableElement variable
          && variable.getConstantValue() != null;
    }
    if (bare instanceof UnaryTree unary) {
      return switch (unary.getKind()) {
        case UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
            isConstant(unary.getExpression());
        default -> false;
      };
    }
    if (bare instanceof BinaryTree binary) {
      return isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
    }
    if (bare instanceof ConditionalExpressionTree conditional) {
      return isConstant(conditional.getCondition())
          && isConstant(conditional.getTrueExpression())
          && isConstant(conditional.getFalseExpression());
    }
    return bare instanceof TypeCastTree cast
        && cast.getType() instanceof PrimitiveTypeTree
        && isConstant(cast.getExpression());
  }

  /** Whether the condition is constantly true, as far as it can be told without arithmetic. */
  boolean isTrue(@Nullable Tree condition) {
    return condition == null || Boolean.TRUE.equals(value(condition));
  }

  /** Whether the condition is constantly false, as far as it can be told without arithmetic. */
  boolean isFalse(Tree condition) {
    return Boolean.FALSE.equals(value(condition));
  }

  private @Nullable Object value(Tree tree) {
    Tree bare = TreeShapes.bare(tree);
    if (bare instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
      return index.element(bare) instanceof VariableElement variable
          ? variable.getConstantValue()
          : null;
    }
    if (bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return value(((UnaryTree) bare).getExpression()) instanceof Boolean b ? !b : null;
    }
    if (bare instanceof BinaryTree binary
        && value(binary.getLeftOperand()) instanceof Boolean left
        && value(binary.getRightOperand()) instanceof Boolean right) {
      return switch (binary.getKind()) {
        case CONDITIONAL_AND, AND -> left && right;
        case CONDITIONAL_OR, OR -> left || right;
        case XOR, NOT_EQUAL_TO -> !left.equals(right);
        case EQUAL_TO -> left.equals(right);
        default -> null;
      };
    }
    return null;
  }
}
