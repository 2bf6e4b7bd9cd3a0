package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Which locals must survive which suspension: values carried round loops, past jumps and into
 * handlers.
 */
class LivenessTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LivenessTest.class);
  }

  @Comp
  static String usedInTheNextIterationOnly() {
    String previous = "none";
    String out = "";
    for (int i = 0; i < 4; i++) {
      out += previous + ";";
      previous = ask(new Str("i" + i));
      if (previous.isEmpty()) {
        previous = "empty" + i;
        continue;
      }
      Yield.emit("kept");
    }
    return out;
  }

  @Comp
  static int changedOnSomePathsOnly() {
    int a = 1;
    int b = 2;
    int c = 3;
    while (a + b + c < 40) {
      if (ask(new Bool("a"))) {
        a += 3;
        Yield.emit(a);
      } else if (ask(new Bool("b"))) {
        b += a;
        if (b > 20) break;
      } else {
        c += b + ask(new Num("c"));
        continue;
      }
      c++;
    }
    return a * 10_000 + b * 100 + c;
  }

  @Comp
  static String changedInsideASuspensionFreeLoop() {
    int sum = 0;
    String digits = "";
    for (int round = 0; round < 3; round++) {
      int n = ask(new Num("n" + round));
      for (int k = 0; k <= n; k++) {
        sum += k;
        digits += k;
      }
      Yield.emit(sum);
    }
    return digits + sum;
  }

  @Comp
  static int usedInFinallyOnly(Log log) {
    int opened = 0;
    int lost = 7;
    try {
      opened = 1;
      Yield.emit("one");
      opened = 2;
      lost = ask(new Num("lost"));
      opened += lost;
      Yield.emit("two");
      opened = -1;
    } finally {
      log.add("finally opened " + opened);
    }
    return ask(new Num("end"));
  }

  @Comp
  static String usedInCatchOnly(Log log) {
    String stage = "a";
    int attempts = 0;
    for (; ; ) {
      String local = "local" + attempts;
      try {
        attempts++;
        stage = "b" + attempts;
        if (ask(new Bool("fail"))) throw new IllegalStateException(stage);
        stage = "c";
        return ask(new Str("ok")) + attempts;
      } catch (IllegalStateException e) {
        log.add("caught " + stage + local + attempts);
        if (attempts > 2) return stage;
        stage = ask(new Str("recovering"));
      } catch (IllegalArgumentException e) {
        log.add("caught argument at " + stage + local);
        return stage + local;
      }
    }
  }

  @Comp
  static int deadAndReused() {
    int n = ask(new Num("n"));
    int result = n * 2;
    n = ask(new Num("again"));
    result += n;
    n = 0;
    Yield.emit(result);
    for (n = 3; n > 0; n--) {
      result += ask(new Num("loop " + n));
    }
    List<Integer> big = new ArrayList<>(List.of(1, 2, 3));
    result += big.size();
    big = null;
    Yield.emit(result);
    big = new ArrayList<>();
    big.add(n);
    Yield.emit(big.size());
    return result + big.get(0);
  }

  @Comp
  static long parametersKept() {
    return kept(1, 2L, 'c', "s", new int[] {4}) + kept(9, 8L, 'x', "", new int[] {5, 6});
  }

  @Comp
  static long kept(int a, long b, char c, String s, int[] array) {
    Yield.emit("first");
    b += a;
    Yield.emit(b);
    array[0] += c;
    s = s + array.length;
    long r = ask(new Num("r")) + array[0];
    return r * a + b + s.length();
  }

  @Comp
  static String accumulatorsInNestedLoops() {
    int total = 0;
    int best = Integer.MIN_VALUE;
    String path = "";
    for (int i = 0; i < 3; i++) {
      int row = 0;
      for (int j = 0; j < 2; j++) {
        int cell = ask(new Num(i + "," + j));
        row += cell;
        if (cell > best) {
          best = cell;
          path += i + "" + j + " ";
        }
      }
      total += row;
      if (row < 0) {
        Yield.emit("negative row " + i);
        total = 0;
      }
    }
    return total + " " + best + " " + path;
  }

  @Comp
  static int temporariesAcrossSeveralSuspensions(Log log) {
    int a = 2;
    int r =
        log.tap("t1", a)
            + ask(new Num("x")) * log.tap("t2", a++)
            - (ask(new Num("y")) + log.tap("t3", a++) * ask(new Num("z")))
            + log.tap("t4", a);
    for (int i = 0; i < 2; i++) {
      r = r * 2 + log.tap("u" + i, i) + ask(new Num("v")) + (i > 0 ? ask(new Num("w")) : r);
    }
    return r;
  }

  @Comp
  static String booleansAndFlags() {
    boolean seen = false;
    boolean valid = true;
    String last = null;
    int count = 0;
    while (valid && count < 8) {
      String s = ask(new Str("s"));
      valid = !s.equals(last) || !seen;
      if (!seen && s.length() > 1) {
        seen = true;
        continue;
      }
      last = s;
      count++;
    }
    return seen + " " + valid + " " + last + count;
  }

  @SuppressWarnings("fallthrough")
  @Comp
  static int switchCarriesValues() {
    int acc = 0;
    int mode = 0;
    for (int i = 0; i < 6; i++) {
      int before = acc;
      switch (mode) {
        case 0:
          acc += ask(new Num("zero"));
          mode = 1;
          break;
        case 1:
          mode = ask(new Bool("stay")) ? 1 : 2;
        default:
          acc = acc * 2 + mode;
          mode = (mode + 1) % 3;
      }
      Yield.emit(acc - before);
    }
    return acc;
  }

  @Comp
  static String oneSlotPerSymbolInSiblings(Log log) {
    String out = "";
    for (int round = 0; round < 2; round++) {
      if (ask(new Bool("left"))) {
        int v = 5;
        int w = ask(new Num("w"));
        out += v + w;
      } else {
        long v = 6;
        Yield.emit(v);
        String w = ask(new Str("w"));
        out += v + w;
      }
      {
        Object v = out;
        Yield.emit("block");
        log.add(v);
      }
    }
    return out;
  }
}
