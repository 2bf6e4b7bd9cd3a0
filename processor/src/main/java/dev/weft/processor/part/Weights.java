package dev.weft.processor.part;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes of bytecode a statement may come to: a guess, rather too high than too low. */
final class Weights {
  /** A string, a word or number with the packages before it, or a sign that is an operation. */
  private static final Pattern TOKENS =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|(?:[a-z]\\w*\\.)*[\\w$]+|[-+*/%&|^<>!?\\[]=?");

  private static final int TOKEN = 3;

  /** The check for the answer, or the call, and the way back to it. */
  private static final int SUSPENSION = 30;

  /** To save and load a local at a suspension, and to tell the way to one in each block. */
  private static final int WAY = 4;

  /** The call of a part, and what is done about its outcome. */
  private static final int PART = 60;

  private static final int COMPOUND = 20;

  private final IdentityHashMap<Stmt, Integer> known = new IdentityHashMap<>();
  private final Map<Integer, Integer> saves;

  /**
   * @param saves how many locals are stored or loaded at each suspension
   */
  Weights(Map<Integer, Integer> saves) {
    this.saves = saves;
  }

  int of(List<Stmt> statements) {
    int labels = Range.of(statements).map(r -> (r.last() - r.first() + 1) * WAY).orElse(0);
    return labels + statements.stream().mapToInt(this::of).sum();
  }

  int of(Stmt statement) {
    Integer weight = known.get(statement);
    if (weight == null) {
      weight = weigh(statement);
      known.put(statement, weight);
    }
    return weight;
  }

  private int weigh(Stmt statement) {
    if (statement.isAside()) {
      return 0;
    }
    if (statement instanceof Stmt.Part) {
      return PART;
    }
    if (statement instanceof Stmt.Plain plain) {
      return of(plain.code());
    }
    if (statement instanceof Stmt.Pick pick) {
      return of(pick.code());
    }
    if (statement instanceof Stmt.Assign assign) {
      return of(assign.value()) + TOKEN;
    }
    if (statement instanceof Stmt.Pause pause) {
      int number = pause.suspension().number();
      return of(pause.suspension().operand())
          + SUSPENSION
          + saves.getOrDefault(number, 0) * 2 * WAY;
    }
    if (statement instanceof Stmt.If choice) {
      return of(choice.condition())
          + COMPOUND
          + of(List.of(choice.then()))
          + choice.otherwise().map(o -> of(List.of(o))).orElse(0);
    }
    if (statement instanceof Stmt.Block block) {
      return of(block.body());
    }
    return compound(statement);
  }

  private int compound(Stmt statement) {
    int head = COMPOUND;
    if (statement instanceof Stmt.Loop loop) {
      head += loop.condition().map(Weights::of).orElse(0);
      head += loop.updates().stream().mapToInt(Weights::of).sum();
      return head + of(List.of(loop.body()));
    }
    if (statement instanceof Stmt.Switch choice) {
      head += of(choice.key());
      for (Stmt.Branch branch : choice.branches()) {
        head += COMPOUND + of(branch.body());
      }
      return head;
    }
    if (statement instanceof Stmt.Try attempt) {
      // The compiler writes a finally twice, and again for each jump that leaves the try.
      head += attempt.finallyBody().map(f -> 3 * of(List.of(f))).orElse(0);
      head += attempt.catches().stream().mapToInt(c -> COMPOUND + of(List.of(c.body()))).sum();
      return head + of(List.of(attempt.body()));
    }
    return head + of(statement.children());
  }

  static int of(Code code) {
    int tokens = 0;
    for (Matcher m = TOKENS.matcher(code.toString()); m.find(); ) {
      char first = m.group().charAt(0);
      tokens += Character.isJavaIdentifierPart(first) || first == '"' ? TOKEN : 1;
    }
    return tokens;
  }
}
