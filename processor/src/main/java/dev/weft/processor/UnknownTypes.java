package dev.weft.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.weft.processor.attribution.Attributed;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Looks for types in a body that are not there. javac tells of one where it is named, in another
 * class maybe or in a list of superclasses, and says no more of what comes of it.
 */
final class UnknownTypes extends TreePathScanner<Void, Void> {
  private final Attributed attributed;
  private boolean isFound;

  private UnknownTypes(Attributed attributed) {
    this.attributed = attributed;
  }

  /** Whether a method has to do with such types. */
  static boolean areIn(TreePath method, Attributed attributed) {
    if (attributed.errors().isEmpty()) {
      return false;
    }
    UnknownTypes scanner = new UnknownTypes(attributed);
    scanner.scan(method, null);
    return scanner.isFound;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
    if (tree instanceof ExpressionTree || tree instanceof VariableTree) {
      TypeMirror type = attributed.trees().getTypeMirror(new TreePath(getCurrentPath(), tree));
      isFound |= type != null && !SignatureChecks.isKnown(type);
    }
    return super.scan(tree, null);
  }
}
