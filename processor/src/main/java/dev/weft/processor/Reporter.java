package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.weft.processor.read.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints problems at the user's own trees. The one place that talks to the user. */
final class Reporter {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final Map<Element, TreePath> paths = new HashMap<>();
  private boolean hasReported;

  Reporter(ProcessingEnvironment environment, Trees trees) {
    this.environment = environment;
    this.trees = trees;
  }

  /** Notes where a class is declared that can't be found in later rounds. */
  void note(Element type, TreePath path) {
    paths.put(type, path);
  }

  /** Whether there has been an error. */
  boolean hasReported() {
    return hasReported;
  }

  /** An error at a declaration. */
  void error(Problem problem, Element at, Object... details) {
    hasReported = true;
    environment
        .getMessager()
        .printMessage(Diagnostic.Kind.ERROR, problem.text(List.of(details)), at);
  }

  /** An error at a declaration, if it can be found. */
  void error(Problem problem, Optional<? extends Element> at, Object... details) {
    hasReported = true;
    String text = problem.text(List.of(details));
    at.ifPresentOrElse(
        e -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, text, e),
        () -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, text));
  }

  /** An error at a tree of the user's. */
  void error(Problem problem, TreePath at, Object... details) {
    hasReported = true;
    trees.printMessage(
        Diagnostic.Kind.ERROR,
        problem.text(List.of(details)),
        at.getLeaf(),
        at.getCompilationUnit());
  }

  /**
   * An error at a tree of the isolated compiler.
   *
   * @param start where the tree begins in its file
   * @param type a type of the file, in the user's compilation
   */
  void error(Refusal.Item item, long start, Element type) {
    error(item.problem().text(item.details()), item.tree(), start, type);
  }

  /**
   * An error in javac's words at a tree of the isolated compiler.
   *
   * @param start where the tree begins in its file
   * @param type a type of the file, in the user's compilation
   */
  void error(String text, Tree wanted, long start, Element type) {
    hasReported = true;
    TreePath path = Objects.requireNonNull(paths.getOrDefault(type, trees.getPath(type)));
    CompilationUnitTree unit = path.getCompilationUnit();
    Tree tree = Optional.ofNullable(find(unit, wanted, start)).orElse(path.getLeaf());
    trees.printMessage(Diagnostic.Kind.ERROR, text, place(tree), unit);
  }

  /** A call is shown at its name, where javac shows it, and not at its parenthesis. */
  private static Tree place(Tree tree) {
    return tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
  }

  /** The user's tree that stands where another compiler has read one of the same kind. */
  private @Nullable Tree find(CompilationUnitTree unit, Tree wanted, long start) {
    Tree[] found = new Tree[1];
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
        if (tree != null
            && tree.getKind() == wanted.getKind()
            && trees.getSourcePositions().getStartPosition(unit, tree) == start
            && (found[0] == null || tree.toString().equals(wanted.toString()))) {
          found[0] = tree;
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return found[0];
  }
}
