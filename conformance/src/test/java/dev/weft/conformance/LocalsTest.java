package dev.weft.conformance;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Local variables across suspensions: types, scopes, definite assignment. */
@SuppressWarnings("lossy-conversions") // javac 20 and later warn of them
class LocalsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LocalsTest.class);
  }

  @Comp
  static String eachPrimitiveType() {
    byte b = -7;
    short s = 300;
    char c = 'q';
    int i = 70_000;
    long l = 1L << 40;
    float f = 1.5f;
    double d = -0.0;
    boolean z = true;
    int n = Yield.yield(Q.num("n"));
    b += n;
    s *= 2;
    c++;
    l -= i;
    f /= 2;
    z ^= n > 0;
    Yield.emit(b + " " + s + " " + c);
    return b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + z;
  }

  @Comp
  static List<Object> inferredByVar() {
    var names = new ArrayList<Object>();
    var untyped = Yield.yield("anything");
    names.add(untyped);
    var typed = Yield.<String>yield(Q.str("word"));
    names.add(typed.length());
    var map = new LinkedHashMap<String, List<Integer>>();
    map.put(typed, List.of(Yield.<Integer>yield(Q.num("n"))));
    for (var entry : map.entrySet()) {
      var key = entry.getKey();
      Yield.emit(key);
      names.add(key + entry.getValue());
    }
    return names;
  }

  @Comp
  static int severalInOneDeclaration(Log log) {
    int a = log.tap("a", 1), b = Yield.yield(Q.num("b")), c = log.tap("c", a + b), d;
    d = Yield.yield(Q.num("d"));
    return a + 10 * b + 100 * c + 1000 * d;
  }

  @Comp
  static int oldArrayDeclarators() {
    int[] row = {1, 2}, grid[] = {{3}, {Yield.yield(Q.num("n")), 5}};
    Yield.emit(grid.length);
    return row[1] + grid[1][0] + grid[1].length;
  }

  @Comp
  static String assignedInBothBranches() {
    String kind;
    int weight;
    if (Yield.<Boolean>yield(Q.bool("big"))) {
      kind = "big";
      weight = Yield.yield(Q.num("weight"));
    } else {
      weight = 1;
      kind = Yield.yield(Q.str("kind"));
    }
    Yield.emit(kind);
    return kind + weight;
  }

  @Comp
  static int finalAssignedLater() {
    final int first;
    final int second;
    first = Yield.yield(Q.num("first"));
    if (first > 1) {
      second = Yield.yield(Q.num("second"));
    } else {
      second = -first;
    }
    return Yield.<Integer>yield(Q.num("third")) + first * second;
  }

  @Comp
  static String sameNameInSiblingScopes(Log log) {
    StringBuilder all = new StringBuilder();
    {
      int value = Yield.yield(Q.num("int"));
      Yield.emit(value);
      all.append(value);
    }
    {
      String value = Yield.yield(Q.str("string"));
      Yield.emit(value);
      all.append(value);
    }
    for (long value = 1; value < 3; value++) {
      Yield.emit(value);
      all.append(value);
    }
    for (char value : new char[] {'x', 'y'}) {
      Yield.emit(value);
      all.append(value);
    }
    try {
      List<Integer> value = Yield.yield(Q.list("list"));
      Yield.emit(value);
      all.append(value.get(1));
    } catch (IndexOutOfBoundsException value) {
      Yield.emit("short");
      log.add(value);
    }
    double value = Yield.yield(Q.dbl("double"));
    return all.append(value).toString();
  }

  @Comp
  static List<String> freshInEachIteration() {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int doubled = i * 2;
      String note;
      if (i % 2 == 0) {
        note = Yield.yield("note for " + doubled);
      } else {
        note = "odd";
      }
      StringBuilder own = new StringBuilder();
      own.append(note);
      Yield.emit(doubled);
      seen.add(own.append(doubled).toString());
    }
    return seen;
  }

  @Comp
  static int swappedByATemporary() {
    int a = Yield.yield(Q.num("a"));
    int b = Yield.yield(Q.num("b"));
    for (int i = 0; i < 3; i++) {
      int t = a;
      a = b;
      Yield.emit(a + "," + b + "," + t);
      b = t + 1;
    }
    return a * 100 + b;
  }

  @Comp
  static String manyLiveAtOnce() {
    int a1 = 1;
    int a2 = a1 + 1;
    int a3 = a2 + 1;
    long a4 = a3 + 1;
    long a5 = a4 + 1;
    double a6 = a5 + 0.5;
    String a7 = "s" + a6;
    String a8 = a7 + Yield.<String>yield(Q.str("8"));
    int[] a9 = {a1, a2, a3};
    Map<String, Integer> a10 = new LinkedHashMap<>();
    a10.put(a8, a2);
    a1 += Yield.<Integer>yield(Q.num("1"));
    a9[0] = a1;
    char a11 = a8.charAt(0);
    boolean a12 = a1 > a2;
    Yield.emit(a12);
    a4 *= a1;
    a7 = a7 + a11;
    Yield.emit(a7);
    return a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9[0] + a10 + a11 + a12;
  }

  @Comp
  static int blocksInBlocks(Log log) {
    int outer = 1;
    {
      int middle = outer + 1;
      {
        int inner = middle + Yield.<Integer>yield(Q.num("inner"));
        outer = inner;
        log.add(inner);
      }
      middle += outer;
      Yield.emit(middle);
      log.add(middle);
    }
    ;
    {
    }
    return outer;
  }

  @Comp
  static String constantsStayConstants() {
    final int limit = 3;
    final String prefix = "<";
    final byte small = limit;
    char c = limit + 'a';
    int n = Yield.yield(Q.num("n", 0, 4));
    byte narrowed = limit;
    switch (n) {
      case limit:
        return prefix + "limit" + small + narrowed + c;
      case limit + 1:
        return prefix + "above";
      default:
        return prefix + Yield.<String>yield(Q.str("below"));
    }
  }

  @Comp
  static Object nullsAndAnswersOfNull() {
    String none = null;
    Object some = Yield.yield(Q.of("nothing", null));
    String text = none + some;
    none = Yield.yield(Q.oneOf("maybe", null, "x", null, "y"));
    return none == null ? text : none.concat(text);
  }

  @Comp
  static int anAnswerOfNullUnboxed(Log log) {
    try {
      int n = Yield.yield(Q.oneOf("n", 5, null));
      return n;
    } catch (NullPointerException e) {
      log.add("caught null");
      return Yield.yield(Q.num("instead"));
    }
  }
}
