package dev.weft.processor.part;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many bytes of bytecode a statement may come to: a guess, rather too high than too low. */
final class Weights {
  private static final String OPERATIONS = "-+*/%&|^<>!?[";

  private static final int TOKEN = 3;

  /**
   * The check for the answer, or the call, the way back to it, and what the JIT compiler merges
   * with all that: where that comes to 8,000 bytes in a method, it makes calls of the rest.
   */
  private static final int SUSPENSION = 75;

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

  /** Three bytes for each operand or call, one for each operation. */
  static int of(Code code) {
    String text = code.toString();
    int weight = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        weight += TOKEN;
        i = endOfQuote(text, i);
      } else if (Character.isJavaIdentifierPart(c)) {
        weight += TOKEN;
        i = endOfName(text, i);
      } else {
        weight += OPERATIONS.indexOf(c) >= 0 ? 1 : 0;
        i++;
      }
    }
    return weight;
  }

  private static int endOfQuote(String text, int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != text.charAt(start)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** A name goes with the packages, or the variable, in front of it. */
  private static int endOfName(String text, int start) {
    int i = start;
    boolean isPrefix;
    do {
      isPrefix = Character.isLowerCase(text.charAt(i));
      while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
        i++;
      }
      isPrefix &=
          i + 1 < text.length()
              && text.charAt(i) == '.'
              && Character.isJavaIdentifierPart(text.charAt(i + 1));
      i += isPrefix ? 1 : 0;
    } while (isPrefix);
    return i;
  }
}
