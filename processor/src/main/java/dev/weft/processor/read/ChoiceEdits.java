package dev.weft.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Conditionals that javac would give other types in the stepper: their operands are cast to those
 * that they have in the original.
 */
final class ChoiceEdits {
  private final MethodContext context;

  ChoiceEdits(MethodContext context) {
    this.context = context;
  }

  /** The cast before an operand of a conditional, if it needs one. */
  Optional<Code> cast(ConditionalExpressionTree tree, ExpressionTree operand) {
    if (isOfBoxes(tree)) {
      return Optional.of(Code.join("(", context.typeName(tree), ") "));
    }
    return isGuessed(tree, operand)
        ? context.typeNames.name(context.type(operand)).map(t -> Code.join("(", t, ") "))
        : Optional.empty();
  }

  /**
   * Whether the operands are numbers, but not one number to javac: it decides on that before it
   * knows the variables of patterns in the condition. Behind {@code o instanceof Integer i ? i : b}
   * a byte stays a byte, where variables of a field would become one number.
   */
  private boolean isOfBoxes(ConditionalExpressionTree tree) {
    TypeMirror whole = context.type(tree);
    return whole instanceof DeclaredType
        && !isPrimitive(whole)
        && isPrimitive(context.type(tree.getTrueExpression()))
        && isPrimitive(context.type(tree.getFalseExpression()))
        && TreeShapes.holds(
            tree.getCondition(),
            t ->
                t instanceof VariableTree
                    && !context.bindingNames.containsKey(t)
                    && context.local(context.index.element(t)).isPresent());
  }

  /**
   * Whether a value of a field, which may become an argument of an accessor, holds a lambda in a
   * switch expression. There javac 17 takes a variable of a pattern around for an {@code Object}.
   */
  private boolean isGuessed(ConditionalExpressionTree tree, ExpressionTree operand) {
    return context.index.parent(context.index.enclosed(tree)).orElseThrow()
            instanceof AssignmentTree assignment
        && context.index.element(assignment.getVariable()) instanceof VariableElement variable
        && variable.getKind().isField()
        && TreeShapes.bare(operand) instanceof MethodInvocationTree call
        && context.index.element(call) instanceof ExecutableElement method
        && method.getTypeParameters().isEmpty()
        && TreeShapes.holds(operand, LambdaExpressionTree.class::isInstance)
        && isInSwitchExpression(context.index.path(tree));
  }

  private static boolean isInSwitchExpression(TreePath path) {
    TreePath p = path;
    while (!(p.getLeaf() instanceof MethodTree || p.getLeaf() instanceof SwitchExpressionTree)) {
      p = p.getParentPath();
    }
    return p.getLeaf() instanceof SwitchExpressionTree;
  }

  /** Whether a type is primitive, or that of a box. */
  private boolean isPrimitive(TypeMirror type) {
    return type.getKind().isPrimitive() || Unboxing.unbox(context, type).isPresent();
  }
}
