package dev.weft.conformance.fuzz;

/** Makes numbers. */
final class Numbers {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Numbers(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  Node narrowed(Ty type, int depth) {
    return Node.expr(type, "cast", "(" + type.java + ") (", binary(Ty.INT, Ty.INT, depth), ")");
  }

  Node integer(int depth) {
    if ((body.scope.isTyped() || !body.instances.isEmpty()) && dice.percent(25)) {
      Node number = new LocalTypes(body).number(depth);
      return number == null ? measured(depth) : number;
    }
    return switch (dice.below(14)) {
      case 0, 1, 2 -> binary(Ty.INT, dice.of(Ty.INT, Ty.INT, Ty.SHORT, Ty.CHAR, Ty.BYTE), depth);
      case 3, 4 -> exprs.places().step(Ty.INT, depth);
      case 5 -> Node.expr(Ty.INT, "", dice.of("-", "~"), exprs.operand(Ty.INT, depth));
      case 6 ->
          Node.expr(
              Ty.INT, "cast", "(int) ", exprs.cast(dice.of(Ty.LONG, Ty.DOUBLE, Ty.CHAR), depth));
      case 7 ->
          Node.expr(
              Ty.INT,
              "call",
              "Lib.add(",
              exprs.of(Ty.INT, depth),
              ", ",
              exprs.of(Ty.LONG, depth),
              ", ",
              exprs.of(Ty.INT, depth),
              ")");
      case 8 ->
          Node.expr(
              Ty.INT,
              "varargs",
              "Lib.sum(",
              exprs.of(Ty.INT, depth),
              Node.option("", ", ", exprs.any(depth)),
              Node.option("", ", ", exprs.any(depth)),
              ")");
      case 9 ->
          Node.expr(
              Ty.INT,
              "call",
              "Lib.box(",
              exprs.any(depth),
              ")",
              dice.percent(40) ? Node.option("", ".with(", exprs.any(depth), ")") : Node.none(),
              ".plus(",
              exprs.of(Ty.INT, depth),
              ")");
      case 10 -> exprs.places().cell(Ty.INT, depth, exprs.operand(Ty.INTS, depth));
      case 11 -> measured(depth);

      case 12 ->
          !body.canClose()
              ? measured(depth)
              : dice.percent(60)
                  ? new Streams(body, exprs).number(depth)
                  : exprs.closures().part(depth);
      default -> exprs.closures().computed(depth);
    };
  }

  private Node measured(int depth) {
    return switch (dice.below(8)) {
      case 0 -> Node.expr(Ty.INT, "", exprs.operand(Ty.INTS, depth), ".length");
      case 1 -> Node.expr(Ty.INT, "", exprs.operand(Ty.STR, depth), ".length()");
      case 2 -> Node.expr(Ty.INT, "", exprs.operand(Ty.LIST, depth), ".size()");
      case 3 ->
          Node.expr(
              Ty.INT, "", exprs.operand(Ty.LIST, depth), ".get(", exprs.places().index(depth), ")");
      case 4 ->
          Node.expr(
              Ty.INT,
              "new",
              "new Lib.Pair(",
              exprs.of(Ty.INT, depth),
              ", ",
              exprs.any(depth),
              ").left()");
      case 5 -> inner(depth);
      default -> {
        String name = body.plan.className();
        yield body.hasThis() && !body.inClass && dice.percent(50)
            ? Node.expr(Ty.INT, "private", "hidden(", exprs.of(Ty.INT, depth), ")")
            : Node.expr(Ty.INT, "private", name + ".secret(", exprs.of(Ty.INT, depth), ")");
      }
    };
  }

  private Node inner(int depth) {
    Node outer =
        body.hasThis() && !body.inClass && dice.percent(60)
            ? Node.expr(Ty.OBJ, "", dice.of("", "this."))
            : Node.expr(
                Ty.OBJ, "", body.plan.className() + ".fresh(", exprs.of(Ty.INT, depth), ").");
    return Node.expr(
        Ty.INT,
        "new inner",
        outer,
        "new Inner(",
        exprs.of(Ty.INT, depth),
        ").shown(",
        exprs.of(Ty.INT, depth),
        ")");
  }

  /** Arithmetic of integers, whose left side has the type of the whole. */
  Node binary(Ty type, Ty right, int depth) {
    return switch (dice.below(6)) {
      case 0 ->
          Node.expr(
              type,
              "",
              exprs.operand(type, depth),
              dice.of(" / ", " % "),
              dice.percent(93)
                  ? Node.expr(right, "", "(", exprs.operand(right, depth), " | 1)")
                  : exprs.operand(right, depth));
      case 1 ->
          Node.expr(
              type,
              "",
              exprs.operand(type, depth),
              dice.of(" << ", " >> ", " >>> "),
              exprs.operand(right, depth));
      case 2 ->
          Node.expr(
              type,
              "",
              exprs.operand(type, depth),
              dice.of(" & ", " | ", " ^ "),
              exprs.operand(right, depth));
      default -> arithmetic(type, type, right, depth);
    };
  }

  Node arithmetic(Ty type, Ty left, Ty right, int depth) {
    return dice.percent(70)
        ? Node.expr(
            type,
            "",
            exprs.operand(left, depth),
            dice.of(" + ", " - ", " * "),
            exprs.operand(right, depth))
        : Node.expr(
            type,
            "",
            exprs.operand(left, depth),
            dice.of(" + ", " - "),
            exprs.operand(right, depth),
            dice.of(" + ", " * "),
            exprs.operand(right, depth));
  }
}
