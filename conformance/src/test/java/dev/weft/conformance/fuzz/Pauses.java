package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes suspensions: questions and delegations. */
final class Pauses {
  private static final Set<String> PAUSES =
      Set.of(
          "yield",
          "ask",
          "emit",
          "call default",
          "call family",
          "call generic",
          "call generic class",
          "call inner",
          "call instance",
          "call static",
          "call virtual");

  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  Pauses(Body body, Exprs exprs) {
    this.body = body;
    this.exprs = exprs;
    this.dice = body.dice;
  }

  /** Whether a piece is itself a suspension. */
  static boolean isPause(Node node) {
    return PAUSES.contains(node.tag);
  }

  boolean canAsk(Ty type) {
    return type != Ty.SUP && type != Ty.RES && type != Ty.VOID;
  }

  /** A suspension whose value has the type, wherever it stands. */
  Node pause(Ty type, int depth) {
    body.pauses--;
    if (dice.percent(35)) {
      Node call = delegation(type, depth);
      if (call != null) {
        return call;
      }
    }
    if (dice.percent(20)) {
      switch (type) {
        case INT, BOX:
          return Node.expr(type, "ask", "Yield.ask(new Lib.AskInt(", exprs.any(depth), "))");
        case STR:
          return Node.expr(type, "ask", "Yield.ask(new Lib.AskStr(", exprs.any(depth), "))");
        case BOOL:
          return Node.expr(type, "ask", "Yield.ask(new Lib.AskBool(", exprs.any(depth), "))");
        default:
          break;
      }
    }
    return dice.percent(60)
        ? Node.expr(type, "yield", "Yield.<" + type.boxed + ">yield(", question(type, depth), ")")
        : Node.expr(type, "yield", "(" + type.java + ") Yield.yield(", question(type, depth), ")");
  }

  /** A suspension that takes its type from where it stands. */
  Node inferred(Ty type, int depth) {
    body.pauses--;
    return Node.expr(type, "yield", "Yield.yield(", question(type, depth), ")");
  }

  /** A suspension as a statement, without its semicolon. */
  Node statement(int depth) {
    body.pauses--;
    if (dice.percent(25)) {
      Node call = delegation(dice.percent(60) ? Ty.VOID : Ty.INT, depth);
      if (call != null) {
        return call;
      }
    }
    return dice.percent(50)
        ? Node.expr(Ty.VOID, "emit", "Yield.emit(", exprs.any(depth), ")")
        : Node.expr(Ty.VOID, "yield", "Yield.yield(", question(Ty.STR, depth), ")");
  }

  /** What is asked tells the driver which type of answer is expected. */
  private Node question(Ty type, int depth) {
    return Node.expr(Ty.STR, "", "\"" + type.sign + ":\" + ", exprs.any(depth).operand());
  }

  private Node delegation(Ty type, int depth) {
    if (dice.percent(40) && type != Ty.VOID) {
      return fixed(type, depth);
    }
    List<Plan.Method> callees = new ArrayList<>();
    for (Plan.Method method : body.plan.methods()) {
      if (method.result() == type) {
        callees.add(method);
      }
    }
    return callees.isEmpty() ? null : call(type, dice.of(callees), depth);
  }

  /** A call of one of the methods that every program has. */
  private Node fixed(Ty type, int depth) {
    String host = body.plan.className();
    if (dice.percent(60)) {
      Node call = Family.call(body, type, depth - 1);
      if (call != null) {
        return call;
      }
    }
    boolean isOrdered = type == Ty.STR || type == Ty.BOX || type == Ty.INT;
    boolean isExplicit = dice.percent(50) || type == Ty.OBJ;
    String witness = isExplicit ? "<" + type.boxed + ">" : "";
    return isOrdered && dice.percent(50)
        ? Node.expr(
            type,
            "call generic",
            host + "." + witness + "later(fuel - 1, ",
            exprs.cast(type, depth - 1),
            ", ",
            exprs.cast(type, depth - 1),
            ")")
        : Node.expr(
            type,
            "call generic",
            host + "." + witness + "same(fuel - 1, ",
            exprs.cast(type, depth - 1),
            ")");
  }

  private Node call(Ty type, Plan.Method callee, int depth) {
    List<Object> parts = new ArrayList<>();
    String host = body.plan.className();
    boolean isOfSame = callee.isNested() == body.method.isNested();
    if (callee.isStatic()) {
      String nested = dice.of("", host + ".") + Plan.NESTED + ".";
      parts.add(isOfSame && dice.percent(50) ? "" : callee.isNested() ? nested : host + ".");
    } else if (callee.isNested()) {
      boolean isOwn = isOfSame && !body.method.isStatic() && !body.inClass;
      parts.add(isOwn ? dice.of("", "this.") : "new " + Plan.NESTED + "(fuel).");
    } else if (body.hasThis() && dice.percent(75)) {
      parts.add(dice.of("", "this.", "Lib.tap(\"me\", this)."));
    } else {
      parts.add(host + ".fresh(");
      parts.add(exprs.of(Ty.INT, depth - 1));
      parts.add(").");
    }
    parts.add(callee.name() + "(fuel - 1");
    for (Plan.Param param : callee.params()) {
      if (param.isVarargs() && dice.percent(70)) {
        Ty item = param.type() == Ty.INTS ? Ty.INT : Ty.STR;
        for (int i = dice.below(3); i > 0; i--) {
          parts.add(Node.option("varargs", ", ", exprs.of(item, depth - 1)));
        }
      } else {
        parts.add(", ");
        parts.add(exprs.assigned(param.type(), depth - 1));
      }
    }
    parts.add(")");
    return Node.expr(type, callee.isStatic() ? "call static" : "call instance", parts.toArray());
  }
}
