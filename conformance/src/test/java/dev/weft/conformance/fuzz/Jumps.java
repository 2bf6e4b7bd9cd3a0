package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Body.Target;
import java.util.ArrayList;
import java.util.List;

/** Makes statements that do not complete normally. */
final class Jumps {
  private final Body body;
  private final Dice dice;

  Jumps(Body body) {
    this.body = body;
    this.dice = body.dice;
  }

  /** A statement that does not complete normally, if one can stand here. */
  Node jump() {
    List<Node> ways = new ArrayList<>();
    List<Runnable> marks = new ArrayList<>();
    boolean isPlain = true;
    boolean isPlainLoop = true;
    for (int i = body.targets.size() - 1; i >= 0; i--) {
      Target target = body.targets.get(i);
      if (target.isPlain && isPlain) {
        ways.add(Node.stmt("break", "break;"));
        marks.add(() -> target.isBroken = true);
        isPlain = false;
      }
      if (target.isPlain && target.isLoop && isPlainLoop) {
        ways.add(Node.stmt("continue", "continue;"));
        marks.add(() -> target.isContinued = true);
        isPlainLoop = false;
      }
      if (!target.label.isEmpty()) {
        ways.add(Node.stmt("break", "break " + target.label + ";"));
        marks.add(() -> target.isBroken = true);
        if (target.isLoop) {
          ways.add(Node.stmt("continue", "continue " + target.label + ";"));
          marks.add(() -> target.isContinued = true);
        }
      }
    }
    if (!ways.isEmpty() && dice.percent(70)) {
      int chosen = dice.below(ways.size());
      marks.get(chosen).run();
      body.completes = false;
      return ways.get(chosen);
    }
    body.completes = false;
    if (body.canReturn && dice.percent(60)) {
      return returned();
    }
    return thrown();
  }

  Node returned() {
    Ty type = body.method.result();
    return type == Ty.VOID
        ? Node.stmt("return", "return;")
        : Node.stmt("return", "return ", body.exprs.assigned(type, 3), ";");
  }

  private Node thrown() {
    if (!body.inClosure && dice.percent(40)) {
      return Node.stmt(
          "throw",
          "throw new Lib." + dice.of("Checked", "CheckedMore", "Unchecked", "Broken") + "(",
          body.exprs.any(2),
          ");");
    }
    return Node.stmt("throw", "throw Lib.boom(", body.exprs.of(Ty.INT, 2), ");");
  }
}
