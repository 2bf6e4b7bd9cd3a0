package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import java.util.List;

/**
 * A jump in text.
 *
 * @param statements one or more; the last one jumps
 * @param declares whether the first of several declares a variable
 */
record Jump(List<Code> statements, boolean declares, Exit exit) {

  /** One statement, or several in braces. */
  Code code(int indent) {
    if (statements.size() == 1) {
      return statements.get(0);
    }
    String end = lineEnd(indent);
    Code lines = Code.list(end, statements);
    return Code.join(Code.join("{" + end, lines).indented(2), end + "}");
  }

  /** The text in place of a jump of the user's, in braces only where it needs them. */
  Code code(int indent, Tree parent) {
    return parent instanceof BlockTree || TreeShapes.isOldGroup(parent) && !declares
        ? Code.list(lineEnd(indent), statements)
        : code(indent);
  }

  private static String lineEnd(int indent) {
    return "\n" + " ".repeat(indent);
  }
}
