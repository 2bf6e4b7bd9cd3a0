package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Node.Sort;
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

  Exprs(Body body) {
    this.body = body;
    this.dice = body.dice;
    this.pauses = new Pauses(body, this);
  }

  Pauses pauses() {
    return pauses;
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
      return supplier(depth);
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
      if (var.type() == Ty.OBJ && dice.percent(40)) {
        return Node.expr(Ty.OBJ, "", var.name());
      }
    }
    return Node.expr(Ty.OBJ, "", "(Object) ", operand(Ty.OBJ, depth)).operand();
  }

  // Expressions that every type has.

  private Node common(Ty type, int depth) {
    return switch (dice.below(9)) {
      case 0, 1 -> conditional(type, depth);
      case 2 -> switchExpression(type, depth);
      case 3, 4 -> tap(type, depth);
      case 5 -> assignment(type, depth);
      case 6 -> called(type, depth);
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

  private String tag() {
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
              operand(type, depth),
              " : ",
              otherwise);
        });
  }

  /** Declares a pattern variable. */
  Var binding(Ty type, boolean isAssignable) {
    Var var =
        new Var(
            Names.numbered(dice.of("b", "b", "q", "o"), body.scope),
            type,
            isAssignable,
            !isAssignable);
    body.scope.add(var);
    return var;
  }

  private Node called(Ty type, int depth) {
    Node made =
        body.closure(
            Border.LAMBDA,
            () ->
                dice.percent(60)
                    ? cast(type, depth)
                    : Node.expr(type, "", "{", body.stmts.some(2, 1), end(type, depth), "}"));
    return Node.expr(type, "lambda", "Lib.<" + type.boxed + ">call(() -> ", made, ")");
  }

  /** The end of the body of a lambda. */
  private Node end(Ty type, int depth) {
    return body.completes ? Node.stmt("", "return ", cast(type, depth), ";\n") : Node.none();
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

  private Node assignment(Ty type, int depth) {
    Node target = lvalue(type, depth);
    return target == null
        ? of(type, depth)
        : Node.expr(type, "=", target, " = ", assigned(type, depth));
  }

  /** Something of exactly this type that can be assigned, or null. */
  Node lvalue(Ty type, int depth) {
    if (body.inGuard) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Var var : body.scope.visible()) {
      if (var.type() == type && var.isAssignable()) {
        names.add(var.name());
      }
    }
    if (!names.isEmpty() && dice.percent(60)) {
      return Node.expr(type, "", dice.of(names));
    }
    if (type == Ty.INT && dice.percent(30)) {
      return cell(type, depth, receiver(depth));
    }
    if (type == Ty.INT && dice.percent(25)) {
      return Node.expr(type, "", "Lib.box(", any(depth), ").count");
    }
    if (type == Ty.STR && dice.percent(30)) {
      return Node.expr(type, "a[i]", leaf(Ty.STRS), "[", index(depth), "]");
    }
    if (type == Ty.BYTE && dice.percent(40)) {
      return Node.expr(type, "a[i]", leaf(Ty.BYTES), "[", index(depth), "]");
    }
    List<Node> fields = fields(type, depth);
    return fields.isEmpty() ? null : dice.of(fields);
  }

  private Node cell(Ty type, int depth, Node array) {
    return Node.expr(type, "a[i]", array, "[", index(depth), "]");
  }

  private Node receiver(int depth) {
    return dice.percent(70)
        ? leaf(Ty.INTS)
        : Node.expr(Ty.INTS, "", "Lib.box(", any(depth), ").cells");
  }

  private Node index(int depth) {
    return dice.percent(92)
        ? Node.expr(Ty.INT, "", operand(Ty.INT, depth), " & 1")
        : of(Ty.INT, depth);
  }

  private List<Node> fields(Ty type, int depth) {
    List<Node> found = new ArrayList<>();
    for (Plan.Field field : body.plan.fields()) {
      if (field.type() == type) {
        field(field, depth).forEach(f -> found.add(Node.expr(type, "", f)));
      }
    }
    return found;
  }

  private List<Object> field(Plan.Field field, int depth) {
    List<Object> ways = new ArrayList<>();
    String host = body.plan.className();
    if (field.isStatic()) {
      ways.add(host + "." + field.name());
    } else if (body.hasThis() && !body.inClass) {
      ways.add("this." + field.name());
    } else if (body.hasThis()) {
      ways.add(host + ".this." + field.name());
    }
    if ((field.isStatic() || body.hasThis()) && !body.scope.hides(field.name())) {
      ways.add(field.name());
    }
    if (!field.isStatic() && dice.percent(field.isPrivate() ? 2 : 30)) {
      ways.add(
          Node.expr(
              field.type(), "", host + ".fresh(", of(Ty.INT, depth - 2), ")." + field.name()));
    }
    return ways;
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
      found.addAll(fields(type, 0));
    }
    if (type == Ty.INTS || type == Ty.BYTES || type == Ty.STRS) {
      found.addAll(fields(type, 0));
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
          dice.of("\"o\"", "7", "2.5", "'z'", "Hue.BLUE", "3L", "null", "new Pair(1, \"p\")");
      case HUE -> dice.of("Hue.RED", "Hue.GREEN", "Hue.BLUE");
      default -> type.zero();
    };
  }

  // Expressions of particular types.

  private Node special(Ty type, int depth) {
    return switch (type) {
      case INT -> integer(depth);
      case LONG ->
          dice.percent(80)
              ? binary(type, dice.of(Ty.INT, Ty.LONG, Ty.CHAR), depth)
              : step(type, depth);
      case DOUBLE ->
          dice.percent(80)
              ? arithmetic(type, type, dice.of(Ty.INT, Ty.LONG, Ty.DOUBLE), depth)
              : step(type, depth);
      case SHORT, BYTE -> dice.percent(60) ? narrowed(type, depth) : step(type, depth);
      case CHAR ->
          dice.percent(60)
              ? Node.expr(type, "cast", "(char) ('a' + (", operand(Ty.INT, depth), " & 15))")
              : step(type, depth);
      case BOOL -> new Conditions(body, this).special(depth);
      case STR -> text(depth);
      case BOX ->
          dice.percent(70)
              ? Node.expr(type, "", "Integer.valueOf(", of(Ty.INT, depth), ")")
              : step(type, depth);
      case OBJ -> any(depth);
      case HUE -> Node.expr(type, "", "Hue.of(", of(Ty.INT, depth), ")");
      case INTS -> array(depth);
      case STRS ->
          Node.expr(
              type, "array", "new String[] {", of(Ty.STR, depth), ", ", of(Ty.STR, depth), "}");
      case BYTES -> Node.expr(type, "array", "new byte[] {1, ", of(Ty.BYTE, depth), "}");
      case LIST ->
          dice.percent(50)
              ? Node.expr(
                  type, "", "Lib.list(", box(depth), ", ", box(depth), ", ", box(depth), ")")
              : Node.expr(type, "new", "new ArrayList<>(", of(Ty.LIST, depth), ")");
      default -> leaf(type);
    };
  }

  private Node box(int depth) {
    return Node.expr(Ty.BOX, "", "Integer.valueOf(", of(Ty.INT, depth), ")");
  }

  private Node narrowed(Ty type, int depth) {
    return Node.expr(type, "cast", "(" + type.java + ") (", binary(Ty.INT, Ty.INT, depth), ")");
  }

  private Node array(int depth) {
    return switch (dice.below(5)) {
      case 0 -> Node.expr(Ty.INTS, "array", "new int[(", operand(Ty.INT, depth), " & 1) + 2]");
      case 1 ->
          Node.expr(Ty.INTS, "", "Lib.ints(", of(Ty.INT, depth), ", ", of(Ty.INT, depth), ")");
      case 2 ->
          Node.expr(
              Ty.INTS,
              "array",
              "new int[][] {{1, ",
              of(Ty.INT, depth),
              "}, ",
              of(Ty.INTS, depth),
              "}[",
              operand(Ty.INT, depth),
              " & 1]");
      default ->
          Node.expr(
              Ty.INTS, "array", "new int[] {", of(Ty.INT, depth), ", ", of(Ty.INT, depth), "}");
    };
  }

  private Node integer(int depth) {
    return switch (dice.below(13)) {
      case 0, 1, 2 -> binary(Ty.INT, dice.of(Ty.INT, Ty.INT, Ty.SHORT, Ty.CHAR, Ty.BYTE), depth);
      case 3, 4 -> step(Ty.INT, depth);
      case 5 -> Node.expr(Ty.INT, "", dice.of("-", "~"), operand(Ty.INT, depth));
      case 6 ->
          Node.expr(Ty.INT, "cast", "(int) ", cast(dice.of(Ty.LONG, Ty.DOUBLE, Ty.CHAR), depth));
      case 7 ->
          Node.expr(
              Ty.INT,
              "call",
              "Lib.add(",
              of(Ty.INT, depth),
              ", ",
              of(Ty.LONG, depth),
              ", ",
              of(Ty.INT, depth),
              ")");
      case 8 ->
          Node.expr(
              Ty.INT,
              "varargs",
              "Lib.sum(",
              of(Ty.INT, depth),
              Node.option("", ", ", any(depth)),
              Node.option("", ", ", any(depth)),
              ")");
      case 9 ->
          Node.expr(
              Ty.INT,
              "call",
              "Lib.box(",
              any(depth),
              ")",
              dice.percent(40) ? Node.option("", ".with(", any(depth), ")") : Node.none(),
              ".plus(",
              of(Ty.INT, depth),
              ")");
      case 10 -> cell(Ty.INT, depth, operand(Ty.INTS, depth));
      case 11 -> measured(depth);
      default -> lambda(depth);
    };
  }

  private Node measured(int depth) {
    return switch (dice.below(6)) {
      case 0 -> Node.expr(Ty.INT, "", operand(Ty.INTS, depth), ".length");
      case 1 -> Node.expr(Ty.INT, "", operand(Ty.STR, depth), ".length()");
      case 2 -> Node.expr(Ty.INT, "", operand(Ty.LIST, depth), ".size()");
      case 3 -> Node.expr(Ty.INT, "", operand(Ty.LIST, depth), ".get(", index(depth), ")");
      case 4 ->
          Node.expr(
              Ty.INT, "new", "new Lib.Pair(", of(Ty.INT, depth), ", ", any(depth), ").left()");
      default -> {
        String name = body.plan.className();
        yield body.hasThis() && !body.inClass && dice.percent(50)
            ? Node.expr(Ty.INT, "private", "hidden(", of(Ty.INT, depth), ")")
            : Node.expr(Ty.INT, "private", name + ".secret(", of(Ty.INT, depth), ")");
      }
    };
  }

  private Node lambda(int depth) {
    if (dice.percent(40)) {
      Node computed = body.closure(Border.LAMBDA, () -> cast(Ty.INT, depth));
      return Node.expr(Ty.INT, "lambda", "Lib.run(() -> ", computed, ")");
    }
    Node value = of(Ty.INT, depth);
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
              cast(Ty.INT, depth),
              ")");
        });
  }

  /** Arithmetic of integers, whose left side has the type of the whole. */
  private Node binary(Ty type, Ty right, int depth) {
    return switch (dice.below(6)) {
      case 0 ->
          Node.expr(
              type,
              "",
              operand(type, depth),
              dice.of(" / ", " % "),
              dice.percent(93)
                  ? Node.expr(right, "", "(", operand(right, depth), " | 1)")
                  : operand(right, depth));
      case 1 ->
          Node.expr(
              type,
              "",
              operand(type, depth),
              dice.of(" << ", " >> ", " >>> "),
              operand(right, depth));
      case 2 ->
          Node.expr(
              type, "", operand(type, depth), dice.of(" & ", " | ", " ^ "), operand(right, depth));
      default -> arithmetic(type, type, right, depth);
    };
  }

  private Node arithmetic(Ty type, Ty left, Ty right, int depth) {
    return dice.percent(70)
        ? Node.expr(
            type, "", operand(left, depth), dice.of(" + ", " - ", " * "), operand(right, depth))
        : Node.expr(
            type,
            "",
            operand(left, depth),
            dice.of(" + ", " - "),
            operand(right, depth),
            dice.of(" + ", " * "),
            operand(right, depth));
  }

  /** Increments and compound assignments. */
  Node step(Ty type, int depth) {
    Node target = lvalue(type, depth);
    if (target == null) {
      return leaf(type);
    }
    if (type != Ty.BOOL && type != Ty.STR && dice.percent(50)) {
      String op = dice.of("++", "--");
      return dice.percent(50)
          ? Node.expr(type, "++", op, target)
          : Node.expr(type, "++", target, op);
    }
    return compound(type, target, depth);
  }

  Node compound(Ty type, Node target, int depth) {
    if (type == Ty.STR) {
      return Node.expr(type, "+=", target, " += ", any(depth));
    }
    if (type == Ty.BOOL) {
      return Node.expr(type, "+=", target, dice.of(" &= ", " |= ", " ^= "), of(type, depth));
    }
    if (type == Ty.BOX) {
      return Node.expr(type, "+=", target, dice.of(" += ", " -= "), cast(Ty.INT, depth));
    }
    Ty right = dice.of(Ty.INT, Ty.INT, Ty.LONG, Ty.CHAR, Ty.DOUBLE, type);
    if (type.isIntegral() && right.isIntegral() && dice.percent(40)) {
      String op = dice.of(" <<= ", " >>= ", " >>>= ", " &= ", " |= ", " ^= ");
      return Node.expr(type, "+=", target, op, of(right, depth));
    }
    return Node.expr(type, "+=", target, dice.of(" += ", " -= ", " *= "), of(right, depth));
  }

  private Node text(int depth) {
    return switch (dice.below(7)) {
      case 0 -> step(Ty.STR, depth);
      case 1 -> Node.expr(Ty.STR, "call", "Lib.join(", any(depth), ", ", any(depth), ")");
      case 2 -> Node.expr(Ty.STR, "", "Lib.cut(", of(Ty.STR, depth), ", ", of(Ty.INT, depth), ")");
      case 3 ->
          Node.expr(
              Ty.STR,
              "call",
              "String.valueOf(",
              operand(dice.of(Ty.INT, Ty.BOOL, Ty.CHAR, Ty.OBJ), depth),
              ")");
      default ->
          Node.expr(
              Ty.STR,
              "concat",
              dice.percent(50)
                  ? Node.expr(Ty.STR, "", "\"" + tag() + "\"")
                  : operand(Ty.STR, depth),
              " + ",
              any(depth).operand(),
              dice.percent(50) ? Node.option("", " + ", any(depth).operand()) : Node.none());
    };
  }

  /** A {@code Supplier<Integer>}, in one of the ways to make one. */
  private Node supplier(int depth) {
    return switch (dice.below(5)) {
      case 0 -> leaf(Ty.SUP);
      case 1 -> Node.expr(Ty.SUP, "reference", operand(Ty.STR, depth), "::length");
      case 2 -> anonymous(depth);
      default ->
          Node.expr(
              Ty.SUP, "lambda", "() -> ", body.closure(Border.LAMBDA, () -> cast(Ty.INT, depth)));
    };
  }

  private Node anonymous(int depth) {
    return body.closure(
        Border.CLASS,
        () -> {
          Var own = body.reserve(Ty.INT, true, false);
          Node start = cast(Ty.INT, depth);
          body.scope.add(own);
          Node before = body.closure(Border.NONE, () -> body.stmts.some(2, 1));
          Node end =
              body.completes
                  ? Node.stmt("", "return " + own.name() + "++ + ", operand(Ty.INT, depth), ";\n")
                  : Node.none();
          return Node.expr(
              Ty.SUP,
              "anonymous",
              "new Supplier<Integer>() {\nprivate int " + own.name() + " = ",
              start,
              ";\n@Override public Integer get() {",
              before,
              end,
              "}\n}");
        });
  }

  /** Whether an expression may stand alone as a statement. */
  static boolean isStatement(Node node) {
    return node.sort == Sort.EXPR
        && (node.tag.equals("=") || node.tag.equals("++") || node.tag.equals("+="));
  }
}
