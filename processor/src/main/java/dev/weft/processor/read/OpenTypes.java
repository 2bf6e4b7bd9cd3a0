package dev.weft.processor.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds expressions that would mean something else in a place that says less of their type: the
 * parameters of a lambda, and the class of an array that holds arguments, may be inferred from it.
 */
final class OpenTypes {
  private final MethodContext context;

  OpenTypes(MethodContext context) {
    this.context = context;
  }

  /** Whether an expression that has not been evaluated yet is such a one. */
  boolean isOpen(Tree expression) {
    Tree bare = TreeShapes.bare(expression);
    if (context.replacements.containsKey(expression) || context.replacements.containsKey(bare)) {
      return false;
    }
    if (bare instanceof ConditionalExpressionTree choice) {
      return isOpen(choice.getTrueExpression()) || isOpen(choice.getFalseExpression());
    }
    if (bare instanceof MethodInvocationTree call) {
      return call.getTypeArguments().isEmpty() && areIn(call);
    }
    if (bare instanceof NewClassTree made) {
      return isDiamond(made) && areIn(made, made.getArguments());
    }
    return bare instanceof LambdaExpressionTree
        || bare instanceof MemberReferenceTree
        || bare instanceof SwitchExpressionTree;
  }

  /** Whether what the arguments of a call are depends on its type arguments. */
  boolean areIn(MethodInvocationTree call) {
    return context.index.element(call) instanceof ExecutableElement method
        && !method.getTypeParameters().isEmpty()
        && areIn(call, call.getArguments());
  }

  private boolean areIn(Tree call, List<? extends ExpressionTree> arguments) {
    return context.index.element(call) instanceof ExecutableElement called && makesArray(called)
        || arguments.stream().anyMatch(this::isOpen);
  }

  private static boolean isDiamond(NewClassTree tree) {
    return tree.getIdentifier() instanceof ParameterizedTypeTree type
        && type.getTypeArguments().isEmpty();
  }

  /** Whether the last arguments may become an array of a type that is inferred. */
  private static boolean makesArray(ExecutableElement called) {
    List<? extends VariableElement> parameters = called.getParameters();
    return called.isVarArgs()
        && TypeVariables.mentioned(parameters.get(parameters.size() - 1).asType());
  }
}
