package dev.weft.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.weft.processor.attribution.Attributed;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Errors that the isolated compiler has found, in the user's compilation. */
final class JavacErrors {
  private final Attributed attributed;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  JavacErrors(Attributed attributed, CompilationUnitTree unit) {
    this.attributed = attributed;
    this.unit = unit;
    this.positions = attributed.trees().getSourcePositions();
  }

  /**
   * The outermost tree that an error covers, if that lies in code. Declarations are looked at
   * before processors run, so that javac has their errors already.
   */
  Optional<Tree> inCode(Diagnostic<?> error) {
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
        boolean isThere =
            tree != null
                && found[0] == null
                && positions.getStartPosition(unit, tree) == error.getStartPosition()
                && positions.getEndPosition(unit, tree) == error.getEndPosition();
        if (isThere) {
          found[0] = attributed.trees().getPath(unit, tree);
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return Optional.ofNullable(found[0]).filter(this::isCode).map(TreePath::getLeaf);
  }

  private boolean isCode(TreePath path) {
    for (Tree each : path) {
      boolean isInitialized =
          each instanceof VariableTree variable
              && variable.getInitializer() != null
              && positions.getStartPosition(unit, variable.getInitializer())
                  <= positions.getStartPosition(unit, path.getLeaf());
      if (isInitialized || each instanceof BlockTree) {
        return true;
      }
    }
    return false;
  }

  /** What javac says, as it is to be given to it. It indents all lines but the first. */
  static String text(Diagnostic<?> error) {
    return error.getMessage(null).replace("\n  ", "\n");
  }
}
