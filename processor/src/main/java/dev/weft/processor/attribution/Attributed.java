package dev.weft.processor.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compilation units with the type of every expression and the symbol of every name.
 *
 * @param errors what does not compile in them, in the words of the compiler
 * @param lombokUses where Lombok changes what is to be transformed
 * @param sources the qualified names of all types whose sources the user's compiler was given
 */
public record Attributed(
    List<CompilationUnitTree> units,
    Trees trees,
    Elements elements,
    Types types,
    List<Diagnostic<? extends JavaFileObject>> errors,
    List<LombokUse> lombokUses,
    Set<String> sources) {

  /** The errors that lie in a stretch of a unit. */
  public List<Diagnostic<? extends JavaFileObject>> errorsIn(
      CompilationUnitTree unit, long start, long end) {
    if (errors.isEmpty()) {
      return List.of();
    }
    String file = unit.getSourceFile().toUri().toString();
    return errors.stream()
        .filter(e -> e.getSource() != null && e.getSource().toUri().toString().equals(file))
        .filter(e -> e.getPosition() >= start && e.getPosition() <= end)
        .toList();
  }
}
