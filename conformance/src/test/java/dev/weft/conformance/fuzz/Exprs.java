package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes expressions. */
final class Exprs {
  private static final Ty[] LOGGED = {
    Ty.INT, Ty.LONG, Ty.SHORT, Ty.BYTE, Ty.CHAR, Ty.BOOL, Ty.DOUBLE, Ty.STR, Ty.BOX, Ty.OBJ, Ty.HUE
  };

  private final Body body;
  private final Dice dice;
  private final Pauses pauses;
  private final Places places;
  private final Numbers numbers;
  private final Closures closures;
  private final References references;

  Exprs(Body body) {
    this.body = body;
    this.dice = body.dice;
    this.pauses = new Pauses(body, this);
    this.places = new Places(body, this);
    this.numbers = new Numbers(body, this);
    this.closures = new Closures(body, this);
    this.references = new References(body, this);
  }

  Pauses pauses() {
    return pauses;
  }

  Places places() {
    return places;
  }

  Closures closures() {
    return closures;
  }

  /** An expression of any type that can be shown. */
  Node any(int depth) {
    return of(dice.of(LOGGED), depth);
  }

  Node operand(Ty type, int depth) {
    return of(type, depth).operand();
  }

  /** An expression where a value of the type is assigned, so that inference can tell its type. */
  Node assigned(Ty type, int depth) {
    if (body.canPause() && pauses.canAsk(type) && dice.percent(15)) {
      return pauses.inferred(type, depth - 1);
    }
    if (type == Ty.OBJ && dice.percent(50)) {
      return any(depth);
    }
    return of(type, depth);
  }

  Node of(Ty type, int depth) {
    body.pieces--;
    if (type == Ty.SUP) {
      return closures.supplier(depth);
    }
    if (type == Ty.RES) {
      return Node.expr(type, "", "Lib.res(", of(Ty.INT, depth - 1), ")");
    }
    if (body.canPause() && pauses.canAsk(type) && dice.percent(14)) {
      return pauses.pause(type, depth - 1);
    }
    if (depth <= 0 || body.pieces <= 0 || dice.percent(22)) {
      return leaf(type);
    }
    return dice.percent(35) ? common(type, depth - 1) : special(type, depth - 1);
  }

  /** Something to match patterns against: of type {@code Object}, and nothing more is known. */
  Node object(int depth) {
    if (body.canPause() && dice.percent(25)) {
      return pauses.pause(Ty.OBJ, depth - 1).operand();
    }
    for (Var var : body.scope.visible()) {
      if (var.type() == Ty.OBJ && !body.vague.contains(var) && dice.percent(40)) {
        return Node.expr(Ty.OBJ, "", var.name());
      }
    }
    Node value = operand(Ty.OBJ, depth);
    // Before a condition a cast makes javac 17 fail.
    String cast = value.type == Ty.BOOL ? "Boolean.valueOf" : "";
    return Node.expr(Ty.OBJ, "", "(Object) " + cast, cast.isEmpty() ? value : parens(value))
        .operand();
  }

  private static Node parens(Node value) {
    return Node.expr(value.type, "", "(", value, ")");
  }

  // Expressions that every type has.

  private Node common(Ty type, int depth) {
    return switch (dice.below(9)) {
      case 0, 1 -> conditional(type, depth);
      case 2 -> switchExpression(type, depth);
      case 3, 4 -> tap(type, depth);
      case 5 -> places.assignment(type, depth);
      case 6 -> closures.called(type, depth);
      case 7 ->
          Patterns.ARE_KNOWN && dice.percent(50)
              ? new Patterns(body, this).matched(type, depth)
              : matched(type, depth);
      default -> of(type, depth);
    };
  }

  private Node tap(Ty type, int depth) {
    String name =
        switch (type) {
          case INT -> "tapInt";
          case LONG -> "tapLong";
          case DOUBLE -> "tapDouble";
          case CHAR -> "tapChar";
          case SHORT -> "tapShort";
          case BYTE -> "tapByte";
          case BOOL -> "tapBool";
          default -> "tap";
        };
    return Node.expr(type, "", "Lib." + name + "(\"" + tag() + "\", ", of(type, depth), ")");
  }

  String tag() {
    return "t" + dice.below(90);
  }

  private Node conditional(Ty type, int depth) {
    return Node.expr(
        type,
        "?:",
        operand(Ty.BOOL, depth),
        " ? ",
        operand(near(type), depth),
        " : ",
        operand(near(type), depth));
  }

  /** A type whose values can stand for those of another. */
  private Ty near(Ty type) {
    if (dice.percent(70)) {
      return type;
    }
    return switch (type) {
      case INT -> dice.of(Ty.SHORT, Ty.CHAR, Ty.BYTE, Ty.BOX);
      case LONG -> dice.of(Ty.INT, Ty.CHAR, Ty.BOX);
      case DOUBLE -> dice.of(Ty.INT, Ty.LONG);
      case OBJ -> dice.of(Ty.INT, Ty.STR, Ty.CHAR, Ty.DOUBLE, Ty.BOX);
      default -> type;
    };
  }

  private Node matched(Ty type, int depth) {
    Ty matched = dice.of(Ty.BOX, Ty.STR, Ty.HUE);
    Node tested = object(depth);
    Node otherwise = leaf(type);
    return body.scoped(
        Border.NONE,
        () -> {
          Var bound = binding(matched, false);
          return Node.expr(
              type,
              "instanceof",
              tested,
              " instanceof " + matched.boxed + " " + bound.name(),
              dice.percent(30) ? Node.option("", " && ", operand(Ty.BOOL, depth)) : Node.none(),
              " ? ",
              cast(type, depth).operand(),
              " : ",
              "(" + type.java + ") ",
              otherwise);
        });
  }

  /** Declares a pattern variable. */
  Var binding(Ty type, boolean isAssignable) {
    return bound(Names.numbered(dice.of("b", "b", "q", "o"), body.scope), type, isAssignable);
  }

  /** Declares a pattern variable that may be in scope behind the statement that it stands in. */
  Var lastingBinding(Ty type) {
    return bound("u" + body.number(), type, false);
  }

  private Var bound(String name, Ty type, boolean isAssignable) {
    Var var = new Var(name, type, isAssignable, !isAssignable, true);
    body.scope.add(var);
    return var;
  }

  /** An expression of exactly this type. */
  Node cast(Ty type, int depth) {
    return type.isPrimitive()
        ? Node.expr(type, "", "(" + type.java + ") ", operand(type, depth))
        : of(type, depth);
  }

  private Node switchExpression(Ty type, int depth) {
    if (Patterns.ARE_KNOWN && dice.percent(35)) {
      return new Patterns(body, this).expression(type, depth);
    }
    return new Switches(body, this).expression(type, depth);
  }

  // Leaves.

  Node leaf(Ty type) {
    List<Node> found = new ArrayList<>();
    for (Var var : body.scope.visible()) {
      if (var.type() == type || (isWider(type, var.type()) && dice.percent(30))) {
        found.add(Node.expr(type, "", var.name()));
        found.add(Node.expr(type, "", var.name()));
      }
    }
    if (dice.percent(40)) {
      found.addAll(places.fields(type, 0));
    }
    if (type == Ty.INTS || type == Ty.BYTES || type == Ty.STRS) {
      found.addAll(places.fields(type, 0));
    }
    if (found.isEmpty() || dice.percent(20)) {
      return Node.expr(type, "", literal(type));
    }
    return dice.of(found);
  }

  private static boolean isWider(Ty type, Ty other) {
    return switch (type) {
      case INT -> other == Ty.SHORT || other == Ty.BYTE || other == Ty.CHAR || other == Ty.BOX;
      case LONG -> other == Ty.INT || other == Ty.SHORT || other == Ty.CHAR;
      case DOUBLE -> other == Ty.INT || other == Ty.LONG;
      // No arrays: their text would be another in each run.
      case OBJ -> other.isPrimitive() || other == Ty.STR || other == Ty.BOX || other == Ty.HUE;
      default -> false;
    };
  }

  String literal(Ty type) {
    return switch (type) {
      case INT -> dice.of("0", "1", "2", "3", "(-1)", "7", "100", "Integer.MAX_VALUE", "'a'");
      case LONG -> dice.of("0L", "1L", "(-5L)", "(1L << 40)", "3");
      case SHORT -> dice.of("(short) 3", "(short) -1", "Short.MAX_VALUE");
      case BYTE -> dice.of("(byte) 1", "(byte) 127", "(byte) -3");
      case CHAR -> dice.of("'a'", "'b'", "'c'", "'\\n'", "'\\u00e4'");
      case BOOL -> dice.of("true", "false");
      case DOUBLE -> dice.of("0.5", "(-1.25)", "2", "1e10", "0.1f");
      case STR -> dice.of("\"\"", "\"a\"", "\"b\"", "\"x y\"", "\"$T %s\"", "\"\\\"\\\\\"");
      case BOX -> dice.of("1", "Integer.valueOf(2)", "(Integer) 1000");
      case OBJ ->
          dice.of(
              "\"o\"",
              "7",
              "2.5",
              "'z'",
              "Hue.BLUE",
              "3L",
              "null",
              "new Pair(1, \"p\")",
              "new Mass(Double.NaN, 'm')",
              "new Duo<>(1, \"d\")");
      case HUE -> dice.of("Hue.RED", "Hue.GREEN", "Hue.BLUE");
      default -> type.zero();
    };
  }

  // Expressions of particular types.

  private Node special(Ty type, int depth) {
    return switch (type) {
      case INT -> numbers.integer(depth);
      case LONG ->
          dice.percent(80)
              ? numbers.binary(type, dice.of(Ty.INT, Ty.LONG, Ty.CHAR), depth)
              : places.step(type, depth);
      case DOUBLE ->
          dice.percent(80)
              ? numbers.arithmetic(type, type, dice.of(Ty.INT, Ty.LONG, Ty.DOUBLE), depth)
              : places.step(type, depth);
      case SHORT, BYTE ->
          dice.percent(60) ? numbers.narrowed(type, depth) : places.step(type, depth);
      case CHAR ->
          dice.percent(60)
              ? Node.expr(type, "cast", "(char) ('a' + (", operand(Ty.INT, depth), " & 15))")
              : places.step(type, depth);
      case BOOL -> new Conditions(body, this).special(depth);
      case STR -> references.text(depth);
      case BOX ->
          dice.percent(70)
              ? Node.expr(type, "", "Integer.valueOf(", of(Ty.INT, depth), ")")
              : places.step(type, depth);
      case OBJ -> any(depth);
      case HUE -> Node.expr(type, "", "Hue.of(", of(Ty.INT, depth), ")");
      case INTS -> references.array(depth);
      case STRS ->
          Node.expr(
              type, "array", "new String[] {", of(Ty.STR, depth), ", ", of(Ty.STR, depth), "}");
      case BYTES -> Node.expr(type, "array", "new byte[] {1, ", of(Ty.BYTE, depth), "}");
      case LIST -> references.list(depth);
      default -> leaf(type);
    };
  }
}
