package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Labelled {@code break} and {@code continue} over several levels. */
class LabelTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LabelTest.class);
  }

  @Comp
  static String continueOuter(Log log) {
    StringBuilder s = new StringBuilder();
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (ask(new Bool("next row " + i + j))) {
          log.add("continue outer");
          continue outer;
        }
        s.append(i).append(j).append(' ');
      }
      log.add("row " + i + " complete");
    }
    return s.toString();
  }

  @Comp
  static String breakOuter(Log log) {
    String found = "none";
    search:
    for (String row : List.of("ab", "cd", "ef")) {
      for (char c : row.toCharArray()) {
        if (ask(new Bool("is it " + c))) {
          found = row + c;
          break search;
        }
        log.add("not " + c);
      }
    }
    return found;
  }

  @Comp
  static int threeLevels(Log log) {
    int count = 0;
    a:
    for (int i = 0; i < 3; i++) {
      b:
      for (int j = 0; j < 3; j++) {
        int k = 0;
        while (true) {
          int n = Yield.yield(Q.num(i + "." + j + "." + k, -4, 3));
          count++;
          if (n == 0) continue a;
          if (n == 1) continue b;
          if (n == 2) break b;
          if (n == 3) break a;
          if (++k > 2) break;
        }
        log.add("fell out of while at " + i + j);
      }
      log.add("end of " + i);
    }
    return count;
  }

  @Comp
  static String labelledBlock(Log log) {
    String result = "default";
    block:
    {
      if (ask(new Bool("skip all"))) break block;
      result = ask(new Str("result"));
      if (result.isEmpty()) {
        log.add("empty");
        break block;
      }
      log.add("full");
    }
    return result;
  }

  @Comp
  static String labelledIf(Log log) {
    decide:
    if (ask(new Bool("enter"))) {
      log.add("entered");
      if (ask(new Bool("leave"))) break decide;
      log.add("not left");
    } else {
      if (ask(new Num("n")) > 1) break decide;
      log.add("small");
    }
    return ask(new Str("end"));
  }

  @Comp
  static int continueOuterDoWhile(Log log) {
    int rounds = 0;
    again:
    do {
      rounds++;
      for (int i = 0; ; i++) {
        int n = ask(new Num("n " + i));
        if (n > 1) continue again;
        if (n < 0) break;
        if (i > 2) break again;
      }
      log.add("round " + rounds);
    } while (rounds < 4 && ask(new Bool("once more")));
    return rounds;
  }

  @Comp
  static int continueRunsTheSuspendingUpdate(Log log) {
    int n = 0;
    outer:
    for (int i = 0; i < 6; i += 1 + Math.abs(ask(new Num("update")))) {
      for (; ; ) {
        n++;
        if (i % 2 == 0) continue outer;
        if (ask(new Bool("leave inner"))) break;
      }
      log.add("odd " + i);
    }
    return n;
  }

  @Comp
  static String throughSwitch(Log log) {
    String out = "";
    loop:
    for (int i = 0; i < 5; i++) {
      switch (ask(new Num("what"))) {
        case 0:
          log.add("zero breaks the switch");
          break;
        case 1:
          log.add("one continues");
          continue;
        case 2:
          log.add("two breaks the loop");
          break loop;
        default:
          out += ask(new Str("default"));
          continue loop;
      }
      out += i;
    }
    return out;
  }

  @Comp
  static String throughTry(Log log) {
    String out = "";
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        try {
          int n = ask(new Num(i + "-" + j));
          if (n == 0) continue outer;
          if (n == 1) break outer;
          if (n == 2) continue;
          out += n;
        } finally {
          log.add("finally " + i + j);
          Yield.emit("cleaning " + i + j);
        }
        out += ";";
      }
      out += "/";
    }
    return out;
  }

  @Comp
  static int sameLabelTwice() {
    int n = 0;
    loop:
    for (int i = 0; i < 2; i++) {
      while (true) {
        if (ask(new Bool("first " + i))) continue loop;
        n++;
      }
    }
    loop:
    for (int i = 0; i < 2; i++) {
      while (true) {
        if (ask(new Bool("second " + i))) break loop;
        n += 10;
      }
    }
    return n;
  }

  @Comp
  static int labelNamedLikeAVariable() {
    int state = 0;
    state:
    while (state < 5) {
      at:
      {
        state++;
        if (ask(new Bool("break at"))) break at;
        if (ask(new Bool("continue state"))) continue state;
        state += 2;
      }
      Yield.emit(state);
    }
    return state;
  }

  @Comp
  static String labelsOfLoopsWithASuspendingHead(Log log) {
    words:
    for (String word : List.of(ask(new Str("a")), "b", "c")) {
      for (char c : word.toCharArray()) {
        if (c == 'b') {
          continue words;
        }
        if (c == 'c') {
          break words;
        }
        log.add(c);
      }
    }
    choice:
    switch (Yield.<Integer>yield(Q.num("n"))) {
      case 1:
        log.add("one");
        break choice;
      default:
        log.add("many");
    }
    words:
    for (int i = 0; i < 2; i++) {
      while (true) {
        if (ask(new Bool("next"))) {
          continue words;
        }
        break words;
      }
    }
    return "end";
  }
}
