package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Node.Sort;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes what can be assigned, and assignments of all kinds. */
final class Places {
  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Places(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  Node assignment(Ty type, int depth) {
    Node target = lvalue(type, depth);
    return target == null
        ? exprs.of(type, depth)
        : Node.expr(type, "=", target, " = ", exprs.assigned(type, depth));
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
      return Node.expr(type, "", "Lib.box(", exprs.any(depth), ").count");
    }
    if (type == Ty.INT && dice.percent(15)) {
      Node row = Node.expr(Ty.INTS, "", "Lib.box(", exprs.any(depth), ").grid");
      return cell(type, depth, cell(Ty.INTS, depth, row));
    }
    if (type == Ty.STR && dice.percent(30)) {
      return Node.expr(type, "a[i]", exprs.leaf(Ty.STRS), "[", index(depth), "]");
    }
    if (type == Ty.BYTE && dice.percent(40)) {
      return Node.expr(type, "a[i]", exprs.leaf(Ty.BYTES), "[", index(depth), "]");
    }
    List<Node> fields = fields(type, depth);
    return fields.isEmpty() ? null : dice.of(fields);
  }

  Node cell(Ty type, int depth, Node array) {
    return Node.expr(type, "a[i]", array, "[", index(depth), "]");
  }

  private Node receiver(int depth) {
    return dice.percent(70)
        ? exprs.leaf(Ty.INTS)
        : Node.expr(Ty.INTS, "", "Lib.box(", exprs.any(depth), ").cells");
  }

  Node index(int depth) {
    return dice.percent(92)
        ? Node.expr(Ty.INT, "", exprs.operand(Ty.INT, depth), " & 1")
        : exprs.of(Ty.INT, depth);
  }

  List<Node> fields(Ty type, int depth) {
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
    if (!field.isStatic() && dice.percent(30)) {
      ways.add(
          Node.expr(
              field.type(),
              "",
              host + ".fresh(",
              exprs.of(Ty.INT, depth - 2),
              ")." + field.name()));
    }
    return ways;
  }

  /** Increments and compound assignments. */
  Node step(Ty type, int depth) {
    Node target = lvalue(type, depth);
    if (target == null) {
      return exprs.leaf(type);
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
      return Node.expr(type, "+=", target, " += ", exprs.any(depth));
    }
    if (type == Ty.BOOL) {
      return Node.expr(type, "+=", target, dice.of(" &= ", " |= ", " ^= "), exprs.of(type, depth));
    }
    if (type == Ty.BOX) {
      return Node.expr(type, "+=", target, dice.of(" += ", " -= "), exprs.cast(Ty.INT, depth));
    }
    Ty right = dice.of(Ty.INT, Ty.INT, Ty.LONG, Ty.CHAR, Ty.DOUBLE, type);
    if (type.isIntegral() && right.isIntegral() && dice.percent(40)) {
      String op = dice.of(" <<= ", " >>= ", " >>>= ", " &= ", " |= ", " ^= ");
      return Node.expr(type, "+=", target, op, exprs.of(right, depth));
    }
    return Node.expr(type, "+=", target, dice.of(" += ", " -= ", " *= "), exprs.of(right, depth));
  }

  /** Whether an expression may stand alone as a statement. */
  static boolean isStatement(Node node) {
    return node.sort == Sort.EXPR
        && (node.tag.equals("=") || node.tag.equals("++") || node.tag.equals("+="));
  }
}
