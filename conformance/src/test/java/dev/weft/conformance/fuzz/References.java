package dev.weft.conformance.fuzz;

/** Makes strings, lists and arrays. */
final class References {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  References(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  Node text(int depth) {
    return switch (dice.below(10)) {
      case 0 -> exprs.places().step(Ty.STR, depth);
      case 1 ->
          Node.expr(Ty.STR, "call", "Lib.join(", exprs.any(depth), ", ", exprs.any(depth), ")");
      case 2 ->
          Node.expr(
              Ty.STR, "", "Lib.cut(", exprs.of(Ty.STR, depth), ", ", exprs.of(Ty.INT, depth), ")");
      case 3 ->
          Node.expr(
              Ty.STR,
              "call",
              "String.valueOf(",
              exprs.operand(dice.of(Ty.INT, Ty.BOOL, Ty.CHAR, Ty.OBJ), depth),
              ")");
      case 4 -> body.canClose() ? new Streams(body, exprs).text(depth) : block(depth);
      case 5 -> block(depth);
      case 6 ->
          Node.expr(
              Ty.STR,
              "concat object",
              "Lib.text(",
              exprs.of(Ty.INT, depth),
              ") + ",
              exprs.operand(Ty.STR, depth),
              dice.percent(50) ? Node.option("", " + ", exprs.any(depth).operand()) : Node.none());
      default ->
          Node.expr(
              Ty.STR,
              "concat",
              dice.percent(50)
                  ? Node.expr(Ty.STR, "", "\"" + exprs.tag() + "\"")
                  : exprs.operand(Ty.STR, depth),
              " + ",
              exprs.any(depth).operand(),
              dice.percent(50) ? Node.option("", " + ", exprs.any(depth).operand()) : Node.none());
    };
  }

  /** A text block, with something behind it. */
  private Node block(int depth) {
    String text =
        dice.of(
            "\"\"\"\n  one\n    two \\\n  three\\s\n  \"\"\"",
            "\"\"\"\n  $T \\u0041 \\\"\"\" %s\n\"\"\"");
    return Node.expr(Ty.STR, "text block", text, " + ", exprs.any(depth).operand());
  }

  Node array(int depth) {
    return switch (dice.below(5)) {
      case 0 ->
          Node.expr(Ty.INTS, "array", "new int[(", exprs.operand(Ty.INT, depth), " & 1) + 2]");
      case 1 ->
          Node.expr(
              Ty.INTS,
              "",
              "Lib.ints(",
              exprs.of(Ty.INT, depth),
              ", ",
              exprs.of(Ty.INT, depth),
              ")");
      case 2 ->
          Node.expr(
              Ty.INTS,
              "array",
              "new int[][] {{1, ",
              exprs.of(Ty.INT, depth),
              "}, ",
              exprs.of(Ty.INTS, depth),
              "}[",
              exprs.operand(Ty.INT, depth),
              " & 1]");
      default ->
          Node.expr(
              Ty.INTS,
              "array",
              "new int[] {",
              exprs.of(Ty.INT, depth),
              ", ",
              exprs.of(Ty.INT, depth),
              "}");
    };
  }

  Node list(int depth) {
    if (body.canClose() && dice.percent(25)) {
      return new Streams(body, exprs).list(depth);
    }
    return dice.percent(50)
        ? Node.expr(Ty.LIST, "", "Lib.list(", box(depth), ", ", box(depth), ", ", box(depth), ")")
        : Node.expr(Ty.LIST, "new", "new ArrayList<>(", exprs.of(Ty.LIST, depth), ")");
  }

  private Node box(int depth) {
    return Node.expr(Ty.BOX, "", "Integer.valueOf(", exprs.of(Ty.INT, depth), ")");
  }
}
