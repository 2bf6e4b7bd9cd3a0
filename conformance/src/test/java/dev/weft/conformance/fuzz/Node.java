package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A piece of a generated program: text and smaller pieces. It knows just enough to be written, and
 * to be made smaller by somebody who does not know the language.
 */
final class Node {
  /** What may be done to a piece to make the program smaller. */
  enum Sort {
    /** Replaced by an expression of its type. */
    EXPR,
    /** Removed, or replaced by the statements in it. */
    STMT,
    /** Statements, of which each can go. */
    LIST,
    /** Removed, as a whole. */
    OPTION
  }

  final Sort sort;
  final Ty type;

  /** What construct it is; empty if it is nothing special. */
  final String tag;

  /** Strings and nodes. */
  final List<Object> parts;

  private Node(Sort sort, Ty type, String tag, List<Object> parts) {
    this.sort = sort;
    this.type = type;
    this.tag = tag;
    this.parts = parts;
  }

  static Node expr(Ty type, String tag, Object... parts) {
    return new Node(Sort.EXPR, type, tag, new ArrayList<>(List.of(parts)));
  }

  static Node stmt(String tag, Object... parts) {
    return new Node(Sort.STMT, Ty.VOID, tag, new ArrayList<>(List.of(parts)));
  }

  static Node list(List<Node> statements) {
    return new Node(Sort.LIST, Ty.VOID, "", new ArrayList<>(statements));
  }

  static Node option(String tag, Object... parts) {
    return new Node(Sort.OPTION, Ty.VOID, tag, new ArrayList<>(List.of(parts)));
  }

  /** A piece without text. */
  static Node none() {
    return option("");
  }

  /** The same expression in parentheses, if it is made of more than one word. */
  Node operand() {
    return parts.size() == 1 ? this : expr(type, "", "(", this, ")");
  }

  Node copy() {
    List<Object> copies = new ArrayList<>();
    for (Object part : parts) {
      copies.add(part instanceof Node node ? node.copy() : part);
    }
    return new Node(sort, type, tag, copies);
  }

  void write(StringBuilder text) {
    for (Object part : parts) {
      if (sort == Sort.LIST) {
        text.append('\n');
      }
      if (part instanceof Node node) {
        node.write(text);
      } else {
        text.append(part);
      }
    }
    if (sort == Sort.LIST) {
      text.append('\n');
    }
  }

  /** The constructs in it. */
  void tags(Set<String> found) {
    if (!tag.isEmpty()) {
      found.add(tag);
    }
    for (Object part : parts) {
      if (part instanceof Node node) {
        node.tags(found);
      }
    }
  }

  /** How many pieces it has. */
  int size() {
    int size = 1;
    for (Object part : parts) {
      size += part instanceof Node node ? node.size() : 0;
    }
    return size;
  }
}
