package dev.weft.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of a compilation unit and where its trees stand in it. */
final class SourceText {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String text;
  private final Set<Integer> declarators;

  /** Where creations begin that javac has parted from what they begin with, and where that is. */
  private final Map<Integer, Integer> parted = new HashMap<>();

  /**
   * @param part of the unit, in which variables are asked for
   */
  SourceText(CompilationUnitTree unit, Tree part, Trees trees) {
    this.unit = unit;
    this.positions = trees.getSourcePositions();
    try {
      this.text = unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    notePartedCreations(part);
    this.declarators = sharedStarts(part);
  }

  private void notePartedCreations(Tree part) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        Creation creation = Creation.of(tree, SourceText.this);
        if (creation.isMoved()) {
          creation.outer().ifPresent(outer -> parted.put(rawStart(tree), rawStart(outer)));
        }
        return super.visitNewClass(tree, null);
      }
    }.scan(part, null);
  }

  int start(Tree tree) {
    int start = rawStart(tree);
    while (parted.containsKey(start)) {
      start = parted.getOrDefault(start, start);
    }
    return start;
  }

  /** Where a tree begins in javac's eyes. */
  int rawStart(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    return tree instanceof ExpressionTree ? withoutSemicolon(end) : end;
  }

  /** Where a resource ends: javac counts the semicolon behind one as part of it. */
  int resourceEnd(Tree resource) {
    return withoutSemicolon(end(resource));
  }

  private int withoutSemicolon(int end) {
    return end > 0 && text.charAt(end - 1) == ';' ? end - 1 : end;
  }

  /** Whether the tree was written by the user and not made up by the compiler. */
  boolean isWritten(Tree tree) {
    return start(tree) >= 0 && end(tree) > start(tree);
  }

  int line(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(Math.max(0, start(tree)));
  }

  /** The line of a method's name, behind its annotations and modifiers. */
  int nameLine(MethodTree method) {
    int from =
        method.getModifiers() == null
            ? start(method)
            : Math.max(start(method), end(method.getModifiers()));
    int end = method.getReturnType() == null ? from : Math.max(from, end(method.getReturnType()));
    return (int) unit.getLineMap().getLineNumber(Math.max(0, end));
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  String of(Tree tree) {
    return slice(start(tree), end(tree));
  }

  /** Whether the name stands at this place, be it with unicode escapes. */
  boolean reads(String name, int from, int to) {
    return from >= 0 && to <= text.length() && from < to && unescape(slice(from, to)).equals(name);
  }

  /** Whether the text ends with the name, be it with unicode escapes. */
  boolean endsWith(String name, int from, int to) {
    return from >= 0
        && to <= text.length()
        && from < to
        && unescape(slice(from, to)).endsWith(name);
  }

  /** The tree's text on one line, shortened where it is long. */
  String summary(Tree tree) {
    String line = of(tree).replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }

  /** The number of the line of a position. */
  int lineAt(int position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  /** Where the line ends that a position is in, without its line break, or the given end. */
  int lineEnd(int from, int to) {
    int end = text.indexOf('\n', from);
    if (end < 0 || end >= to) {
      return to;
    }
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Where the line begins that follows the end of another. */
  int nextLine(int end) {
    return text.charAt(end) == '\r' ? end + 2 : end + 1;
  }

  /** The position past at most so many blanks. */
  int skipBlanks(int from, int most) {
    int i = from;
    while (i < text.length()
        && i < from + most
        && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** By how much a tree's line is indented against that of the text it is part of. */
  int indent(Tree tree, Tree whole) {
    return Math.max(0, indent(start(tree)) - indent(start(whole)));
  }

  /** How far the line is indented in which a position stands. */
  int indent(int position) {
    int line = text.lastIndexOf('\n', position - 1) + 1;
    int i = line;
    while (i < position && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i - line;
  }

  /** The first position of a character at or after another, past comments and blanks. */
  int find(char wanted, int from) {
    int i = from;
    while (i < text.length()) {
      int next = skipComment(i);
      if (next > i) {
        i = next;
      } else if (text.charAt(i) == wanted) {
        return i;
      } else {
        i++;
      }
    }
    return -1;
  }

  /** Where a word stands outside of comments; the place where the search began if nowhere. */
  int findWord(String word, int from, int to) {
    for (int i = find(word.charAt(0), from); i >= 0 && i < to; i = find(word.charAt(0), i + 1)) {
      if (text.startsWith(word, i)) {
        return i;
      }
    }
    return from;
  }

  String all() {
    return text;
  }

  private int skipComment(int i) {
    if (text.startsWith("//", i)) {
      int end = text.indexOf('\n', i);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", i)) {
      int end = text.indexOf("*/", i + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return i;
  }

  /** The lines of the comments between two positions that hold nothing else but tokens. */
  List<String> comments(int from, int to) {
    List<String> lines = new ArrayList<>();
    int i = from;
    while (i < to) {
      int next = skipComment(i);
      if (next > i) {
        int column = i - (text.lastIndexOf('\n', i - 1) + 1);
        slice(i, Math.min(next, to)).lines().map(l -> moved(l, column)).forEach(lines::add);
        i = next;
      } else {
        i++;
      }
    }
    return lines;
  }

  /** A line of a comment, without the blanks that stand below what is left of its beginning. */
  private static String moved(String line, int column) {
    int start = 0;
    while (start < Math.min(column, line.length()) && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    return line.substring(start).stripTrailing();
  }

  /** Where the comment ends that stands behind a position on the same line, or the position. */
  int trailingComment(int position) {
    int i = position;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    int end = skipComment(i);
    return end > i && slice(i, end).indexOf('\n') < 0 ? end : position;
  }

  /** Whether a variable is declared by a statement of its own, which its tree spans. */
  boolean isWholeDeclaration(Tree variable) {
    return text.charAt(end(variable) - 1) == ';' && !declarators.contains(start(variable));
  }

  /** Finds the declarations of several variables at once, which share their start. */
  private Set<Integer> sharedStarts(Tree part) {
    Set<Integer> seen = new HashSet<>();
    Set<Integer> shared = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        if (start(tree) >= 0 && !seen.add(start(tree))) {
          shared.add(start(tree));
        }
        return super.visitVariable(tree, null);
      }
    }.scan(part, null);
    return shared;
  }

  private static String unescape(String raw) {
    if (!raw.contains("\\u")) {
      return raw;
    }
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < raw.length()) {
      if (raw.startsWith("\\u", i)) {
        int digits = i + 1;
        while (raw.charAt(digits) == 'u') {
          digits++;
        }
        plain.append((char) Integer.parseInt(raw.substring(digits, digits + 4), 16));
        i = digits + 4;
      } else {
        plain.append(raw.charAt(i++));
      }
    }
    return plain.toString();
  }
}
