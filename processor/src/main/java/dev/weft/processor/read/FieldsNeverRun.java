package dev.weft.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Fields of classes in code that never runs, for which javac would crash if it came to them. It
 * does where the class has got another place, and where the condition is no longer a constant
 * because the other branch suspends.
 *
 * <pre>{@code
 * if (false) {
 *   run(new Task() { int n = o instanceof String s ? new Object() { int n = s.length(); }.n : 0; });
 * } else {
 *   pause();
 * }
 * }</pre>
 *
 * <p>javac crashes for a class that captures the variable of a pattern in a field's initializer.
 */
final class FieldsNeverRun {
  private FieldsNeverRun() {}

  /** A value for a field instead of its own, if javac may crash for that. */
  static Optional<Code> value(MethodContext context, TreePath field) {
    VariableTree tree = (VariableTree) field.getLeaf();
    if (!(field.getParentPath().getLeaf() instanceof ClassTree)
        || !mayCrash(tree.getInitializer())
        || !new NeverRun(context.index).isPartOfSkipped(field)) {
      return Optional.empty();
    }
    TypeKind kind = context.type(tree).getKind();
    String none = kind == TypeKind.BOOLEAN ? "false" : kind.isPrimitive() ? "0" : "null";
    return Optional.of(Code.of(none));
  }

  private static boolean mayCrash(@Nullable Tree initializer) {
    return TreeShapes.holds(initializer, BindingPatternTree.class::isInstance)
        && TreeShapes.holds(initializer, ClassTree.class::isInstance);
  }
}
