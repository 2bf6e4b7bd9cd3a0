package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A compound assignment whose right side suspends: Java reads the variable before it evaluates the
 * right side.
 *
 * <pre>{@code
 * a[i] += Yield.<Integer>yield("n")
 *   =>
 * t1 = a[i];
 * pause "n";
 * a[i] = t1 + answer
 * }</pre>
 */
final class CompoundLowering {
  private final MethodContext context;
  private final ExpressionLowering expressions;
  private final Operands operands;
  private final Unboxing unboxing;
  private final Joining joining;

  CompoundLowering(
      MethodContext context, ExpressionLowering expressions, Unboxing unboxing, Joining joining) {
    this.context = context;
    this.expressions = expressions;
    this.operands = new Operands(context.index);
    this.unboxing = unboxing;
    this.joining = joining;
  }

  void lower(CompoundAssignmentTree tree, List<Stmt> out) {
    for (ExpressionTree operand : operands.ofVariable(tree.getVariable())) {
      if (!expressions.isSteady(operand)) {
        expressions.spill(operand, out);
      }
    }
    Optional<TypeName> unboxed = unboxing.unboxed(tree);
    if (joining.isJoined(tree)) {
      Code object = expressions.code(tree.getVariable(), out);
      keep(tree, ClassName.get(String.class), Joining.text(object), out);
    } else if (unboxed.isPresent() || !isSteady(tree)) {
      TypeName type = unboxed.orElseGet(() -> context.typeName(tree.getVariable()));
      keep(tree, type, expressions.code(tree.getVariable(), out), out);
    }
    expressions.lower(tree.getExpression(), out);
  }

  private void keep(CompoundAssignmentTree tree, TypeName type, Code value, List<Stmt> out) {
    Local old = context.temporary(type);
    out.add(new Stmt.Assign(old, value));
    context.oldValues.put(tree, Code.read(old));
  }

  /** Whether the variable has the same value before and after the right side. */
  private boolean isSteady(CompoundAssignmentTree tree) {
    Tree variable = TreeShapes.bare(tree.getVariable());
    Element element = variable instanceof IdentifierTree ? context.index.element(variable) : null;
    Tree right = tree.getExpression();
    return element != null
        && ExpressionLowering.isLocal(element)
        && context.index.assignments(element).stream()
            .noneMatch(
                a ->
                    context.source.start(a) >= context.source.start(right)
                        && context.source.end(a) <= context.source.end(right));
  }
}
