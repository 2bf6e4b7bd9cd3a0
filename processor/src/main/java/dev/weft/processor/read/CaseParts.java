package dev.weft.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a case. Labels other than constants, and guards, have methods of their own only in
 * the tree API of later compilers; as what a scanner comes by, they can be had from any.
 *
 * @param labels between {@code case} and the guard
 * @param guard behind {@code when}
 * @param body behind the arrow or colon
 */
record CaseParts(List<Tree> labels, Optional<ExpressionTree> guard, List<Tree> body) {

  static CaseParts of(CaseTree tree) {
    List<Tree> labels = new ArrayList<>();
    List<Tree> body = new ArrayList<>();
    Optional<ExpressionTree> guard = Optional.empty();
    for (Tree each : children(tree)) {
      if (isLabel(each, tree)) {
        labels.add(each);
      } else if (isBody(each, tree)) {
        body.add(each);
      } else {
        guard = Optional.of((ExpressionTree) each);
      }
    }
    return new CaseParts(labels, guard, body);
  }

  private static boolean isLabel(Tree tree, CaseTree of) {
    return tree.getKind().name().endsWith("CASE_LABEL") || of.getExpressions().contains(tree);
  }

  private static boolean isBody(Tree tree, CaseTree of) {
    return of.getBody() == tree || of.getStatements() != null && of.getStatements().contains(tree);
  }

  private static List<Tree> children(Tree tree) {
    List<Tree> children = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree child, Void nothing) {
            if (child != null) {
              children.add(child);
            }
            return null;
          }
        },
        null);
    return children;
  }

  /** Whether the case takes all that no other case does, null or not. */
  boolean isDefault() {
    return labels.isEmpty()
        || labels.stream().anyMatch(l -> TreeShapes.hasKind(l, "DEFAULT_CASE_LABEL"));
  }

  boolean hasPattern() {
    return labels.stream().anyMatch(l -> TreeShapes.hasKind(l, "PATTERN_CASE_LABEL"));
  }

  boolean hasNull() {
    return labels.stream()
        .anyMatch(l -> constant(l) instanceof LiteralTree literal && literal.getValue() == null);
  }

  /** The expression of a label that is a constant; the label itself if it is none. */
  static Tree constant(Tree label) {
    return TreeShapes.hasKind(label, "CONSTANT_CASE_LABEL") ? children(label).get(0) : label;
  }

  /** The variables of labels that are type patterns and nothing else. */
  List<VariableTree> typePatterns() {
    return labels.stream()
        .filter(l -> TreeShapes.hasKind(l, "PATTERN_CASE_LABEL"))
        .map(l -> children(l).get(0))
        .filter(BindingPatternTree.class::isInstance)
        .map(p -> ((BindingPatternTree) p).getVariable())
        .toList();
  }

  /** The variables that labels and guard declare. */
  List<VariableTree> bindings() {
    List<VariableTree> found = new ArrayList<>();
    labels.forEach(l -> found.addAll(Bindings.in(l)));
    guard.ifPresent(g -> found.addAll(Bindings.in(g)));
    return found;
  }
}
