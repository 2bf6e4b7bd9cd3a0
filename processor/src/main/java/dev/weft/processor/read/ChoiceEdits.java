package dev.weft.processor.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Conditionals whose operands are numbers, but not one number to javac: it decides on that before
 * it knows the variables of patterns in the condition. Behind {@code o instanceof Integer i ? i :
 * b} a byte stays a byte.
 */
final class ChoiceEdits {
  private final MethodContext context;

  ChoiceEdits(MethodContext context) {
    this.context = context;
  }

  /** The cast of both operands, where they would become one number as variables of a field do. */
  Optional<Code> cast(ConditionalExpressionTree tree) {
    TypeMirror whole = context.type(tree);
    boolean isOfTarget =
        whole instanceof DeclaredType
            && !isPrimitive(whole)
            && isPrimitive(context.type(tree.getTrueExpression()))
            && isPrimitive(context.type(tree.getFalseExpression()))
            && declares(tree.getCondition());
    return isOfTarget
        ? Optional.of(Code.join("(", context.typeName(tree), ") "))
        : Optional.empty();
  }

  /** Whether a type is primitive, or that of a box. */
  private boolean isPrimitive(TypeMirror type) {
    return type.getKind().isPrimitive() || Unboxing.unbox(context, type).isPresent();
  }

  /** Whether a condition declares a variable that is hoisted. */
  private boolean declares(Tree condition) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, Void nothing) {
        found[0] |=
            !context.bindingNames.containsKey(tree)
                && context.local(context.index.element(tree)).isPresent();
        return super.visitVariable(tree, null);
      }
    }.scan(condition, null);
    return found[0];
  }
}
