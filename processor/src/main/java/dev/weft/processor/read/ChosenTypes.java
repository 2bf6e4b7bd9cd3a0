package dev.weft.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression that is to be kept in a variable. Of a conditional or switch expression
 * javac only tells what is wanted at its place, and where that has a wildcard, more would be
 * inferred from the operands themselves than from a variable of that type.
 *
 * <pre>{@code
 * new ArrayList<>(b ? List.of(1) : Yield.<List<Integer>>yield("list")) // of Integer
 * }</pre>
 */
final class ChosenTypes {
  private ChosenTypes() {}

  static TypeMirror of(MethodContext context, Tree expression) {
    // Of what stands in parentheses, too, javac only tells what is wanted.
    Tree bare = TreeShapes.bare(expression);
    TypeMirror wanted = context.type(bare);
    if (!(wanted instanceof DeclaredType declared)
        || declared.getTypeArguments().stream().noneMatch(ChosenTypes::isWildcard)) {
      return wanted;
    }
    @Nullable TypeMirror chosen = null;
    for (ExpressionTree each : results(bare)) {
      TypeMirror type = of(context, each);
      if (type.getKind() == TypeKind.NULL) {
        continue;
      }
      if (!(type instanceof DeclaredType)) {
        return wanted;
      }
      if (chosen == null || context.types().isSubtype(chosen, type)) {
        chosen = type;
      } else if (!context.types().isSubtype(type, chosen)) {
        return wanted;
      }
    }
    return chosen == null ? wanted : chosen;
  }

  private static boolean isWildcard(TypeMirror argument) {
    return argument.getKind() == TypeKind.WILDCARD
        || argument instanceof TypeVariable variable && TypeNames.isCaptured(variable);
  }

  /** What a conditional or switch expression may give. */
  static List<ExpressionTree> results(Tree tree) {
    if (tree instanceof ConditionalExpressionTree choice) {
      return List.of(choice.getTrueExpression(), choice.getFalseExpression());
    }
    List<ExpressionTree> results = new ArrayList<>();
    if (tree instanceof SwitchExpressionTree choice) {
      new OwnCodeScanner() {
        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree nested, Void nothing) {
          return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree branch, Void nothing) {
          if (branch.getBody() instanceof ExpressionTree value) {
            results.add(value);
          }
          return super.visitCase(branch, null);
        }

        @Override
        public @Nullable Void visitYield(YieldTree given, Void nothing) {
          results.add(given.getValue());
          return null;
        }
      }.scan(choice.getCases(), null);
    }
    return results;
  }
}
