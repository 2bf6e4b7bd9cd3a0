package dev.weft.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Shows a unit as if its private types were visible in their package. */
public final class PrivateTypes {
  private static final String PRIVATE = "private";

  private PrivateTypes() {}

  /** The text of a unit without the modifier {@code private} on types, all else in its place. */
  public static String opened(CompilationUnitTree unit, Trees trees) {
    SourceText source = new SourceText(unit, unit, trees);
    StringBuilder text = new StringBuilder(source.all());
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, Void nothing) {
        if (tree.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
          int start = source.start(tree.getModifiers());
          int end = source.end(tree.getModifiers());
          int at = source.findWord(PRIVATE, start, end);
          if (source.reads(PRIVATE, at, at + PRIVATE.length())) {
            text.replace(at, at + PRIVATE.length(), " ".repeat(PRIVATE.length()));
          }
        }
        return super.visitClass(tree, null);
      }
    }.scan(unit, null);
    return text.toString();
  }
}
