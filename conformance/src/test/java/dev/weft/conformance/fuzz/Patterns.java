package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Body.Target;
import dev.weft.conformance.fuzz.Scope.Border;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes record patterns and switches over patterns, at levels of the language that have them. */
final class Patterns {
  static final int LANGUAGE = Integer.getInteger("weft.fuzz.level", Runtime.version().feature());

  static final boolean ARE_KNOWN = LANGUAGE >= 21;
  static final boolean HAVE_UNNAMED = LANGUAGE >= 22;

  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Patterns(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  /** {@code o instanceof Pair(...) && c ? a : b}. */
  Node matched(Ty type, int depth) {
    Node tested = exprs.object(depth);
    Node otherwise = exprs.leaf(type);
    return body.scoped(
        Border.NONE,
        () ->
            Node.expr(
                type,
                "record pattern",
                tested,
                " instanceof " + record(),
                dice.percent(40)
                    ? Node.option("", " && ", exprs.operand(Ty.BOOL, depth))
                    : Node.none(),
                " ? ",
                exprs.cast(type, depth),
                " : ",
                type.isPrimitive() ? "(" + type.java + ") " : "",
                otherwise));
  }

  /** A record pattern, its variables declared. */
  private String record() {
    if (dice.percent(20)) {
      return "Mass(" + component(Ty.DOUBLE) + ", " + component(Ty.CHAR) + ")";
    }
    if (dice.percent(20)) {
      return "Duo" + "(" + right() + ", " + right() + ")";
    }
    if (dice.percent(30)) {
      return "Line(" + shape() + ", " + component(Ty.OBJ) + ")";
    }
    return "Pair(" + component(Ty.INT) + ", " + right() + ")";
  }

  private String shape() {
    if (dice.percent(50)) {
      return "Dot(" + component(Ty.INT) + ")";
    }
    return dice.percent(50)
        ? "Line(" + component(null) + ", " + component(Ty.OBJ) + ")"
        : component(null);
  }

  private String right() {
    return switch (dice.below(4)) {
      case 0 -> variable(Ty.BOX, "Integer ");
      case 1 -> variable(Ty.STR, "String ");
      case 2 -> "Pair(" + component(Ty.INT) + ", " + component(Ty.OBJ) + ")";
      default -> component(Ty.OBJ);
    };
  }

  /** A component of this type; of {@code Shape} if it is null. */
  private String component(Ty type) {
    if (HAVE_UNNAMED && dice.percent(15)) {
      return "_";
    }
    if (type == null) {
      return variable(Ty.VOID, dice.of("Shape ", "var "));
    }
    return variable(type, dice.percent(40) ? "var " : type.java + " ");
  }

  private String variable(Ty type, String written) {
    return written + exprs.binding(type, false).name();
  }

  /** One label of a switch over objects, with its variables declared. */
  private Node label(List<String> kinds) {
    String kind = dice.of(kinds);
    boolean isGuarded = dice.percent(50);
    if (!isGuarded || dice.percent(60)) {
      kinds.remove(kind);
    }
    String pattern =
        switch (kind) {
          case "Integer" -> variable(Ty.BOX, "Integer ");
          case "String" -> variable(Ty.STR, "String ");
          case "Hue" -> variable(Ty.HUE, "Hue ");
          default -> record();
        };
    return isGuarded
        ? Node.expr(Ty.VOID, "guard", "case " + pattern + " when ", guard())
        : Node.expr(Ty.VOID, "", "case " + pattern);
  }

  private static List<String> kinds() {
    return new ArrayList<>(List.of("Integer", "String", "Hue", "record"));
  }

  /** A condition that sees only what never changes, and is no constant. */
  private Node guard() {
    boolean was = body.inGuard;
    body.inGuard = true;
    try {
      return body.scoped(
          Border.LAMBDA,
          () -> Node.expr(Ty.BOOL, "", "Lib.tapBool(\"when\", ", exprs.of(Ty.BOOL, 2), ")"));
    } finally {
      body.inGuard = was;
    }
  }

  Node expression(Ty type, int depth) {
    if (dice.percent(25)) {
      return exhaustive(type, depth);
    }
    Node selector = exprs.object(depth);
    return body.apart(
        () -> {
          List<Node> rules = new ArrayList<>();
          List<String> kinds = kinds();
          int count = 1 + dice.below(3);
          for (int i = 0; i < count; i++) {
            rules.add(rule(kinds, type, depth));
          }
          String last = dice.percent(40) ? "case null, default -> " : "default -> ";
          rules.add(Node.option("", last, exprs.cast(type, depth), ";"));
          return switched(type, selector, rules);
        });
  }

  private static Node switched(Ty type, Node selector, List<Node> rules) {
    return Node.expr(type, "pattern switch", "switch (", selector, ") {", Node.list(rules), "}");
  }

  /** A switch over a sealed type, or one that mixes constants and patterns. */
  private Node exhaustive(Ty type, int depth) {
    int kind = dice.below(3);
    Node selector =
        switch (kind) {
          case 0 -> exprs.of(Ty.HUE, depth);
          case 1 -> exprs.of(Ty.STR, depth);
          default -> Node.expr(Ty.OBJ, "", "Lib.shape(", exprs.of(Ty.INT, depth), ")");
        };
    return body.apart(
        () -> {
          List<Node> rules = new ArrayList<>();
          if (dice.percent(50)) {
            rules.add(result(() -> "case null", type, depth));
          }
          if (kind == 0) {
            rules.add(result(() -> dice.of("case RED", "case Hue.GREEN"), type, depth));
            rules.add(guarded("Hue ", Ty.HUE, type, depth));
            rules.add(result(() -> "case " + variable(Ty.HUE, "Hue "), type, depth));
          } else if (kind == 1) {
            rules.add(result(() -> "case \"a\", \"b\"", type, depth));
            rules.add(guarded("String ", Ty.STR, type, depth));
            rules.add(result(() -> "case " + variable(Ty.STR, "String "), type, depth));
          } else {
            rules.add(guarded("Line ", Ty.VOID, type, depth));
            rules.add(result(() -> "case Dot(" + component(Ty.INT) + ")", type, depth));
            rules.add(result(this::line, type, depth));
          }
          return switched(type, selector, rules);
        });
  }

  private String line() {
    return "case Line(" + component(null) + ", " + component(Ty.OBJ) + ")";
  }

  private Node guarded(String written, Ty bound, Ty type, int depth) {
    return body.scoped(
        Border.NONE,
        () ->
            Node.option(
                "",
                Node.expr(Ty.VOID, "guard", "case " + variable(bound, written) + " when ", guard()),
                " -> ",
                value(type, depth)));
  }

  /** A rule whose label declares what its value may use. */
  private Node result(Supplier<String> label, Ty type, int depth) {
    return body.scoped(Border.NONE, () -> Node.stmt("", label.get() + " -> ", value(type, depth)));
  }

  private Node value(Ty type, int depth) {
    if (dice.percent(70)) {
      return Node.stmt("", exprs.cast(type, depth), ";");
    }
    return body.scoped(
        Border.NONE,
        () ->
            Node.stmt(
                "",
                "{",
                body.stmts.some(2, Math.min(depth, 1)),
                body.completes
                    ? Node.stmt("yield statement", "yield ", exprs.cast(type, depth), ";\n")
                    : Node.none(),
                "}"));
  }

  private Node rule(List<String> kinds, Ty type, int depth) {
    return body.scoped(
        Border.NONE, () -> Node.option("", label(kinds), " -> ", value(type, depth)));
  }

  Node statement(int depth) {
    Node selector = exprs.object(2);
    Target target = new Target("", false, true);
    boolean isOld = dice.percent(40);
    boolean[] completes = {false};
    Node groups =
        body.inside(
            target,
            () -> {
              List<Node> made = new ArrayList<>();
              List<String> kinds = kinds();
              if (dice.percent(30)) {
                made.add(group(Node.expr(Ty.VOID, "", "case null"), isOld, depth, completes));
              }
              int count = 1 + dice.below(3);
              for (int i = 0; i < count; i++) {
                made.add(
                    body.scoped(Border.NONE, () -> group(label(kinds), isOld, depth, completes)));
              }
              made.add(group(Node.expr(Ty.VOID, "", "default"), isOld, depth, completes));
              return Node.list(made);
            });
    body.completes = completes[0] || target.isBroken;
    return Node.stmt("pattern switch", "switch (", selector, ") {", groups, "}");
  }

  private Node group(Node label, boolean isOld, int depth, boolean[] completes) {
    Node block = body.stmts.block(depth);
    completes[0] |= body.completes;
    return isOld
        ? Node.option("", label, ": ", block, body.completes ? " break;" : "")
        : Node.option("", label, " -> ", block);
  }
}
