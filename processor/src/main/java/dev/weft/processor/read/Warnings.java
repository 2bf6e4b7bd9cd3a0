package dev.weft.processor.read;

import com.sun.source.tree.Tree;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of warnings that statements of the user's may raise once more where they are copied to.
 * The user has seen them, or has suppressed them.
 */
final class Warnings {
  private static final Set<Tree.Kind> DIVISIONS =
      EnumSet.of(
          Tree.Kind.DIVIDE,
          Tree.Kind.REMAINDER,
          Tree.Kind.DIVIDE_ASSIGNMENT,
          Tree.Kind.REMAINDER_ASSIGNMENT);

  private static final Set<Tree.Kind> COMPOUND_ASSIGNMENTS =
      EnumSet.of(
          Tree.Kind.PLUS_ASSIGNMENT,
          Tree.Kind.MINUS_ASSIGNMENT,
          Tree.Kind.MULTIPLY_ASSIGNMENT,
          Tree.Kind.DIVIDE_ASSIGNMENT,
          Tree.Kind.REMAINDER_ASSIGNMENT,
          Tree.Kind.AND_ASSIGNMENT,
          Tree.Kind.OR_ASSIGNMENT,
          Tree.Kind.XOR_ASSIGNMENT,
          Tree.Kind.LEFT_SHIFT_ASSIGNMENT,
          Tree.Kind.RIGHT_SHIFT_ASSIGNMENT,
          Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT);

  private static final Set<Tree.Kind> FUNCTIONS =
      EnumSet.of(Tree.Kind.LAMBDA_EXPRESSION, Tree.Kind.MEMBER_REFERENCE);

  private static final Set<Tree.Kind> CLASSES =
      EnumSet.of(
          Tree.Kind.CLASS,
          Tree.Kind.INTERFACE,
          Tree.Kind.ENUM,
          Tree.Kind.RECORD,
          Tree.Kind.ANNOTATION_TYPE);

  private static final List<String> OF_CLASSES =
      List.of(
          "dep-ann",
          "overloads",
          "overrides",
          "serial",
          "strictfp",
          "this-escape",
          "try",
          "varargs");

  private final Set<Tree.Kind> kinds;
  private final Set<String> names = new HashSet<>();

  private Warnings(Set<Tree.Kind> kinds) {
    this.kinds = kinds;
  }

  /**
   * What may be warned of, by the names that {@code @SuppressWarnings} takes.
   *
   * @param kinds of all trees in the method
   * @param text the method
   */
  static Set<String> in(Set<Tree.Kind> kinds, String text) {
    Warnings found = new Warnings(kinds);
    found.ofStatements();
    found.ofClasses();
    found.ofText(text);
    return found.names;
  }

  private void ofStatements() {
    add("divzero", DIVISIONS);
    add("empty", Set.of(Tree.Kind.EMPTY_STATEMENT));
    add("finally", Set.of(Tree.Kind.TRY));
    add("serial", FUNCTIONS);
    add("synchronization", Set.of(Tree.Kind.SYNCHRONIZED));
    add("try", Set.of(Tree.Kind.TRY));
    add("lossy-conversions", COMPOUND_ASSIGNMENTS);
  }

  private void ofClasses() {
    for (String warning : OF_CLASSES) {
      add(warning, CLASSES);
    }
  }

  /** What the trees don't show; escapes may stand for any character. */
  private void ofText(String text) {
    boolean isEscaped = text.contains("\\u");
    if (isEscaped || text.contains("/**")) {
      names.add("dangling-doc-comments");
    }
    if (isEscaped || text.contains("\"\"\"")) {
      names.add("text-blocks");
    }
  }

  private void add(String warning, Set<Tree.Kind> raised) {
    if (!Collections.disjoint(kinds, raised)) {
      names.add(warning);
    }
  }
}
