package dev.weft.processor.emit;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.List;
import java.util.Optional;

/**
 * What decides which way a compound statement takes: the user's own condition, unless the stepper
 * is on its way back to a suspension inside the statement.
 */
final class WaysBack {
  private static final int LABELS_A_LINE = 16;

  private final String at;

  WaysBack(String at) {
    this.at = at;
  }

  /** The labels of the first group, which is also where a run that looks for nothing begins. */
  void openFirst(Optional<Range> inside, CodeWriter out) {
    labels(0, inside.map(Range::first).orElse(1), inside.map(Range::last).orElse(0), out);
  }

  /** The labels of a group that begins with a statement around suspensions. */
  void open(Range inside, CodeWriter out) {
    labels(inside.first(), inside.first() + 1, inside.last(), out);
  }

  /** Labels for one number and a range of others. */
  private static void labels(int single, int first, int last, CodeWriter out) {
    StringBuilder labels = new StringBuilder("case " + single);
    int onLine = 1;
    for (int number = first; number <= last; number++) {
      if (onLine == LABELS_A_LINE) {
        out.line(labels + ":");
        labels = new StringBuilder("case " + number);
        onLine = 1;
      } else {
        labels.append(", ").append(number);
        onLine++;
      }
    }
    out.open(labels + ":");
  }

  /** The condition of an if. */
  Code condition(Stmt.If choice) {
    Optional<Range> then = Range.of(choice.then());
    Optional<Range> otherwise = choice.otherwise().flatMap(Range::of);
    if (then.isPresent() && otherwise.isPresent()) {
      return Code.join(
          at + " == 0 ? ",
          Precedence.operand(choice.condition()),
          " : " + at + " <= " + then.get().last());
    }
    if (then.isPresent()) {
      return entered(choice.condition());
    }
    return otherwise.isPresent()
        ? Code.join(at + " == 0 && ", Precedence.factor(choice.condition()))
        : choice.condition();
  }

  private Code entered(Code condition) {
    return Code.join(at + " != 0 || ", Precedence.operand(condition));
  }

  /** The condition of a loop, if it has one. */
  Optional<Code> test(Stmt.Loop loop) {
    return Range.of(loop).isPresent() ? loop.condition().map(this::entered) : loop.condition();
  }

  /** The user's key of a switch, or on the way back a constant of the branch to go on in. */
  Code key(Stmt.Switch choice) {
    List<Stmt.Branch> entered =
        choice.branches().stream().filter(b -> Range.of(b.body()).isPresent()).toList();
    if (entered.isEmpty()) {
      return choice.key();
    }
    Code.Builder key =
        new Code.Builder().add(at + " == 0 ? ").add(Precedence.operand(choice.key())).add(" : ");
    for (int i = 0; i < entered.size(); i++) {
      Stmt.Branch branch = entered.get(i);
      if (i < entered.size() - 1) {
        key.add(at + " <= " + Range.of(branch.body()).orElseThrow().last() + " ? ");
      }
      key.add(branch.selector().orElseThrow()).add(i < entered.size() - 1 ? " : " : "");
    }
    return key.build();
  }
}
