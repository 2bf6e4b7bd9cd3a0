package dev.weft.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The numbers of the suspensions inside a statement, which are always contiguous.
 *
 * @param first the lowest
 * @param last the highest
 */
public record Range(int first, int last) {

  public static Optional<Range> of(List<Stmt> statements) {
    Optional<Range> all = Optional.empty();
    for (Stmt each : statements) {
      all = union(all, of(each));
    }
    return all;
  }

  public static Optional<Range> of(Stmt statement) {
    if (statement instanceof Stmt.Pause pause) {
      int number = pause.suspension().number();
      return Optional.of(new Range(number, number));
    }
    return of(statement.children());
  }

  private static Optional<Range> union(Optional<Range> a, Optional<Range> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? a : b;
    }
    return Optional.of(
        new Range(Math.min(a.get().first, b.get().first), Math.max(a.get().last, b.get().last)));
  }
}
