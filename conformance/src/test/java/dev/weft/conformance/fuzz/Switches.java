package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Body.Target;
import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes switch statements and expressions. */
final class Switches {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Switches(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  private record Selector(Node value, List<String> labels) {}

  private Selector selector(int depth) {
    return switch (dice.below(6)) {
      case 0 ->
          new Selector(
              exprs.of(Ty.STR, depth), List.of("\"\"", "\"a\"", "\"b\"", "\"x y\"", "\"alpha\""));
      case 1 -> new Selector(exprs.of(Ty.HUE, depth), List.of("RED", "GREEN", "BLUE"));
      case 2 -> new Selector(exprs.cast(Ty.CHAR, depth), List.of("'a'", "'b'", "'c'", "'d'"));
      case 3 -> new Selector(exprs.of(Ty.BOX, depth), List.of("0", "1", "2", "-1", "3"));
      default ->
          new Selector(
              Node.expr(Ty.INT, "", exprs.operand(Ty.INT, depth), " & 3"),
              named("0", "1", "2", "3"));
    };
  }

  /** Some of the labels by the names of constant variables that have their values. */
  private List<String> named(String... labels) {
    List<String> found = new ArrayList<>();
    for (String label : labels) {
      String name = label;
      for (Var var : body.scope.visible()) {
        boolean isSame = var.type() == Ty.INT && label.equals(body.constants.get(var));
        name = isSame && dice.percent(60) ? var.name() : name;
      }
      found.add(name);
    }
    return found;
  }

  /** The old form, with fall-through. */
  Node statement(int depth) {
    Selector selector = selector(2);
    Target target = new Target("", false, true);
    int[] completes = {1};
    boolean hasDefault = dice.percent(60);
    Node groups =
        body.inside(
            target,
            () ->
                body.scoped(
                    Border.NONE, () -> groups(selector.labels(), hasDefault, depth, completes)));
    body.completes = !hasDefault || completes[0] == 1 || target.isBroken;
    return Node.stmt("switch", "switch (", selector.value(), ") {", groups, "}");
  }

  private Node groups(List<String> labels, boolean hasDefault, int depth, int[] completes) {
    List<Node> groups = new ArrayList<>();
    List<String> left = new ArrayList<>(labels);
    int count = 1 + dice.below(4);
    int defaultAt = hasDefault ? dice.below(count) : -1;
    for (int i = 0; i < count; i++) {
      boolean isDefault = i == defaultAt;
      if (left.isEmpty() && !isDefault) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      if (!isDefault || dice.percent(20) && !left.isEmpty()) {
        text.append("case ").append(left.remove(dice.below(left.size())));
        if (!left.isEmpty() && dice.percent(20)) {
          text.append(dice.of(":\ncase ", ", ")).append(left.remove(0));
        }
        text.append(":");
      }
      if (isDefault) {
        text.append(text.length() == 0 ? "default:" : "\ndefault:");
      }
      List<Object> parts = new ArrayList<>(List.of(text.toString()));
      if (dice.percent(50)) {
        revive().ifPresent(parts::add);
      }
      Node some = body.stmts.some(2, depth);
      parts.add(some);
      if (body.completes && dice.percent(60)) {
        parts.add(body.jumps.jump());
      }
      completes[0] = body.completes ? 1 : 0;
      body.scope.forget();
      groups.add(Node.option("", parts.toArray()));
    }
    return Node.list(groups);
  }

  /** Gives a local of another group a value. */
  private java.util.Optional<Object> revive() {
    for (Var var : body.scope.unset()) {
      if (var.isAssignable() && var.type() != Ty.SUP) {
        Node value = exprs.assigned(var.type(), 2);
        body.scope.add(var);
        return java.util.Optional.of(Node.stmt("revived", "\n" + var.name() + " = ", value, ";"));
      }
    }
    return java.util.Optional.empty();
  }

  /** The arrow form, as a statement. */
  Node arrows(int depth) {
    Selector selector = selector(2);
    Target target = new Target("", false, true);
    List<Node> rules = new ArrayList<>();
    List<String> left = new ArrayList<>(selector.labels());
    boolean completes = false;
    int count = 1 + dice.below(3);
    for (int i = 0; i < count; i++) {
      rules.add(rule("case " + labels(left), target, depth));
      completes |= body.completes;
    }
    boolean hasDefault = dice.percent(60);
    if (hasDefault) {
      rules.add(rule("default", target, depth));
      completes |= body.completes;
    }
    body.completes = completes || !hasDefault || target.isBroken;
    return Node.stmt("arrows", "switch (", selector.value(), ") {", Node.list(rules), "}");
  }

  private String labels(List<String> left) {
    String first = left.remove(dice.below(left.size()));
    return left.size() > 2 && dice.percent(25) ? first + ", " + left.remove(0) : first;
  }

  private Node rule(String label, Target target, int depth) {
    return body.inside(
        target,
        () -> {
          if (dice.percent(20)) {
            body.completes = true;
            return Node.option("", label + " -> Lib.log(", exprs.any(2), ");");
          }
          if (dice.percent(8)) {
            body.completes = false;
            return Node.option("", label + " -> throw Lib.boom(", exprs.of(Ty.INT, 1), ");");
          }
          return Node.option("", label + " -> ", body.stmts.block(depth));
        });
  }

  Node expression(Ty type, int depth) {
    Selector selector = selector(Math.min(depth, 2));
    return body.apart(
        () -> dice.percent(70) ? arrowed(type, selector, depth) : grouped(type, selector, depth));
  }

  private Node arrowed(Ty type, Selector selector, int depth) {
    List<Node> rules = new ArrayList<>();
    List<String> left = new ArrayList<>(selector.labels());
    int count = 1 + dice.below(2);
    for (int i = 0; i < count; i++) {
      rules.add(Node.option("", "case " + labels(left) + " -> ", result(type, depth)));
    }
    // One rule at least must have a value.
    rules.add(Node.option("", "default -> ", exprs.cast(type, depth), ";"));
    return Node.expr(
        type, "switch expression", "switch (", selector.value(), ") {", Node.list(rules), "}");
  }

  private Node result(Ty type, int depth) {
    if (dice.percent(60)) {
      return Node.stmt("", exprs.cast(type, depth), ";");
    }
    if (dice.percent(8)) {
      return Node.stmt("", "throw Lib.boom(", exprs.of(Ty.INT, 1), ");");
    }
    return body.scoped(
        Border.NONE,
        () ->
            Node.stmt("", "{", body.stmts.some(2, Math.min(depth, 1)), yielded(type, depth), "}"));
  }

  private Node yielded(Ty type, int depth) {
    return body.completes
        ? Node.stmt("yield statement", "yield ", exprs.cast(type, depth), ";\n")
        : Node.none();
  }

  private Node grouped(Ty type, Selector selector, int depth) {
    List<String> left = new ArrayList<>(selector.labels());
    Node groups =
        body.scoped(
            Border.NONE,
            () -> {
              List<Node> made = new ArrayList<>();
              made.add(group("case " + left.remove(0) + ":", type, depth, dice.percent(70)));
              body.scope.forget();
              made.add(group("case " + left.remove(0) + ":", type, depth, dice.percent(70)));
              body.scope.forget();
              made.add(group("default:", type, depth, true));
              return Node.list(made);
            });
    return Node.expr(
        type, "old switch expression", "switch (", selector.value(), ") {", groups, "}");
  }

  private Node group(String label, Ty type, int depth, boolean yields) {
    body.completes = true;
    // One group at least must have a value.
    boolean isLast = label.equals("default:");
    Node some = isLast ? Node.none() : body.stmts.some(2, Math.min(depth, 1));
    return Node.option("", label, some, yields ? yielded(type, depth) : Node.none());
  }
}
