package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes try statements. */
final class Tries {
  /** Catch clauses in an order in which each can be reached. */
  private static final List<String> CAUGHT =
      List.of(
          "CheckedMore",
          "Checked",
          "Unchecked | IllegalStateException",
          "ArithmeticException | NullPointerException | IndexOutOfBoundsException",
          "RuntimeException",
          "Exception",
          "Broken",
          "Throwable");

  private final Body body;
  private final Dice dice;

  Tries(Body body) {
    this.body = body;
    this.dice = body.dice;
  }

  Node statement(int depth) {
    return dice.percent(30) && !body.inClosure
        ? body.scoped(Border.NONE, () -> withResources(depth))
        : plain(depth);
  }

  private Node plain(int depth) {
    boolean mayThrow = !body.inClosure;
    Node failing =
        mayThrow && dice.percent(70)
            ? Node.stmt("may", "\nLib.may(", body.exprs.of(Ty.INT, 2), ");")
            : Node.none();
    Node block =
        body.scoped(Border.NONE, () -> Node.stmt("", "{", failing, body.stmts.some(3, depth), "}"));
    boolean completes = body.completes;
    List<Object> parts = new ArrayList<>(List.of("try ", block));
    int catches = dice.below(3);
    completes |= catches(parts, catches, failing.parts.size() > 0, depth);
    if (parts.size() == 2 || dice.percent(50)) {
      completes &= finish(parts, depth);
    }
    body.completes = completes;
    return Node.stmt("try", parts.toArray());
  }

  /** Adds catch clauses; whether one of them completes normally. */
  private boolean catches(List<Object> parts, int count, boolean mayThrow, int depth) {
    boolean completes = false;
    int left = count;
    for (String types : CAUGHT) {
      boolean isChecked = types.startsWith("Checked");
      if (left > 0 && dice.percent(25) && (mayThrow || !isChecked)) {
        left--;
        parts.add(clause(types, depth));
        completes |= body.completes;
      }
    }
    return completes;
  }

  private Node clause(String types, int depth) {
    boolean seesAll = types.equals("Throwable");
    return body.scoped(
        Border.NONE,
        () -> {
          if (Patterns.HAVE_UNNAMED && !seesAll && dice.percent(15)) {
            return Node.option(
                "catch unnamed", " catch (" + types + " _) {", body.stmts.some(3, depth), "}");
          }
          String name = Names.fresh(dice, body.scope);
          body.scope.add(new Var(name, Ty.VOID, false, false));
          String pass = seesAll ? "\nLib.pass(" + name + ");" : "";
          Node inner = body.stmts.some(3, depth);
          boolean rethrows = body.completes && !body.inClosure && dice.percent(12);
          if (rethrows) {
            body.completes = false;
          }
          return Node.option(
              "catch" + (types.contains("|") ? " multi" : ""),
              " catch (" + types + " " + name + ") {" + pass,
              Node.option("", "\nLib.log(" + name + ");"),
              inner,
              rethrows ? "throw " + name + ";\n}" : "}");
        });
  }

  /** Adds a finally clause; whether it completes normally. */
  private boolean finish(List<Object> parts, int depth) {
    parts.add(Node.option("finally", " finally ", body.stmts.block(depth)));
    return body.completes;
  }

  private Node withResources(int depth) {
    List<Object> parts = new ArrayList<>();
    boolean[] completes = {true};
    boolean isApart = dice.percent(20);
    List<Object> head = new ArrayList<>();
    if (isApart) {
      Var kept = body.reserve(Ty.RES, false, true);
      Node opened = body.exprs.of(Ty.RES, 3);
      body.scope.add(kept);
      // Braces keep the name of a resource that is declared before the statement.
      parts.addAll(List.of("{\nRes " + kept.name() + " = ", opened, ";\n"));
      head.add(kept.name());
    }
    body.scoped(
        Border.NONE,
        () -> {
          if (!isApart) {
            head.add(resource());
          }
          if (dice.percent(40)) {
            head.add("; ");
            head.add(resource());
          }
          parts.add("try (");
          parts.addAll(head);
          parts.add(") ");
          Node block = body.stmts.block(depth);
          completes[0] = body.completes;
          parts.add(block);
          return block;
        });
    if (dice.percent(50)) {
      completes[0] |= catches(parts, 1 + dice.below(2), true, depth);
    }
    if (dice.percent(40)) {
      completes[0] &= finish(parts, depth);
    }
    body.completes = completes[0];
    if (isApart) {
      parts.add("\n}");
    }
    return Node.stmt("try resources", parts.toArray());
  }

  private Node resource() {
    if (Patterns.HAVE_UNNAMED && dice.percent(15)) {
      return Node.expr(Ty.RES, "", "var _ = ", body.exprs.of(Ty.RES, 3));
    }
    Var var = body.reserve(Ty.RES, false, true);
    Node opened = body.exprs.of(Ty.RES, 3);
    body.scope.add(var);
    String type = dice.of("Res", "Res", "var", "final Res");
    return Node.expr(Ty.RES, "", type + " " + var.name() + " = ", opened);
  }
}
