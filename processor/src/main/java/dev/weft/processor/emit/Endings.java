package dev.weft.processor.emit;

import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.List;

/**
 * Whether javac takes what stands behind a statement for reachable, as the statement is written. In
 * doubt it is said not to.
 */
final class Endings {
  private Endings() {}

  /** Whether a list is written as a single statement, without a switch over the ways in. */
  static boolean isSingle(List<Stmt> list) {
    return list.stream().filter(s -> !s.isAside()).count() == 1
        && list.stream().noneMatch(Stmt.Pause.class::isInstance);
  }

  /** Whether the end of a list can be reached. */
  static boolean reached(List<Stmt> list) {
    List<Stmt> real = list.stream().filter(s -> !s.isAside()).toList();
    if (real.isEmpty() || Range.of(list).isPresent() && !isSingle(list)) {
      return true;
    }
    return reached(real.get(real.size() - 1));
  }

  private static boolean reached(Stmt statement) {
    if (statement instanceof Stmt.Plain plain) {
      return plain.completes();
    }
    if (statement instanceof Stmt.Block block) {
      return reached(block.body());
    }
    if (statement instanceof Stmt.If choice) {
      return choice.otherwise().isEmpty()
          || reached(choice.then())
          || reached(choice.otherwise().get());
    }
    if (statement instanceof Stmt.Loop loop) {
      boolean isEndless =
          loop.condition().isEmpty() || loop.condition().get().toString().equals("true");
      return !isEndless && (loop.form() != Stmt.Loop.Form.DO || reached(loop.body()));
    }
    if (statement instanceof Stmt.Try attempt) {
      return reached(attempt.body()) || attempt.catches().stream().anyMatch(c -> reached(c.body()));
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return reached(labeled.body());
    }
    return !(statement instanceof Stmt.Switch);
  }
}
