package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Body.Target;
import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes statements. Each sets {@code body.completes}. */
final class Stmts {
  private static final Ty[] LOCALS = {
    Ty.INT, Ty.INT, Ty.LONG, Ty.SHORT, Ty.BYTE, Ty.CHAR, Ty.BOOL, Ty.DOUBLE, Ty.STR, Ty.STR, Ty.BOX,
    Ty.OBJ, Ty.HUE, Ty.INTS, Ty.BYTES, Ty.STRS, Ty.LIST, Ty.SUP
  };

  private final Body body;
  private final Dice dice;

  Stmts(Body body) {
    this.body = body;
    this.dice = body.dice;
  }

  private Exprs exprs() {
    return body.exprs;
  }

  private Node value(Ty type, int depth) {
    return exprs().assigned(type, depth);
  }

  /** A few statements, in the scope as it is; all but the last complete normally. */
  Node some(int most, int depth) {
    List<Node> made = new ArrayList<>();
    body.completes = true;
    int count = 1 + dice.below(most);
    for (int i = 0; i < count && body.completes; i++) {
      made.add(one(depth));
    }
    if (body.completes && dice.percent(jumpChance())) {
      made.add(body.jumps.jump());
    }
    return Node.list(made);
  }

  private int jumpChance() {
    return body.targets.isEmpty() ? 4 : 22;
  }

  Node block(int depth) {
    return body.scoped(Border.NONE, () -> Node.stmt("", "{", some(3, depth), "}"));
  }

  private Node one(int depth) {
    body.pieces -= 2;
    body.completes = true;
    if (depth <= 0 || body.pieces <= 0 || dice.percent(45)) {
      return simple();
    }
    return switch (dice.below(22)) {
      case 0, 1, 2 -> branch(depth - 1);
      case 3, 4, 5, 6 -> new Loops(body).loop(depth - 1);
      case 7, 8 -> new Switches(body, exprs()).statement(depth - 1);
      case 9 ->
          Patterns.ARE_KNOWN && dice.percent(60)
              ? new Patterns(body, exprs()).statement(depth - 1)
              : new Switches(body, exprs()).arrows(depth - 1);
      // In a switch expression they are rare: some make javac 17 itself fail.
      case 10, 11, 12, 13, 14 ->
          !body.inValue || dice.percent(4) ? new Tries(body).statement(depth - 1) : simple();
      case 15 -> block(depth - 1);
      case 16 -> deferred(depth - 1);
      case 17 -> guard();
      case 19, 20 ->
          body.canClose() && !body.inConstructor
              ? dice.percent(60)
                  ? new LocalTypes(body).declaration()
                  : new LocalTypes(body).variable()
              : simple();
      case 18 -> !body.inValue ? synchronizedBlock(depth - 1) : block(depth - 1);
      default -> leaving(depth - 1);
    };
  }

  private Node simple() {
    return switch (dice.below(14)) {
      case 0, 1, 2 -> local();
      case 3, 4, 5, 6 -> assignment();
      case 7, 8 -> dump();
      case 9 ->
          body.canPause()
              ? Node.stmt("", exprs().pauses().statement(2), ";")
              : Node.stmt("", "Lib.log(", exprs().any(2), ");");
      case 10 ->
          dice.percent(50) || body.inClosure
              ? later()
              : Node.stmt("may", "Lib.may(", exprs().of(Ty.INT, 2), ");");
      case 11 ->
          dice.percent(20)
              ? Node.stmt(
                  "assert",
                  "assert ",
                  exprs().of(Ty.BOOL, 2),
                  Node.option("", " : ", exprs().any(1)),
                  ";")
              : local();
      case 12 ->
          Node.stmt("", "Lib.box(", exprs().any(2), ")", ".with(", exprs().any(2), ").plus(1);");
      default -> Node.stmt("", "Lib.log(", exprs().any(3), ");");
    };
  }

  private Node later() {
    return body.canClose()
        ? Node.stmt(
            "later", "Lib.later(() -> ", body.closure(Border.LAMBDA, () -> exprs().any(2)), ");")
        : dump();
  }

  private Node local() {
    boolean isTyped = body.scope.isTyped() && !body.inConstructor;
    if (isTyped && body.canClose() && dice.percent(15)) {
      return new LocalTypes(body).variable();
    }
    Ty type = dice.of(LOCALS);
    if (dice.percent(4)) {
      return vague();
    }
    if (Patterns.HAVE_UNNAMED && dice.percent(4) && type != Ty.SUP) {
      return Node.stmt("unnamed", type.java + " _ = ", value(type, 3), ";");
    }
    int way = dice.below(10);
    if (way == 0 && type != Ty.SUP && type != Ty.BOX) {
      Var var = body.reserve(type, false, true);
      String cast = type == Ty.OBJ ? "(Object) " : "";
      Node value = Node.expr(type, "", cast, exprs().cast(type, 3).operand());
      body.scope.add(var);
      return Node.stmt("var", "var " + var.name() + " = ", value, ";");
    }
    if (way == 1 && (type.isPrimitive() || type == Ty.STR)) {
      Node constant = Node.expr(type, "", exprs().literal(type));
      Var var = body.declare(type, false, true);
      body.constants.put(var, constant.parts.get(0).toString());
      return Node.stmt("final", "final " + type.java + " " + var.name() + " = ", constant, ";");
    }
    boolean isFinal = dice.percent(40);
    Var var = body.reserve(type, !isFinal, isFinal);
    Node value = value(type, 3);
    body.scope.add(var);
    String modifier = isFinal && dice.percent(30) ? "final " : "";
    return Node.stmt("local", modifier + type.java + " " + var.name() + " = ", value, ";");
  }

  /** A local whose type has no name. */
  private Node vague() {
    Var var = body.reserve(Ty.OBJ, false, true);
    Node value =
        dice.percent(50)
            ? Node.expr(
                Ty.OBJ,
                "intersection",
                exprs().operand(Ty.BOOL, 1),
                " ? ",
                exprs().cast(Ty.INT, 2).operand(),
                " : ",
                exprs().operand(Ty.STR, 2))
            : Node.expr(
                Ty.OBJ,
                "intersection",
                "List.of(1, \"x\").get(",
                exprs().operand(Ty.INT, 1),
                " & 1)");
    body.scope.add(var);
    body.vague.add(var);
    return Node.stmt("var", "var " + var.name() + " = ", value, ";");
  }

  Node assignment() {
    Ty type = dice.of(LOCALS);
    Node target = exprs().places().lvalue(type, 2);
    if (target == null || type == Ty.SUP) {
      return dump();
    }
    boolean isPlain = !(type.isPrimitive() || type == Ty.STR || type == Ty.BOX);
    if (isPlain || dice.percent(50)) {
      return Node.stmt("=", target, " = ", value(type, 3), ";");
    }
    return Node.stmt("", stepped(type, target), ";");
  }

  private Node stepped(Ty type, Node target) {
    if (type != Ty.BOOL && type != Ty.STR && dice.percent(30)) {
      return Node.expr(type, "++", target, dice.of("++", "--"));
    }
    return exprs().places().compound(type, target, 3);
  }

  private Node dump() {
    List<Object> parts = new ArrayList<>(List.of("Lib.dump(" + dice.below(90)));
    for (Var var : body.scope.visible()) {
      boolean isShown = var.type() != Ty.SUP && !body.instances.containsKey(var);
      if (isShown && dice.percent(40)) {
        parts.add(Node.option("", ", " + var.name()));
      }
      if (var.type() == Ty.SUP && dice.percent(60)) {
        parts.add(Node.option("", ", " + var.name() + ".get()"));
      }
    }
    parts.add(");");
    return Node.stmt("dump", parts.toArray());
  }

  private Node branch(int depth) {
    Node condition = exprs().of(Ty.BOOL, 3);
    if (dice.percent(25)) {
      return matched(depth);
    }
    Node then = block(depth);
    boolean completes = body.completes;
    if (dice.percent(50)) {
      body.completes = true;
      return Node.stmt("if", "if (", condition, ") ", then);
    }
    Node otherwise = dice.percent(30) ? branch(depth) : block(depth);
    body.completes |= completes;
    return Node.stmt("if", "if (", condition, ") ", then, Node.option("else", " else ", otherwise));
  }

  /** {@code if (o instanceof T b && ...) { ... b ... }}. */
  private Node matched(int depth) {
    Ty type = dice.of(Ty.BOX, Ty.STR, Ty.HUE);
    Node tested = exprs().object(2);
    Node made =
        body.scoped(
            Border.NONE,
            () -> {
              Var bound = exprs().binding(type, dice.percent(30));
              Node more =
                  dice.percent(50)
                      ? Node.option("", " && ", exprs().operand(Ty.BOOL, 2))
                      : Node.none();
              return Node.stmt(
                  "if instanceof",
                  "if (",
                  tested,
                  " instanceof " + type.boxed + " " + bound.name(),
                  more,
                  ") ",
                  block(depth));
            });
    body.completes = true;
    return made;
  }

  /** {@code if (!(o instanceof T b)) return ...;}, and {@code b} from there on. */
  private Node guard() {
    if (!body.canReturn && body.targets.isEmpty()) {
      return simple();
    }
    Node tested = exprs().object(2);
    Node away = body.jumps.jump();
    body.completes = true;
    Ty type = dice.of(Ty.BOX, Ty.STR, Ty.HUE);
    Var bound = exprs().binding(type, dice.percent(40));
    return Node.stmt(
        "guard",
        "if (!(",
        tested,
        " instanceof " + type.boxed + " " + bound.name() + ")) {\n",
        away,
        "\n}");
  }

  /** A local that gets its value later, in each of two branches. */
  private Node deferred(int depth) {
    Ty type = dice.of(Ty.INT, Ty.STR, Ty.LONG, Ty.OBJ, Ty.BYTE);
    String name = Names.fresh(dice, body.scope);
    Var blank = new Var(name, Ty.VOID, false, false);
    boolean isFinal = dice.percent(50);
    Node made =
        body.scoped(
            Border.NONE,
            () -> {
              body.scope.add(blank);
              body.scope.forget();
              Node condition = exprs().of(Ty.BOOL, 2);
              return Node.stmt(
                  "deferred",
                  (isFinal && dice.percent(50) ? "final " : "")
                      + type.java
                      + " "
                      + name
                      + ";\nif (",
                  condition,
                  ") {\n" + name + " = ",
                  value(type, 2),
                  ";\n} else {",
                  some(2, Math.min(depth, 0)),
                  body.completes ? "\n" + name + " = " : "",
                  body.completes ? Node.stmt("", value(type, 2), ";") : "",
                  "\n}");
            });
    body.completes = true;
    body.scope.add(new Var(name, type, !isFinal, isFinal));
    return made;
  }

  private Node synchronizedBlock(int depth) {
    Node lock = exprs().operand(Ty.STR, 1);
    boolean was = body.isGuarded;
    body.isGuarded = true;
    try {
      return Node.stmt("synchronized", "synchronized (", lock, ") ", block(depth));
    } finally {
      body.isGuarded = was;
    }
  }

  /** A labelled block. */
  private Node leaving(int depth) {
    Target target = new Target(body.label(), false, false);
    Node inner = body.inside(target, () -> block(depth));
    body.completes |= target.isBroken;
    return Node.stmt("label", target.label + ": ", inner);
  }
}
