package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally, by the rules of chapter 14.22 of the language. */
final class Completion {
  private final MethodContext context;
  private final Constants constants;

  Completion(MethodContext context) {
    this.context = context;
    this.constants = new Constants(context.index);
  }

  boolean completes(StatementTree tree) {
    if (tree instanceof ReturnTree
        || tree instanceof ThrowTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree) {
      return false;
    }
    if (tree instanceof BlockTree block) {
      return all(block.getStatements());
    }
    if (tree instanceof IfTree choice) {
      return choice.getElseStatement() == null
          || completes(choice.getThenStatement())
          || completes(choice.getElseStatement());
    }
    if (tree instanceof LabeledStatementTree labeled) {
      return completes(labeled.getStatement())
          || isLeft(labeled.getStatement(), labeled.getLabel());
    }
    if (tree instanceof SynchronizedTree guarded) {
      return completes(guarded.getBlock());
    }
    return compound(tree);
  }

  private boolean compound(StatementTree tree) {
    if (tree instanceof WhileLoopTree loop) {
      return !constants.isTrue(loop.getCondition()) || isLeft(loop.getStatement(), null);
    }
    if (tree instanceof ForLoopTree loop) {
      return !constants.isTrue(loop.getCondition()) || isLeft(loop.getStatement(), null);
    }
    if (tree instanceof DoWhileLoopTree loop) {
      boolean reachesCondition =
          completes(loop.getStatement()) || isContinued(loop, loop.getStatement());
      return reachesCondition && !constants.isTrue(loop.getCondition())
          || isLeft(loop.getStatement(), null);
    }
    if (tree instanceof TryTree attempt) {
      return attempt(attempt);
    }
    return !(tree instanceof SwitchTree choice) || choice(choice);
  }

  private boolean all(List<? extends StatementTree> list) {
    return list.stream().allMatch(this::completes);
  }

  private boolean attempt(TryTree tree) {
    return completesBeforeFinally(tree)
        && (tree.getFinallyBlock() == null || completes(tree.getFinallyBlock()));
  }

  /** Whether a try without its finally can complete normally. */
  boolean completesBeforeFinally(TryTree tree) {
    return completes(tree.getBlock())
        || tree.getCatches().stream().map(CatchTree::getBlock).anyMatch(this::completes);
  }

  private boolean choice(SwitchTree tree) {
    if (!isTotal(tree) || tree.getCases().isEmpty() || isLeft(tree, null)) {
      return true;
    }
    CaseTree last = tree.getCases().get(tree.getCases().size() - 1);
    return TreeShapes.isArrow(last)
        ? tree.getCases().stream().anyMatch(this::completesArrow)
        : all(last.getStatements());
  }

  private boolean completesArrow(CaseTree tree) {
    return !(tree.getBody() instanceof StatementTree body) || completes(body);
  }

  private boolean isTotal(SwitchTree tree) {
    return tree.getCases().stream().anyMatch(c -> CaseParts.of(c).isDefault())
        || SwitchForms.isEnhanced(tree.getCases(), context.type(tree.getExpression()));
  }

  /** Whether a break leads out of the loop or switch whose body this is, or to the label. */
  private boolean isLeft(Tree body, @Nullable Name label) {
    Leaving breaks = new Leaving(BreakTree.class, label, label == null);
    if (body instanceof SwitchTree choice) {
      breaks.scan(choice.getCases(), null);
    } else {
      breaks.scan(body, null);
    }
    return breaks.found;
  }

  /** Whether a continue leads to the end of the loop's body. */
  boolean isContinued(StatementTree loop, StatementTree body) {
    Tree parent = context.index.parent(loop).orElse(null);
    Name label = parent instanceof LabeledStatementTree labeled ? labeled.getLabel() : null;
    Leaving continues = new Leaving(ContinueTree.class, label, true);
    continues.scan(body, null);
    return continues.found;
  }

  /** Looks for jumps to one target that no finally puts an end to. */
  private final class Leaving extends OwnCodeScanner {
    private final Class<? extends StatementTree> kind;
    private final @Nullable Name label;
    private final boolean findsPlain;
    private int nested;
    private boolean found;

    Leaving(Class<? extends StatementTree> kind, @Nullable Name label, boolean findsPlain) {
      this.kind = kind;
      this.label = label;
      this.findsPlain = findsPlain;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, Void nothing) {
      jump(tree, tree.getLabel());
      return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, Void nothing) {
      jump(tree, tree.getLabel());
      return null;
    }

    private void jump(StatementTree tree, @Nullable Name to) {
      boolean leads = to == null ? findsPlain && nested == 0 : to.equals(label);
      found |= kind.isInstance(tree) && leads;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, Void nothing) {
      BlockTree last = tree.getFinallyBlock();
      return last == null || completes(last) ? super.visitTry(tree, null) : scan(last, null);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
      boolean isTarget =
          tree != null
              && (TreeShapes.isLoop(tree) || kind == BreakTree.class && tree instanceof SwitchTree);
      nested += isTarget ? 1 : 0;
      super.scan(tree, null);
      nested -= isTarget ? 1 : 0;
      return null;
    }
  }
}
