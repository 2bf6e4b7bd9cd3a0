package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The enhanced {@code for} loop over arrays and iterables. */
@SuppressWarnings("lossy-conversions") // javac 20 and later warn of them
class ForEachTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ForEachTest.class);
  }

  @Comp
  static int overList(Log log) {
    int sum = 0;
    for (String word : List.of("one", "two", "three")) {
      log.add(word);
      sum += word.length() * Yield.<Integer>yield(Q.num(word));
    }
    return sum;
  }

  @Comp
  static String overArray() {
    String all = "";
    String[] words = {"x", "y", "z"};
    for (String word : words) {
      words[2] = "changed";
      all += word + ask(new Str(word));
      words = new String[] {"unseen"};
    }
    return all;
  }

  @Comp
  static int iterableSuspends(Log log) {
    int sum = 0;
    for (int n : Yield.<List<Integer>>yield(Q.list("numbers"))) {
      log.add(n);
      sum += n;
    }
    return sum;
  }

  @Comp
  static int iterableAndBodySuspend(Log log) {
    int sum = 0;
    for (Integer n : Yield.<List<Integer>>yield(Q.list("numbers"))) {
      log.add("before " + n);
      sum += n * ask(new Num("times " + n));
      if (sum > 30) break;
      if (sum < 0) continue;
      log.add("after " + n);
    }
    return sum;
  }

  @Comp
  static long overPrimitiveArrays() {
    long sum = 0;
    for (int n : new int[] {1, 2, ask(new Num("third"))}) {
      sum += n;
      Yield.emit(n);
    }
    for (byte b : new byte[] {(byte) 200, 3}) {
      sum += b + ask(new Num("byte " + b));
    }
    for (double d : new double[] {0.5, 2.5}) {
      Yield.emit(d);
      sum += d;
    }
    for (char c : "hi".toCharArray()) {
      Yield.emit(c);
      sum += c;
    }
    for (long l : new int[] {7, 8}) {
      Yield.emit(l);
      sum += l;
    }
    return sum;
  }

  @Comp
  static int unboxedElements() {
    int total = 0;
    for (int n : Arrays.asList(4, 5, 6)) {
      total = total * 10 + n + ask(new Num("n"));
    }
    for (long n : List.of(1, 2)) {
      Yield.emit(n);
      total += n;
    }
    return total;
  }

  @Comp
  static int nullElementUnboxed(Log log) {
    int total = 0;
    try {
      for (int n : Arrays.asList(4, null, 6)) {
        total += n + ask(new Num("n"));
      }
    } catch (NullPointerException e) {
      log.add("caught null element");
    }
    return total;
  }

  @Comp
  static String overMapEntries(Log log) {
    Map<String, List<Integer>> prices = new LinkedHashMap<>();
    prices.put("tea", List.of(2, 3));
    prices.put("cake", new ArrayList<>());
    prices.put("jam", List.of(5));
    StringBuilder bill = new StringBuilder();
    for (Map.Entry<String, List<Integer>> entry : prices.entrySet()) {
      boolean wanted = ask(new Bool(entry.getKey()));
      if (!wanted) continue;
      for (int price : entry.getValue()) {
        int count = ask(new Num(entry.getKey() + " at " + price));
        bill.append(entry.getKey()).append(price * count).append(';');
        log.add(bill);
      }
    }
    return bill.toString();
  }

  @Comp
  static String nestedOverSameName() {
    String out = "";
    for (String s : new TreeSet<>(List.of("b", "a"))) {
      for (char c : s.toCharArray()) {
        out += c + ask(new Str(s + c));
      }
    }
    for (Integer s : Yield.<List<Integer>>yield(Q.list("s"))) {
      out += s + ask(new Str("number " + s));
    }
    return out;
  }

  @Comp
  static int overOwnIterable(Log log) {
    int sum = 0;
    for (int n : countdown(3, log)) {
      sum += n * ask(new Num("n" + n));
    }
    return sum;
  }

  static Iterable<Integer> countdown(int from, Log log) {
    log.add("iterable made");
    return () -> {
      log.add("iterator made");
      return new Iterator<>() {
        private int left = from;

        @Override
        public boolean hasNext() {
          log.add("hasNext " + left);
          return left > 0;
        }

        @Override
        public Integer next() {
          log.add("next " + left);
          return left--;
        }
      };
    };
  }

  @Comp
  static int variableReassignedInBody() {
    int sum = 0;
    for (int n : new int[] {10, 20, 30}) {
      n += ask(new Num("add to " + n));
      Yield.emit(n);
      sum += n;
    }
    return sum;
  }

  @Comp
  static int concurrentModification(Log log) {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    int seen = 0;
    try {
      for (Integer n : list) {
        seen++;
        if (ask(new Bool("grow at " + n))) {
          list.add(n + 10);
        }
      }
    } catch (java.util.ConcurrentModificationException e) {
      log.add("caught modification");
    }
    return seen * 100 + list.size();
  }

  @Comp
  static String varAndFinal(Log log) {
    String out = "";
    for (var row : new int[][] {{1, 2}, {}, {3}}) {
      for (final var cell : row) {
        Yield.emit(cell);
        out += cell;
      }
      out += "|" + ask(new Str("row end " + row.length));
    }
    return out;
  }

  @Comp
  static int nullIterable(Log log) {
    List<String> none = Yield.yield(Q.oneOf("list", null, List.of("x")));
    int n = 0;
    try {
      for (String s : none) {
        n += s.length() + ask(new Num("n"));
      }
    } catch (NullPointerException e) {
      log.add("caught null list");
      n = -1;
    }
    return n;
  }

  @Comp
  static String wildcardElements() {
    List<? extends Number> numbers = Yield.yield(Q.list("numbers"));
    double sum = 0;
    for (Number n : numbers) {
      Yield.emit(n);
      sum += n.doubleValue();
    }
    for (Object o : numbers) {
      Yield.emit(o.getClass().getSimpleName());
    }
    return "" + sum;
  }

  @Comp
  static int overACopyOfAnAnswer() {
    int sum = 0;
    for (int n :
        new ArrayList<>(
            ask(new Bool("many")) ? List.of(1, 2) : Yield.<List<Integer>>yield(Q.list("list")))) {
      sum += n * ask(new Num("times"));
    }
    return sum;
  }
}
