package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;

/** Makes lambdas, method references and anonymous classes. */
final class Closures {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Closures(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  Node called(Ty type, int depth) {
    if (!body.canClose()) {
      return exprs.of(type, depth);
    }
    Node made =
        body.closure(
            Border.LAMBDA,
            () ->
                dice.percent(60)
                    ? exprs.cast(type, depth)
                    : Node.expr(type, "", "{", body.stmts.some(2, 1), end(type, depth), "}"));
    return Node.expr(type, "lambda", "Lib.<" + type.boxed + ">call(() -> ", made, ")");
  }

  /** The end of the body of a lambda. */
  private Node end(Ty type, int depth) {
    return body.completes ? Node.stmt("", "return ", exprs.cast(type, depth), ";\n") : Node.none();
  }

  Node computed(int depth) {
    if (!body.canClose()) {
      return exprs.of(Ty.INT, depth);
    }
    if (dice.percent(40)) {
      Node computed = body.closure(Border.LAMBDA, () -> exprs.cast(Ty.INT, depth));
      return Node.expr(Ty.INT, "lambda", "Lib.run(() -> ", computed, ")");
    }
    Node value = exprs.of(Ty.INT, depth);
    if (dice.percent(25)) {
      return Node.expr(Ty.INT, "reference", "Lib.map(", value, ", ", reference(depth), ")");
    }
    return body.closure(
        Border.LAMBDA,
        () -> {
          Var param = new Var(Names.fresh(dice, body.scope), Ty.INT, false, true);
          body.scope.add(param);
          return Node.expr(
              Ty.INT,
              "lambda",
              "Lib.map(",
              value,
              ", " + param.name() + " -> ",
              exprs.cast(Ty.INT, depth),
              ")");
        });
  }

  /** A reference to a private method. */
  private Node reference(int depth) {
    String host = body.plan.className();
    if (dice.percent(30)) {
      return Node.expr(Ty.SUP, "", host + "::secret");
    }
    return body.hasThis() && !body.inClass && dice.percent(40)
        ? Node.expr(Ty.SUP, "", "this::hidden")
        : Node.expr(Ty.SUP, "", host + ".fresh(", exprs.of(Ty.INT, depth), ")::hidden");
  }

  /** A {@code Supplier<Integer>}, in one of the ways to make one. */
  Node supplier(int depth) {
    return switch (body.canClose() ? dice.below(7) : dice.below(2)) {
      case 0 -> exprs.leaf(Ty.SUP);
      case 1 -> Node.expr(Ty.SUP, "reference", exprs.operand(Ty.STR, depth), "::length");
      case 2 -> anonymous(depth);
      case 3 ->
          Node.expr(
              Ty.SUP,
              "?: lambdas",
              exprs.operand(Ty.BOOL, depth),
              " ? ",
              plain(depth - 1).operand(),
              " : ",
              plain(depth - 1).operand());
      case 4 ->
          Node.expr(
              Ty.SUP,
              "lambda",
              "Lib.pick(",
              exprs.of(Ty.INT, depth),
              ", ",
              plain(depth - 1),
              ", ",
              plain(depth - 1),
              ")");
      default -> plain(depth);
    };
  }

  private Node plain(int depth) {
    Node value = body.closure(Border.LAMBDA, () -> exprs.cast(Ty.INT, depth));
    return Node.expr(Ty.SUP, "lambda", "() -> ", value);
  }

  /** An object of an anonymous subclass, whose superclass takes arguments. */
  Node part(int depth) {
    Node argument = exprs.of(Ty.INT, depth);
    Node more = exprs.of(Ty.STR, depth);
    Node computed =
        body.closure(
            Border.CLASS,
            () -> {
              body.scope.add(new Var("n", Ty.INT, true, false));
              return Node.expr(
                  Ty.INT,
                  "",
                  body.stmts.some(2, 1),
                  body.completes
                      ? Node.stmt("", "return size + ", exprs.operand(Ty.INT, depth), ";\n")
                      : Node.none());
            });
    return Node.expr(
        Ty.INT,
        "anonymous",
        "new Part(",
        argument,
        ", ",
        more,
        ") {\n@Override protected int own(int n) {",
        computed,
        "}\n}.total()");
  }

  private Node anonymous(int depth) {
    return body.closure(
        Border.CLASS,
        () -> {
          Var own = body.reserve(Ty.INT, true, false);
          Node start = exprs.cast(Ty.INT, depth);
          body.scope.add(own);
          Node got =
              body.scoped(
                  Border.NONE,
                  () ->
                      Node.stmt(
                          "",
                          body.stmts.some(2, 1),
                          body.completes
                              ? Node.stmt(
                                  "",
                                  "return " + own.name() + "++ + ",
                                  exprs.operand(Ty.INT, depth),
                                  ";\n")
                              : Node.none()));
          return Node.expr(
              Ty.SUP,
              "anonymous",
              "new Supplier<Integer>() {\nprivate int " + own.name() + " = ",
              start,
              ";\n@Override public Integer get() {",
              got,
              "}\n}");
        });
  }
}
