package dev.weft.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The operands of an expression that are all evaluated, in the order in which Java does so. */
final class Operands {
  private final BodyIndex index;

  Operands(BodyIndex index) {
    this.index = index;
  }

  List<ExpressionTree> of(Tree tree) {
    List<ExpressionTree> operands = new ArrayList<>();
    if (tree instanceof MethodInvocationTree call) {
      receiver(call, operands);
      operands.addAll(call.getArguments());
    } else if (tree instanceof NewClassTree made) {
      add(made.getEnclosingExpression(), operands);
      made.getArguments().forEach(a -> operands.add(Creation.tested(a)));
    } else if (tree instanceof NewArrayTree array) {
      operands.addAll(array.getDimensions());
      if (array.getInitializers() != null) {
        operands.addAll(array.getInitializers());
      }
    } else if (tree instanceof AssignmentTree assignment) {
      operands.addAll(ofVariable(assignment.getVariable()));
      operands.add(assignment.getExpression());
    } else if (tree instanceof CompoundAssignmentTree compound) {
      operands.addAll(ofVariable(compound.getVariable()));
      operands.add(compound.getExpression());
    } else {
      simple(tree, operands);
    }
    return operands;
  }

  private void simple(Tree tree, List<ExpressionTree> operands) {
    if (tree instanceof BinaryTree binary) {
      operands.add(binary.getLeftOperand());
      operands.add(binary.getRightOperand());
    } else if (tree instanceof UnaryTree unary) {
      operands.addAll(
          Operators.isStep(unary)
              ? ofVariable(unary.getExpression())
              : List.of(unary.getExpression()));
    } else if (tree instanceof TypeCastTree cast) {
      operands.add(cast.getExpression());
    } else if (tree instanceof InstanceOfTree test) {
      operands.add(test.getExpression());
    } else if (tree instanceof ArrayAccessTree access) {
      operands.add(access.getExpression());
      operands.add(access.getIndex());
    } else if (tree instanceof MemberSelectTree select) {
      value(select.getExpression(), operands);
    } else if (tree instanceof MemberReferenceTree reference) {
      value(reference.getQualifierExpression(), operands);
    }
  }

  /** What is evaluated to find the variable that is assigned. */
  List<ExpressionTree> ofVariable(ExpressionTree variable) {
    Tree bare = TreeShapes.bare(variable);
    return bare instanceof IdentifierTree ? List.of() : of(bare);
  }

  private void receiver(MethodInvocationTree call, List<ExpressionTree> operands) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      value(select.getExpression(), operands);
    }
  }

  /** Adds an expression unless it is the name of a type or package, or {@code super}. */
  private void value(ExpressionTree expression, List<ExpressionTree> operands) {
    Element element = index.element(expression);
    boolean isName =
        element instanceof TypeElement && !isCreation(expression)
            || element != null && element.getKind() == ElementKind.PACKAGE
            || TreeShapes.isAnySuper(expression);
    if (!isName) {
      operands.add(expression);
    }
  }

  private static boolean isCreation(Tree tree) {
    return TreeShapes.bare(tree) instanceof NewClassTree;
  }

  private static void add(@Nullable ExpressionTree expression, List<ExpressionTree> operands) {
    if (expression != null) {
      operands.add(expression);
    }
  }
}
