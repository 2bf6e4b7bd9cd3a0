package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Arrays: creation, indexes, elements. */
@SuppressWarnings("lossy-conversions") // javac 20 and later warn of them
class ArraysTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ArraysTest.class);
  }

  @Comp
  static int indexSuspends(Log log) {
    int[] a = {10, 20, 30, 40};
    return log.tap("array", a)[Math.abs(ask(new Num("index")))] + a[log.tap("plain", 0)];
  }

  @Comp
  static String arrayAndIndexSuspend() {
    String[][] grid = {{"a", "b"}, {"c", "d"}};
    return grid[ask(new Num("row")) & 1][ask(new Num("column")) & 1]
        + Yield.<String[]>yield(Q.of("array", new String[] {"x", "y"}))[ask(new Num("n")) & 1];
  }

  @Comp
  static int[] initialiser(Log log) {
    int[] a = {log.tap("0", 0), ask(new Num("1")), log.tap("2", 2), ask(new Num("3"))};
    return a;
  }

  @Comp
  static Object[] nestedInitialisers(Log log) {
    long[][] grid = {{1, ask(new Num("a"))}, {}, {log.tap("b", 2), ask(new Num("c")), 4}, null};
    Object[] mixed = new Object[] {grid, ask(new Str("s")), 'c', new char[] {'x', 'y'}, 1.5f};
    byte[] bytes = {1, 'a', (byte) (int) ask(new Num("byte"))};
    return new Object[] {mixed, bytes};
  }

  @Comp
  static int dimensions(Log log) {
    int[][][] a = new int[1 + Math.abs(ask(new Num("a")))][log.tap("b", 2)][];
    String[][] b = new String[log.tap("c", 2)][2 + ask(new Num("d"))];
    return a.length * 100 + a[0].length * 10 + b[1].length;
  }

  @Comp
  static int negativeDimension(Log log) {
    try {
      int[][] a = new int[ask(new Num("first"))][ask(new Num("second"))];
      return a.length;
    } catch (NegativeArraySizeException e) {
      log.add("caught " + e.getMessage());
      return ask(new Num("instead"));
    }
  }

  @Comp
  static String elementAssigned(Log log) {
    int[] a = new int[4];
    a[log.tap("index", 1)] = ask(new Num("value"));
    a[Math.abs(ask(new Num("index")))] = log.tap("plain value", 7);
    int i = 0;
    a[i] = i = ask(new Num("i"));
    a[i & 3] = a[(i + 1) & 3] = ask(new Num("twice"));
    return Render.value(a) + i;
  }

  @Comp
  static String compoundElement(Log log) {
    int[] a = {1, 2, 3, 4};
    a[log.tap("index", 1)] += ask(new Num("plus"));
    a[Math.abs(ask(new Num("index")))] *= log.tap("times", 3);
    int i = 0;
    a[i++] -= ask(new Num("minus")) + i;
    a[i++] <<= a[i] = ask(new Num("shift")) & 3;
    byte[] bytes = {100};
    bytes[0] += ask(new Num("many")) * 100;
    char[] chars = {'a'};
    chars[0] += ask(new Num("letters"));
    String[] words = {"w", null};
    words[ask(new Num("word")) & 1] += ask(new Str("suffix"));
    return Render.value(a) + i + bytes[0] + chars[0] + Render.value(words);
  }

  @Comp
  static String oldValueReadBeforeTheSuspension(Log log) {
    int[] a = {5};
    a[0] += (a[0] = 100) + ask(new Num("n"));
    log.add(a);
    int[] b = {1, 2};
    int[] first = b;
    b[0] += (b = new int[] {7, 8})[1] + ask(new Num("m"));
    b[1] = first[0];
    return Render.value(b);
  }

  @Comp
  static String elementIncremented(Log log) {
    int[] a = {1, 2, 3, 4};
    int before = a[Math.abs(ask(new Num("i")))]++;
    int after = --a[Math.abs(ask(new Num("j")))];
    a[log.tap("k", 2)]++;
    long[] wide = {Long.MAX_VALUE};
    Yield.emit(wide[0]++);
    Integer[] boxed = {1, 2};
    Yield.emit(++boxed[ask(new Num("boxed")) & 1]);
    return before + "," + after + Render.value(a) + Render.value(wide) + Render.value(boxed);
  }

  @Comp
  static String outOfBounds(Log log) {
    int[] a = {1, 2};
    try {
      a[log.tap("index", 5)] = log.tap("value", ask(new Num("evaluated first")));
    } catch (ArrayIndexOutOfBoundsException e) {
      log.add("caught " + e.getMessage());
    }
    try {
      a[5] += ask(new Num("never asked"));
    } catch (ArrayIndexOutOfBoundsException e) {
      log.add("caught " + e.getMessage());
    }
    try {
      Yield.emit(a[ask(new Num("index"))]);
    } catch (ArrayIndexOutOfBoundsException e) {
      log.add("caught " + e.getMessage());
    }
    return Render.value(a);
  }

  @Comp
  static String nullArrays(Log log) {
    int[] none = Yield.yield(Q.of("nothing", null));
    try {
      none[log.tap("index", 0)] = ask(new Num("evaluated first"));
    } catch (NullPointerException e) {
      log.add("caught at assignment");
    }
    try {
      none[0] += ask(new Num("never asked"));
    } catch (NullPointerException e) {
      log.add("caught at compound");
    }
    try {
      Yield.emit(none[ask(new Num("index first"))]);
    } catch (NullPointerException e) {
      log.add("caught at read");
    }
    try {
      Yield.emit(none.length + ask(new Num("never")));
    } catch (NullPointerException e) {
      log.add("caught at length");
    }
    return "done";
  }

  @Comp
  static String storeChecked(Log log) {
    Object[] strings = new String[] {"s", "t"};
    try {
      strings[0] = ask(new Bool("number")) ? ask(new Num("n")) : (Object) ask(new Str("s"));
    } catch (ArrayStoreException e) {
      log.add("caught " + e.getMessage());
    }
    return Render.value(strings);
  }

  @Comp
  static int cloneAndLength() {
    int[] a = {1, 2, ask(new Num("n"))};
    int[] b = a.clone();
    b[0] = ask(new Num("m"));
    return a[0] * 100 + b[0] * 10 + Yield.<List<Integer>>yield(Q.list("l")).toArray().length;
  }
}
