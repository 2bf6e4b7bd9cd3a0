package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Body.Target;
import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;

/** Makes loops. Each counts its rounds where no jump can pass it by, so that it ends. */
final class Loops {
  private final Body body;
  private final Dice dice;

  Loops(Body body) {
    this.body = body;
    this.dice = body.dice;
  }

  Node loop(int depth) {
    Target target = new Target(dice.percent(35) ? body.label() : "", true, true);
    String label = target.label.isEmpty() ? "" : target.label + ": ";
    return switch (dice.below(9)) {
      case 0, 1 -> whileLoop(target, label, depth);
      case 2 -> doLoop(target, label, depth);
      case 3, 4 -> forLoop(target, label, depth);
      case 5 -> endless(target, label, depth);
      case 6 -> bareFor(target, label, depth);
      default -> forEach(target, label, depth);
    };
  }

  private String rounds() {
    return String.valueOf(1 + dice.below(3));
  }

  private Node condition() {
    return dice.percent(60)
        ? Node.option("", dice.percent(80) ? " && " : " || ", body.exprs.operand(Ty.BOOL, 2))
        : Node.none();
  }

  /** Further conditions, that can only end a loop earlier. */
  private Node further() {
    return dice.percent(60) ? Node.option("", " && ", body.exprs.operand(Ty.BOOL, 2)) : Node.none();
  }

  private String counter() {
    return body.declare(Ty.INT, false, false).name();
  }

  private Node whileLoop(Target target, String label, int depth) {
    String count = counter();
    Node made =
        Node.stmt(
            "while",
            "int " + count + " = 0;\n" + label + "while (" + count + "++ < " + rounds(),
            further(),
            ") ",
            body.inside(target, () -> body.stmts.block(depth)));
    body.completes = true;
    return made;
  }

  private Node doLoop(Target target, String label, int depth) {
    String count = counter();
    Node inner = body.inside(target, () -> body.stmts.block(depth));
    boolean completes = body.completes || target.isBroken || target.isContinued;
    Node made =
        Node.stmt(
            "do",
            "int " + count + " = 0;\n" + label + "do ",
            inner,
            " while (++" + count + " < " + rounds(),
            further(),
            ");");
    body.completes = completes;
    return made;
  }

  private Node forLoop(Target target, String label, int depth) {
    Node made =
        body.scoped(
            Border.NONE,
            () -> {
              String count = counter();
              Var other = body.reserve(Ty.INT, true, false);
              Node start = Node.expr(Ty.INT, "", body.exprs.of(Ty.INT, 2));
              body.scope.add(other);
              return Node.stmt(
                  "for",
                  label + "for (int " + count + " = 0, " + other.name() + " = ",
                  start,
                  "; " + count + " < " + rounds(),
                  further(),
                  "; " + count + "++",
                  update(),
                  ") ",
                  body.inside(target, () -> body.stmts.block(depth)));
            });
    body.completes = true;
    return made;
  }

  private Node update() {
    if (dice.percent(50)) {
      return Node.none();
    }
    if (body.canPause() && dice.percent(40)) {
      return Node.option("", ", ", body.exprs.pauses().statement(1));
    }
    Node step = body.exprs.places().step(Ty.INT, 2);
    return Places.isStatement(step) ? Node.option("", ", ", step) : Node.none();
  }

  private Node bareFor(Target target, String label, int depth) {
    String count = counter();
    Node inner =
        body.inside(
            target,
            () ->
                body.scoped(
                    Border.NONE,
                    () ->
                        Node.stmt(
                            "",
                            "{\nif (" + count + "++ >= " + rounds() + ") {\nbreak;\n}",
                            body.stmts.some(3, depth),
                            "}")));
    body.completes = true;
    return Node.stmt(
        "for",
        "int " + count + " = 0;\n" + label + "for (;;",
        update().parts.isEmpty() ? "" : Node.option("", "Lib.log(", body.exprs.any(1), ")"),
        ") ",
        inner);
  }

  private Node endless(Target target, String label, int depth) {
    String count = counter();
    Node inner =
        body.inside(
            target,
            () ->
                body.scoped(
                    Border.NONE,
                    () ->
                        Node.stmt(
                            "",
                            "{\nif (++" + count + " > " + rounds() + ") {\nbreak;\n}",
                            body.stmts.some(3, depth),
                            "}")));
    body.completes = true;
    return Node.stmt("while", "int " + count + " = 0;\n" + label + "while (true) ", inner);
  }

  private Node forEach(Target target, String label, int depth) {
    Ty over = dice.of(Ty.LIST, Ty.INTS, Ty.STRS, Ty.BYTES);
    Ty item =
        switch (over) {
          case LIST -> dice.of(Ty.BOX, Ty.INT);
          case INTS -> dice.of(Ty.INT, Ty.LONG);
          case STRS -> dice.of(Ty.STR, Ty.OBJ);
          default -> dice.of(Ty.BYTE, Ty.INT);
        };
    Node elements = body.exprs.of(over, 3);
    boolean isFinal = dice.percent(70);
    boolean isVar = dice.percent(20) && over == Ty.STRS && item == Ty.STR;
    Node made =
        body.scoped(
            Border.NONE,
            () -> {
              Var var = body.declare(item, !isFinal, isFinal);
              return Node.stmt(
                  "for each",
                  label + "for (" + (isVar ? "var" : item.java) + " " + var.name() + " : ",
                  elements,
                  ") ",
                  body.inside(target, () -> body.stmts.block(depth)));
            });
    body.completes = true;
    return made;
  }
}
