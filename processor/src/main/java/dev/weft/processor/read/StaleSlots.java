package dev.weft.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds switches that javac may make bytecode of that does not verify.
 *
 * <p>The variable of a pattern may be in scope behind its statement. If that is the last one of a
 * block, javac takes the variable's slot for assigned from then on. So it does with a variable that
 * is declared in an old group of a switch, and is given this slot, in the groups behind that one.
 * Which variables share a slot is not the same in a stepper and in the original; so such switches
 * are taken apart, and their variables declared at the top.
 *
 * <pre>{@code
 * {
 *   if (!(o instanceof String s)) return;
 * }
 * switch (n) { case 1: int i = 0; case 2: pause(); }
 * }</pre>
 *
 * <p>Before 21, javac also takes the slot for assigned that an expression's value had while it was
 * tested, in a branch of {@code if (!(value() instanceof String s))} and what runs on the way out.
 */
final class StaleSlots extends OwnCodeScanner {
  private static final boolean VALUES_STAY = Runtime.version().feature() < 21;

  private final BodyIndex index;
  private final Completion completion;
  private boolean isStale;

  private StaleSlots(MethodContext context) {
    index = context.index;
    completion = new Completion(context);
  }

  /** Has the switches of a method taken apart that need it. */
  static void avoid(MethodContext context, MethodTree method) {
    new StaleSlots(context).scan(method.getBody(), null);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Void nothing) {
    super.visitBlock(tree, null);
    List<? extends StatementTree> statements = tree.getStatements();
    isStale |= !statements.isEmpty() && bindsBehind(statements.get(statements.size() - 1));
    return null;
  }

  /** Whether variables of patterns in a statement are in scope behind it. */
  private boolean bindsBehind(StatementTree tree) {
    if (tree instanceof LabeledStatementTree labeled) {
      return bindsBehind(labeled.getStatement());
    }
    if (tree instanceof IfTree choice) {
      StatementTree otherwise = choice.getElseStatement();
      boolean goesOn = otherwise == null || completion.completes(otherwise);
      return completion.completes(choice.getThenStatement()) != goesOn
          && binds(choice.getCondition());
    }
    return tree instanceof WhileLoopTree loop && binds(loop.getCondition())
        || tree instanceof ForLoopTree turns && binds(turns.getCondition());
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
    isStale |= VALUES_STAY && tree.getPattern() != null && !isVariable(tree.getExpression());
    return super.visitInstanceOf(tree, null);
  }

  /** Whether an expression is a local variable, whose value has its slot already. */
  private boolean isVariable(ExpressionTree tree) {
    return TreeShapes.bare(tree) instanceof IdentifierTree name
        && index.element(name) instanceof VariableElement variable
        && !variable.getKind().isField();
  }

  private static boolean binds(@Nullable ExpressionTree condition) {
    boolean[] found = {false};
    new OwnCodeScanner() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, Void nothing) {
        found[0] = true;
        return null;
      }
    }.scan(condition, null);
    return found[0];
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Void nothing) {
    groups(tree.getCases());
    return super.visitSwitch(tree, null);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
    groups(tree.getCases());
    return super.visitSwitchExpression(tree, null);
  }

  private void groups(List<? extends CaseTree> cases) {
    if (isStale && declaresForOthers(cases)) {
      CaseTree way =
          cases.stream().filter(c -> !CaseParts.of(c).isDefault()).findFirst().orElseThrow();
      TreePath path = index.path(way);
      if (!TreeShapes.isSynchronized(path) && !new NeverRun(index).isPartOfSkipped(path)) {
        index.takeApart(way);
      }
    }
  }

  private static boolean declaresForOthers(List<? extends CaseTree> cases) {
    return !cases.isEmpty()
        && !TreeShapes.isArrow(cases.get(0))
        && cases.subList(0, cases.size() - 1).stream()
            .flatMap(c -> c.getStatements().stream())
            .anyMatch(VariableTree.class::isInstance);
  }
}
