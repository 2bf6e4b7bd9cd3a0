package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * Decides which variables of the method must be declared at the top of {@code step}: those in whose
 * scope, after their declaration, a suspension lies. All others stay where the user wrote them.
 */
final class Variables {
  /** Characters of source text behind a variable from which on it is declared at the top, too. */
  private static final int LONG = 5_000;

  private final BodyIndex index;
  private final SourceText source;
  private final Map<Element, VariableTree> hoisted = new LinkedHashMap<>();
  private final Map<Element, VariableTree> constants = new LinkedHashMap<>();

  Variables(MethodTree method, BodyIndex index, SourceText source) {
    this.index = index;
    this.source = source;
    new Scopes().scan(method.getBody(), null);
  }

  /** Variables to hoist, with their declarations, in source order. */
  Map<Element, VariableTree> hoisted() {
    return hoisted;
  }

  /** Hoisted variables that are constants of the language. */
  Map<Element, VariableTree> constants() {
    return constants;
  }

  private void hoist(VariableTree tree) {
    Element element = index.element(tree);
    if (element instanceof VariableElement variable && variable.getConstantValue() != null) {
      constants.put(element, tree);
    } else if (element != null) {
      hoisted.put(element, tree);
    }
  }

  private void hoistAll(List<? extends Tree> trees) {
    for (Tree each : trees) {
      if (each instanceof VariableTree variable) {
        hoist(variable);
      }
    }
  }

  private final class Scopes extends OwnCodeScanner {
    @Override
    public Void visitBlock(BlockTree tree, Void nothing) {
      list(tree.getStatements(), isCutUp(tree));
      return super.visitBlock(tree, null);
    }

    @Override
    public Void visitCase(CaseTree tree, Void nothing) {
      List<? extends StatementTree> statements = tree.getStatements();
      if (statements != null) {
        list(statements, isCutUp(tree));
      }
      return super.visitCase(tree, null);
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      cases(tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      cases(tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private void cases(List<? extends CaseTree> cases) {
      if (index.anySuspends(cases)) {
        cases.forEach(this::ofCase);
      }
    }

    private void ofCase(CaseTree tree) {
      CaseParts parts = CaseParts.of(tree);
      ofLabels(parts);
      if (TreeShapes.isArrow(tree)) {
        parts.body().stream()
            .filter(index::suspends)
            .forEach(body -> Bindings.in(body).forEach(Variables.this::hoist));
      } else {
        // Groups share one scope, which the stepper's own blocks would cut into pieces.
        hoistAll(parts.body());
      }
    }

    /** The branch is entered apart from its labels, and so is a guard that suspends. */
    private void ofLabels(CaseParts parts) {
      int end = parts.body().isEmpty() ? Integer.MAX_VALUE : source.start(parts.body().get(0));
      int apart = parts.guard().filter(index::suspends).map(source::start).orElse(end);
      for (VariableTree binding : parts.bindings()) {
        if (isUsedFrom(apart, binding)) {
          hoist(binding);
        }
      }
    }

    /** Whether statements are taken one by one, and not as they stand in something around them. */
    private boolean isCutUp(Tree list) {
      Tree around = index.parent(list).orElseThrow();
      if (around instanceof MethodTree) {
        return true;
      }
      boolean isPart =
          around instanceof CatchTree
              || around instanceof CaseTree branch && TreeShapes.isArrow(branch);
      boolean isAlone =
          around instanceof BlockTree
              || around instanceof CaseTree
              || around instanceof SynchronizedTree
              || around instanceof EnhancedForLoopTree;
      Tree whole = isPart ? index.parent(around).orElseThrow() : isAlone ? list : around;
      return index.suspends(whole);
    }

    private void list(List<? extends StatementTree> statements, boolean isCutUp) {
      for (int i = 0; i < statements.size(); i++) {
        StatementTree each = statements.get(i);
        boolean later = index.anySuspends(statements.subList(i + 1, statements.size()));
        if (each instanceof VariableTree variable && (later || isCutUp && isLong(statements, i))) {
          hoist(variable);
        }
        for (VariableTree binding : Bindings.in(each)) {
          if (index.suspends(each) || later && isUsedFrom(source.end(each), binding)) {
            hoist(binding);
          }
        }
      }
    }

    /** Whether so much follows that it may have to be parted. */
    private boolean isLong(List<? extends StatementTree> statements, int i) {
      return source.end(statements.get(statements.size() - 1)) - source.end(statements.get(i))
          > LONG;
    }

    private boolean isUsedFrom(int position, VariableTree binding) {
      Element element = index.element(binding);
      return element != null
          && index.mentions(element).stream().anyMatch(m -> source.start(m) >= position);
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void nothing) {
      if (index.suspends(tree)) {
        hoistAll(tree.getInitializer());
      }
      return super.visitForLoop(tree, null);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
      if (index.suspends(tree.getStatement())) {
        hoist(tree.getVariable());
      }
      return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
      if (index.anySuspends(tree.getResources())
          || !tree.getResources().isEmpty() && index.suspends(tree.getBlock())) {
        hoistAll(tree.getResources());
      }
      return super.visitTry(tree, null);
    }

    @Override
    public Void visitCatch(CatchTree tree, Void nothing) {
      if (index.suspends(tree.getBlock())) {
        hoist(tree.getParameter());
      }
      return super.visitCatch(tree, null);
    }
  }

  /** Names of hoisted variables that other, unhoisted ones bear too. */
  Set<String> sharedNames() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    hoisted.values().forEach(v -> counts.merge(v.getName().toString(), 1, Integer::sum));
    constants.values().forEach(v -> counts.merge(v.getName().toString(), 1, Integer::sum));
    Set<String> shared = new LinkedHashSet<>();
    counts.forEach(
        (name, count) -> {
          if (index.declarations(name) > count) {
            shared.add(name);
          }
        });
    return shared;
  }
}
