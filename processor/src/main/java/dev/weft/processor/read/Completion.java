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
      boolean reachesCondition = completes(loop.getStatement()) || continues(loop.getStatement());
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
  private static boolean isLeft(Tree body, @Nullable Name label) {
    Breaks breaks = new Breaks(label);
    if (body instanceof SwitchTree choice) {
      breaks.scan(choice.getCases(), null);
    } else {
      breaks.scan(body, null);
    }
    return breaks.found;
  }

  private static boolean continues(StatementTree body) {
    Continues continues = new Continues();
    continues.scan(body, null);
    return continues.found;
  }

  private static final class Breaks extends OwnCodeScanner {
    private final @Nullable Name label;
    private int nested;
    private boolean found;

    Breaks(@Nullable Name label) {
      this.label = label;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, Void nothing) {
      found |=
          label == null ? tree.getLabel() == null && nested == 0 : label.equals(tree.getLabel());
      return null;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
      boolean catches = tree != null && (TreeShapes.isLoop(tree) || tree instanceof SwitchTree);
      nested += catches ? 1 : 0;
      super.scan(tree, null);
      nested -= catches ? 1 : 0;
      return null;
    }
  }

  private static final class Continues extends OwnCodeScanner {
    private boolean found;

    /** A labelled one may lead to an outer loop; taking it for ours errs on the reachable side. */
    @Override
    public @Nullable Void visitContinue(ContinueTree tree, Void nothing) {
      found = true;
      return null;
    }
  }
}
