package dev.weft.processor.flow;

import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what the emitter relies on: the suspensions are numbered in the order in which they stand,
 * none is missing and none stands twice, so that those inside a statement are a contiguous range.
 * That jumps have targets is checked when the flow graph is built.
 */
public final class Verifier {
  private final List<Integer> found = new ArrayList<>();

  private Verifier() {}

  /**
   * Checks a machine.
   *
   * @throws IllegalStateException if a pass before has made a mistake
   */
  public static void verify(Machine machine) {
    Verifier verifier = new Verifier();
    machine.body().forEach(verifier::visit);
    for (int i = 0; i < machine.suspensions().size(); i++) {
      if (verifier.found.size() <= i || verifier.found.get(i) != i + 1) {
        throw new IllegalStateException("suspensions out of order: " + verifier.found);
      }
    }
    if (verifier.found.size() != machine.suspensions().size()) {
      throw new IllegalStateException("suspensions that stand twice: " + verifier.found);
    }
  }

  private void visit(Stmt statement) {
    if (statement instanceof Stmt.Pause pause) {
      found.add(pause.suspension().number());
    }
    statement.children().forEach(this::visit);
  }
}
