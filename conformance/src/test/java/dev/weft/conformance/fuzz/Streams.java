package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;

/** Makes pipelines of streams, whose source may suspend and whose lambdas capture. */
final class Streams {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Streams(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  /** A lambda of one parameter of this type. */
  private Node of(Ty param, Ty result, int depth) {
    return body.closure(
        Border.LAMBDA,
        () -> {
          Var var = new Var(Names.fresh(dice, body.scope), param, false, true);
          body.scope.add(var);
          return Node.expr(result, "", var.name() + " -> ", exprs.cast(result, depth));
        });
  }

  private Node ints(int depth) {
    return dice.percent(50)
        ? Node.expr(Ty.INT, "", "Arrays.stream(", exprs.of(Ty.INTS, depth), ")")
        : Node.expr(
            Ty.INT,
            "",
            exprs.operand(Ty.LIST, depth),
            ".stream().mapToInt(",
            dice.percent(50)
                ? Node.expr(Ty.INT, "", "Integer::intValue")
                : of(Ty.BOX, Ty.INT, depth - 1),
            ")");
  }

  Node number(int depth) {
    return Node.expr(
        Ty.INT,
        "stream",
        ints(depth),
        Node.option("", ".map(", of(Ty.INT, Ty.INT, depth - 1), ")"),
        dice.percent(50)
            ? Node.option("", ".filter(", of(Ty.INT, Ty.BOOL, depth - 1), ")")
            : Node.none(),
        ".sum()");
  }

  Node text(int depth) {
    return Node.expr(
        Ty.STR,
        "stream",
        "Stream.of(",
        exprs.of(Ty.STR, depth),
        ", ",
        exprs.of(Ty.STR, depth),
        ").map(",
        of(Ty.STR, Ty.STR, depth - 1),
        ").collect(Collectors.joining(",
        exprs.of(Ty.STR, depth),
        "))");
  }

  Node condition(int depth) {
    return Node.expr(
        Ty.BOOL,
        "stream",
        exprs.operand(Ty.LIST, depth),
        dice.of(".stream().anyMatch(", ".stream().noneMatch("),
        of(Ty.BOX, Ty.BOOL, depth - 1),
        ")");
  }

  Node list(int depth) {
    return Node.expr(
        Ty.LIST, "stream", ints(depth), ".mapToObj(", of(Ty.INT, Ty.BOX, depth - 1), ").toList()");
  }
}
