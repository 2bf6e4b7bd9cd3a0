package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The basic {@code for} loop with suspensions in each of its parts. */
class ForTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ForTest.class);
  }

  @Comp
  static int inBody(Log log) {
    int total = 0;
    for (int i = 0; i < 3; i++) {
      int n = ask(new Num("item " + i));
      total += n * i;
      log.add(total);
    }
    return total;
  }

  @Comp
  static int inInit(Log log) {
    int sum = 0;
    for (int i = ask(new Num("from")), end = log.tap("end", 3); i < end; i++) {
      sum += i;
    }
    return sum;
  }

  @Comp
  static int inCondition(Log log) {
    int i;
    for (i = 0; i < Math.abs(ask(new Num("bound at " + i))); i++) {
      log.add("body " + i);
    }
    return i;
  }

  @Comp
  static int inUpdate(Log log) {
    int i;
    for (i = 0; i < 5; i += 1 + Math.abs(ask(new Num("step from " + i)))) {
      log.add("at " + i);
      if (i == 2) {
        continue;
      }
      log.add("not two");
    }
    return i;
  }

  @Comp
  static String everywhere(Log log) {
    StringBuilder s = new StringBuilder();
    for (int i = ask(new Num("init")), j = ask(new Num("init 2"));
        i + j < 6 && ask(new Bool("condition " + i));
        i += 2, j += ask(new Num("update " + i)), Yield.emit("updated")) {
      s.append(ask(new Str("body")));
      if (s.length() > 8) {
        log.add("long");
        break;
      }
      if (j == 2) {
        log.add("continue");
        continue;
      }
      s.append(i).append(j);
    }
    return s.toString();
  }

  @Comp
  static int severalInitExpressions(Log log) {
    int a;
    int b;
    int c = 0;
    for (a = log.tap("a", 1), b = ask(new Num("b")), log.add("init"); a < 4; a++, b--, c += b) {
      Yield.emit(a + "," + b + "," + c);
    }
    return a + b + c;
  }

  @Comp
  static int emptyParts() {
    int n = 0;
    for (; ; ) {
      if (n++ > 2) {
        break;
      }
      for (; ask(new Bool("inner " + n)); ) {
        n++;
      }
    }
    return n;
  }

  @Comp
  static List<String> nestedTriangle() {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        String cell = Yield.yield(i + ":" + j);
        cells.add(cell);
      }
      if (i == 1) {
        cells.add("after row " + i);
      }
    }
    return cells;
  }

  @Comp
  static String verbatimInnerLoop(Log log) {
    String item = ask(new Str("word"));
    int total = 0;
    for (int i = 0; i < 3; i++) {
      try {
        while (!item.isEmpty()) {
          int n = item.length() + Yield.<Integer>yield(Q.num("count of " + item));
          for (int k = 0; k < n; k++) total += k * i;
          item = item.substring(1);
        }
      } finally {
        log.add("finally " + i);
      }
      item = ask(new Str("next"));
    }
    return item + total;
  }

  @Comp
  static int overAnIterator() {
    List<Integer> numbers = Yield.yield(Q.list("numbers"));
    int removed = 0;
    for (Iterator<Integer> it = numbers.iterator(); it.hasNext(); ) {
      int n = it.next();
      if (ask(new Bool("remove " + n))) {
        it.remove();
        removed++;
      }
    }
    return removed * 10 + numbers.size();
  }

  @Comp
  static String differentVariableTypes() {
    String s = "";
    for (char c = 'a'; c < 'd'; c++) {
      s += c + ask(new Str("char " + c));
    }
    for (double d = 0; d < 1; d += 0.4) {
      Yield.emit(d);
      s += d;
    }
    for (String t = "x"; t.length() < 4; t += t) {
      Yield.emit(t);
      s += t;
    }
    for (final int[] box = {0}; box[0] < 2; box[0]++) {
      Yield.emit(box[0]);
    }
    return s;
  }

  @Comp
  static long sieveWithReport() {
    boolean[] composite = new boolean[50];
    long sum = 0;
    for (int i = 2; i < composite.length; i++) {
      if (composite[i]) continue;
      Yield.emit(i);
      sum += i;
      for (int j = i * i; j < composite.length; j += i) composite[j] = true;
    }
    return sum;
  }

  @Comp
  static int loopVariableChangedInBody(Log log) {
    int steps = 0;
    for (int i = 0; i < 8 && steps < 10; i++, steps++) {
      i += ask(new Num("jump from " + i));
      log.add(i);
      if (i < 0) i = 0;
    }
    return steps;
  }

  @Comp
  @SuppressWarnings("finally")
  static int updatesThatNothingReaches(Log log) {
    int rounds = ask(new Num("rounds"));
    for (int n = 0; n < 3; n++, log.add(ask(new Num("never")))) {
      try {
        log.add(n);
        continue;
      } finally {
        rounds++;
        break;
      }
    }
    outer:
    for (int n = 0; n < 3; n++, log.add(ask(new Num("n" + n)))) {
      for (int i = 0; ; i++, Yield.emit(i)) {
        try {
          if (i == 1) {
            continue outer;
          }
        } finally {
          log.add("finally " + i);
        }
      }
    }
    do {
      for (int k = 0; k < 1; k++) {
        continue;
      }
      return rounds + ask(new Num("end"));
    } while (ask(new Bool("never")));
  }
}
