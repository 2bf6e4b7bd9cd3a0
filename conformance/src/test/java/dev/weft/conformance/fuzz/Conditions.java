package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;

/** Makes boolean expressions. */
final class Conditions {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Conditions(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  Node special(int depth) {
    return switch (dice.below(13)) {
      case 0, 1, 2 -> comparison(depth);
      case 3 -> Node.expr(Ty.BOOL, "", "!", exprs.operand(Ty.BOOL, depth));
      case 4, 5, 6 -> connected(depth);
      case 7 ->
          Node.expr(
              Ty.BOOL,
              "",
              exprs.operand(Ty.BOOL, depth),
              dice.of(" & ", " | ", " ^ "),
              exprs.operand(Ty.BOOL, depth));
      case 8 -> exprs.places().step(Ty.BOOL, depth);
      case 9 -> matched(depth);
      case 11 -> body.canClose() ? new Streams(body, exprs).condition(depth) : comparison(depth);
      case 10 ->
          Node.expr(Ty.BOOL, "", "\"a\".equals(", exprs.of(dice.of(Ty.STR, Ty.OBJ), depth), ")");
      default ->
          Node.expr(
              Ty.BOOL,
              "",
              exprs.object(depth),
              " instanceof " + dice.of("String", "Integer", "Character", "Hue"));
    };
  }

  private Node comparison(int depth) {
    if (dice.percent(15)) {
      return Node.expr(
          Ty.BOOL,
          "",
          exprs.operand(Ty.HUE, depth),
          dice.of(" == ", " != "),
          exprs.operand(Ty.HUE, depth));
    }
    Ty left = dice.of(Ty.INT, Ty.INT, Ty.LONG, Ty.CHAR, Ty.SHORT, Ty.DOUBLE, Ty.BOX);
    Ty right = dice.of(Ty.INT, Ty.INT, Ty.LONG, Ty.BYTE);
    return Node.expr(
        Ty.BOOL,
        "",
        exprs.operand(left, depth),
        dice.of(" < ", " > ", " <= ", " == ", " != "),
        // Two boxes of different types can't be compared.
        exprs.cast(right, depth));
  }

  private Node connected(int depth) {
    String op = dice.of(" && ", " || ");
    return Node.expr(
        Ty.BOOL,
        op.strip(),
        exprs.operand(Ty.BOOL, depth),
        op,
        exprs.operand(Ty.BOOL, depth),
        dice.percent(30) ? Node.option("", op, exprs.operand(Ty.BOOL, depth)) : Node.none());
  }

  private Node matched(int depth) {
    Ty type = dice.of(Ty.BOX, Ty.STR);
    Node tested = exprs.object(depth);
    boolean isNegated = dice.percent(30);
    return body.scoped(
        Border.NONE,
        () -> {
          Var bound = exprs.lastingBinding(type);
          String pattern = " instanceof " + type.boxed + " " + bound.name();
          return isNegated
              ? Node.expr(
                  Ty.BOOL,
                  "instanceof",
                  "!(",
                  tested,
                  pattern + ") || ",
                  exprs.operand(Ty.BOOL, depth))
              : Node.expr(
                  Ty.BOOL, "instanceof", tested, pattern + " && ", exprs.operand(Ty.BOOL, depth));
        });
  }
}
