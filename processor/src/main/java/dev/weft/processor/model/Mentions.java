package dev.weft.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The locals that a body mentions at all, outside of the parts in it. */
public final class Mentions {
  private final Set<Local> found = new LinkedHashSet<>();

  private Mentions() {}

  /** All locals that the statements read or write. */
  public static Set<Local> of(List<Stmt> body) {
    Mentions mentions = new Mentions();
    body.forEach(mentions::statement);
    return mentions.found;
  }

  private void code(Code code) {
    found.addAll(code.reads());
    found.addAll(code.writes());
  }

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.Part) {
      return;
    }
    if (statement instanceof Stmt.Plain plain) {
      code(plain.code());
    } else if (statement instanceof Stmt.Assign assign) {
      found.add(assign.target());
      code(assign.value());
    } else if (statement instanceof Stmt.Pick pick) {
      found.addAll(pick.assigned());
      code(pick.code());
    } else if (statement instanceof Stmt.Pause pause) {
      code(pause.suspension().operand());
    } else if (statement instanceof Stmt.If choice) {
      code(choice.condition());
    } else if (statement instanceof Stmt.Loop loop) {
      loop.condition().ifPresent(this::code);
      loop.updates().forEach(this::code);
    } else if (statement instanceof Stmt.Switch choice) {
      code(choice.key());
    }
    statement.children().forEach(this::statement);
  }
}
