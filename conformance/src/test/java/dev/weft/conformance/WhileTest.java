package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code while} and {@code do} loops. */
class WhileTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(WhileTest.class);
  }

  @Comp
  static int inBody(Log log) {
    int left = 3;
    int sum = 0;
    while (log.tap("left", left) > 0) {
      sum += ask(new Num("n" + left));
      left--;
    }
    return sum;
  }

  @Comp
  static int inCondition(Log log) {
    int rounds = 0;
    while (ask(new Bool("again " + rounds))) {
      log.add("round " + rounds++);
    }
    return rounds;
  }

  @Comp
  static String inConditionAndBody(Log log) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 5 && ask(new Bool("go on at " + text.length()))) {
      text.append(ask(new Str("word"))).append('.');
      log.add(text);
    }
    return text.toString();
  }

  @Comp
  static String untilValid() {
    String email = Yield.yield("email");
    int tries = 0;
    while (!email.contains("3") && tries < 5) {
      email = Yield.yield("email again");
      tries++;
    }
    return email;
  }

  @Comp
  static int breakAndContinue(Log log) {
    int i = 0;
    while (true) {
      i++;
      if (i > 6) {
        break;
      }
      int n = ask(new Num("at " + i));
      if (n == 0) {
        log.add("skip " + i);
        continue;
      }
      if (n == 3) {
        log.add("break " + i);
        break;
      }
      Yield.emit("kept " + n);
      log.add("end of " + i);
    }
    return i;
  }

  @Comp
  static int endlessLeftByReturn() {
    int n = 0;
    for (; ; ) {
      while (true) {
        if (ask(new Bool("stop"))) {
          return n;
        }
        n++;
      }
    }
  }

  @Comp
  static int doInBody(Log log) {
    int n;
    int times = 0;
    do {
      n = ask(new Num("n"));
      log.add("got " + n);
      times++;
    } while (n < 2 && times < 6);
    return times;
  }

  @Comp
  static int doInCondition(Log log) {
    int times = 0;
    do {
      log.add("body " + times++);
    } while (ask(new Bool("again")));
    return times;
  }

  @Comp
  static String doInBoth(Log log) {
    String all = "";
    do {
      all += ask(new Str("part"));
      if (all.length() > 12) {
        log.add("long enough");
        break;
      }
      if (all.isEmpty()) {
        log.add("continue");
        continue;
      }
      log.add(all);
    } while (ask(new Num("more than " + all.length())) > 0);
    return all;
  }

  @Comp
  static int doOnceOnly() {
    int n = 5;
    do {
      n += ask(new Num("once"));
    } while (false);
    do n++;
    while (n < 8);
    return n;
  }

  @Comp
  static String nested(Log log) {
    StringBuilder out = new StringBuilder();
    int row = 0;
    while (row < 3) {
      int column = row;
      do {
        out.append(row).append(column);
        if (ask(new Bool(row + "/" + column))) {
          while (column < 3) {
            column += 1 + Math.abs(ask(new Num("step")));
            log.add("column " + column);
          }
        }
        column++;
      } while (column < 3);
      row++;
    }
    return out.toString();
  }

  @Comp
  static int conditionWithSideEffects() {
    Deque<Integer> queue = new ArrayDeque<>();
    queue.add(3);
    int visited = 0;
    Integer head;
    while ((head = queue.poll()) != null && visited++ < 10) {
      int n = ask(new Num("children of " + head));
      for (int i = 0; i < n && head > 0; i++) {
        queue.add(head - 1);
      }
    }
    return visited;
  }

  @Comp
  static int suspensionFreeLoopBetween() {
    int n = ask(new Num("n"));
    int sum = 0;
    int k = 0;
    while (k < 100) {
      if (k % 7 == n) {
        k += 2;
        continue;
      }
      sum += k++;
      if (sum > 1000) break;
    }
    return sum + ask(new Num("m"));
  }

  @Comp
  static void withoutBlock(Log log) {
    int i = 0;
    while (i < 3) Yield.emit(i++);
    do Yield.emit(i--);
    while (i > 0);
    log.add(i);
  }

  @Comp
  static void suspensionsThatNothingReaches(Log log) {
    log.add(ask(new Num("reached")));
    do {
      log.add("once");
      return;
    } while (ask(new Bool("not reached")));
  }
}
