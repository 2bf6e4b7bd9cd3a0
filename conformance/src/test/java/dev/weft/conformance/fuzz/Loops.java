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

  /**
   * Elements of a type that is not just that of the variable.
   *
   * @param type how the variable is declared
   * @param read what the program uses of the variable; empty if it is the variable itself
   * @param seen the type of what the program uses
   */
  private record Odd(String type, String read, Ty seen, Object... elements) {}

  private Odd odd() {
    Node number = body.exprs.cast(Ty.INT, 2);
    return switch (dice.below(8)) {
      case 0 -> new Odd(dice.of("int", "Integer", "var"), "", Ty.INT, "Lib.range(", number, ")");
      case 1 -> new Odd("Number", "", Ty.OBJ, "Lib.wild(", number, ")");
      case 2 ->
          new Odd(
              dice.of("char", "final char"),
              "",
              Ty.CHAR,
              "Lib.join(",
              number,
              ", 1).toCharArray()");
      case 3 ->
          new Odd(
              dice.of("Map.Entry<String, Integer>", "var"),
              ".getValue()",
              Ty.INT,
              "new TreeMap<>(Map.of(\"k\", ",
              number,
              ")).entrySet()");
      case 4 ->
          new Odd(
              "int[]", ".length", Ty.INT, "List.of(", body.exprs.of(Ty.INTS, 2), ", Lib.ints(1))");
      case 5 -> new Odd("double", "", Ty.DOUBLE, "new float[] {1, ", number, ", 2.5f}");
      case 6 -> new Odd("Object", "", Ty.OBJ, "(List) ", body.exprs.operand(Ty.LIST, 2));
      default -> new Odd("long", "", Ty.LONG, "Arrays.asList(1, Integer.valueOf(", number, "))");
    };
  }

  private Node oddForEach(Target target, String label, int depth) {
    Odd odd = odd();
    Node made =
        body.scoped(
            Border.NONE,
            () -> {
              Var var = body.declare(odd.read().isEmpty() ? odd.seen() : Ty.VOID, false, true);
              body.vague.add(var);
              return Node.stmt(
                  "for each odd",
                  label + "for (" + odd.type() + " " + var.name() + " : ",
                  Node.expr(Ty.VOID, "", odd.elements()),
                  ") ",
                  body.inside(target, () -> reading(odd, var, depth)));
            });
    body.completes = true;
    return made;
  }

  private Node reading(Odd odd, Var var, int depth) {
    if (odd.read().isEmpty()) {
      return body.stmts.block(depth);
    }
    return body.scoped(
        Border.NONE,
        () -> {
          Var seen = body.declare(odd.seen(), false, true);
          return Node.stmt(
              "",
              "{\n" + odd.seen().java + " " + seen.name() + " = " + var.name() + odd.read() + ";\n",
              body.stmts.some(3, depth),
              "}");
        });
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
    if (dice.percent(35)) {
      return oddForEach(target, label, depth);
    }
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
              boolean isUnnamed = Patterns.HAVE_UNNAMED && dice.percent(10);
              String name = isUnnamed ? "_" : body.declare(item, !isFinal, isFinal).name();
              return Node.stmt(
                  "for each",
                  label + "for (" + (isVar ? "var" : item.java) + " " + name + " : ",
                  elements,
                  ") ",
                  body.inside(target, () -> body.stmts.block(depth)));
            });
    body.completes = true;
    return made;
  }
}
