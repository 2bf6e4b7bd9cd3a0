package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What a conditional is, by its operands, and when boxes are opened and casts checked. */
@SuppressWarnings("lossy-conversions")
class ConditionalKindsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ConditionalKindsTest.class);
  }

  static String kind(Object o) {
    return o == null ? "null" : o.getClass().getSimpleName() + " " + o;
  }

  static String over(long n) {
    return "long " + n;
  }

  static String over(Object n) {
    return "object " + kind(n);
  }

  static String over(char n) {
    return "char " + n;
  }

  @Comp
  static String numericPromotion() {
    boolean b = ask(new Bool("b"));
    Object mixed = b ? 1 : Yield.<Double>yield(Q.dbl("d"));
    Object same = b ? Yield.<Integer>yield(Q.num("i")) : Integer.valueOf(2);
    Object charInt = b ? 'a' : 98;
    Object charVar = b ? 'a' : Yield.<Integer>yield(Q.num("j"));
    Object byteConst = b ? (byte) 1 : 'b';
    Object shortByte = ask(new Bool("c")) ? (short) 7 : (byte) 3;
    Object reference = b ? Yield.<Integer>yield(Q.num("k")) : "text";
    Object longInt = b ? Yield.<Long>yield(Q.lng("l")) : 5;
    return kind(mixed)
        + kind(same)
        + kind(charInt)
        + kind(charVar)
        + kind(byteConst)
        + kind(shortByte)
        + kind(reference)
        + kind(longInt);
  }

  @Comp
  static String asArguments() {
    return over(ask(new Bool("a")) ? 'x' : 1)
        + over(ask(new Bool("c")) ? 1 : "s")
        + over(ask(new Bool("d")) ? 'x' : 'y')
        + over(Yield.<Integer>yield(Q.num("m")) > 0 ? Integer.valueOf(1) : Long.valueOf(2));
  }

  @Comp
  static String nullUnboxed(Log log) {
    Integer none = ask(new Bool("null")) ? null : 4;
    try {
      int n = ask(new Bool("take")) ? none : log.tap("other", 9);
      log.add(n);
      Integer kept = ask(new Bool("keep")) ? none : Integer.valueOf(8);
      log.add(kept);
      return "n" + (log.tap("left", 1) + (ask(new Bool("again")) ? none : ask(new Num("q"))));
    } catch (NullPointerException e) {
      log.add("caught NPE");
      return "npe" + ask(new Num("after"));
    }
  }

  @Comp
  static String castsInTime(Log log) {
    Object o = Yield.yield(Q.oneOf("o", "text", 5, null));
    try {
      String s = log.tap("before", "x") + (String) o + log.tap("after", "y") + ask(new Num("n"));
      Object list = new ArrayList<>(List.of(1, 2));
      @SuppressWarnings("unchecked")
      List<String> strings = (List<String>) list;
      log.add(strings.size() + ask(new Num("m")));
      String first = strings.get(0);
      return s + first;
    } catch (ClassCastException e) {
      log.add("caught CCE");
      return "cce" + ask(new Str("why"));
    }
  }

  @Comp
  static String genericUnboxing(Log log) {
    List<Integer> list = new ArrayList<>();
    list.add(null);
    list.add(3);
    try {
      int i = 1;
      int sum = list.get(i) + ask(new Num("a"));
      log.add(sum);
      i--;
      sum += list.get(i) * log.tap("right", ask(new Num("b")));
      return "sum " + sum;
    } catch (NullPointerException e) {
      log.add("caught NPE");
      return "npe";
    }
  }

  @Comp
  static String switchKinds() {
    Object a =
        switch (ask(new Num("n"))) {
          case 0 -> 1;
          case 1 -> 2.5;
          case 2 -> Yield.<Long>yield(Q.lng("l"));
          default -> 'c';
        };
    double d =
        switch (ask(new Num("m"))) {
          case 0 -> 1;
          case 1 -> 'a';
          default -> ask(new Num("o"));
        };
    Object b =
        switch (ask(new Num("k"))) {
          case 0 -> 1;
          case 1 -> "s";
          default -> ask(new Num("p"));
        };
    return kind(a) + d + kind(b);
  }

  @Comp
  static String compoundKinds() {
    byte b = 10;
    b += ask(new Num("b")) * 100;
    char c = 'a';
    c += ask(new Num("c"));
    short s = 1;
    s <<= ask(new Num("s")) + 14;
    int i = 7;
    i *= Yield.<Double>yield(Q.dbl("i"));
    long l = 1L;
    l >>>= ask(new Num("l"));
    Integer boxed = 5;
    boxed += ask(new Num("boxed"));
    Character ch = 'x';
    ch++;
    String t = null;
    t += ask(new Num("t"));
    Object o = "o";
    o += "" + ask(new Num("o"));
    int[] a = {1, 2, 3};
    int k = 0;
    a[k++] += a[k] + ask(new Num("a")) + k++;
    return b + "," + (int) c + s + i + l + boxed + ch + t + o + a[0] + k;
  }

  private List<Integer> numbers = List.of(1);

  /** The field is assigned by an accessor, of which the conditional is an argument. */
  @Comp
  String inSwitchExpression() {
    int[] some = {1, 2};
    Object o = ask(new Num("o"));
    boolean isFirst =
        o instanceof Integer n && n > 0
            ? switch ("word".charAt(n & 1)) {
              case 'o':
                numbers =
                    ask(new Bool("b")) ? Arrays.stream(some).mapToObj(i -> n).toList() : List.of(n);
              default:
                yield true;
            }
            : false;
    boolean isSecond =
        o instanceof Integer n
            ? switch ("word".charAt(1)) {
              case 'o':
                numbers =
                    isFirst
                        ? Arrays.stream(some).mapToObj(i -> n).toList()
                        : (List<Integer>) new ArrayList<>(numbers);
              default:
                yield true;
            }
            : false;
    return numbers + "" + isFirst + isSecond;
  }
}
