package dev.weft.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the named variables that patterns in a piece of code declare. Those of the blocks in it are
 * left to the blocks, those of case labels and guards to their cases.
 */
final class Bindings extends OwnCodeScanner {
  private final List<VariableTree> found = new ArrayList<>();

  private Bindings() {}

  static List<VariableTree> in(Tree code) {
    Bindings bindings = new Bindings();
    if (!(code instanceof BlockTree)) {
      bindings.scan(code, null);
    }
    return bindings.found;
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, Void nothing) {
    if (!TreeShapes.isUnnamed(tree.getVariable())) {
      found.add(tree.getVariable());
    }
    return super.visitBindingPattern(tree, null);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Void nothing) {
    return null;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, Void nothing) {
    return scan(CaseParts.of(tree).body(), null);
  }
}
