package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Unary and binary operators, numeric promotion, overflow. */
@SuppressWarnings({"divzero", "lossy-conversions"})
class OperatorsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(OperatorsTest.class);
  }

  @Comp
  static int leftAndRight(Log log) {
    int a = log.tap("left", 10) - ask(new Num("right"));
    int b = ask(new Num("left")) - log.tap("right", 10);
    int c = ask(new Num("left")) * 100 - ask(new Num("right"));
    return a * b + c;
  }

  @Comp
  static int longExpression(Log log) {
    int a = 3;
    return a
        + log.tap("t", 2) * (ask(new Num("x")) - a)
        - (a = 7) / (1 + Math.abs(ask(new Num("y"))))
        + a % (log.tap("u", 4) << (ask(new Num("z")) & 3))
        - -a;
  }

  @Comp
  static int localChangedBetweenOperands() {
    int n = 1;
    int r = n + (n = ask(new Num("n"))) + n;
    r = r * 10 + n++ + ask(new Num("m")) + n + --n + ask(new Num("k")) - n;
    n = n++ + ask(new Num("l"));
    return r * 10 + n;
  }

  static int counter;

  static int next() {
    return ++counter;
  }

  @Comp
  static int fieldChangedBetweenOperands() {
    counter = 1;
    int r = counter + ask(new Num("n")) * next() + counter;
    return r * 100 + counter + next() * ask(new Num("m")) + counter;
  }

  @Comp
  static String unary() {
    int n = -ask(new Num("minus"));
    int m = ~ask(new Num("not"));
    boolean b = !ask(new Bool("negated"));
    long l = -(long) ask(new Num("wide"));
    double d = +ask(new Num("plus"));
    int p = -(-ask(new Num("double minus")));
    return n + " " + m + " " + b + " " + l + " " + d + " " + p;
  }

  @Comp
  static String comparisons() {
    int n = ask(new Num("n"));
    boolean less = n < ask(new Num("less"));
    boolean atMost = ask(new Num("at most")) <= n;
    boolean equal = ask(new Num("x")).intValue() == ask(new Num("y"));
    boolean different = ask(new Str("s")) != ask(new Str("t"));
    boolean mixed = ask(new Num("int")) > 1.5 == ask(new Bool("bool"));
    return less + " " + atMost + " " + equal + " " + different + " " + mixed;
  }

  @Comp
  static String identityOfBoxes() {
    Integer box = 100_000;
    Integer same = Yield.yield(Q.of("same", box));
    Integer again = Yield.yield(Q.of("again", same));
    Integer other = 100_000 + ask(new Num("n")) * 0;
    return (same == again) + " " + (again == other) + " " + again.equals(other) + (same == box);
  }

  @Comp
  static String bitsAndShifts() {
    int n = ask(new Num("n"));
    int and = 0b1010 & ask(new Num("and"));
    int or = ask(new Num("or")) | 8;
    int xor = n ^ ask(new Num("xor"));
    int left = 1 << 30 + ask(new Num("left"));
    long wide = 1L << 40 + ask(new Num("wide"));
    int right = -16 >> ask(new Num("right"));
    int unsigned = -16 >>> ask(new Num("unsigned"));
    boolean both = ask(new Bool("b")) & ask(new Bool("always asked"));
    boolean either = ask(new Bool("b")) | ask(new Bool("always asked"));
    boolean one = ask(new Bool("b")) ^ true;
    return and + " " + or + " " + xor + " " + left + " " + wide + " " + right + " " + unsigned
        + both + either + one;
  }

  @Comp
  static String promotion() {
    byte b = 10;
    short s = 20;
    char c = 'c';
    int i = ask(new Num("i"));
    long l = 1L << 33;
    float f = 0.1f;
    double d = 0.1;
    var bs = b + s + ask(new Num("bs"));
    var cl = c + l * ask(new Num("cl"));
    var fi = f * i + ask(new Num("fi"));
    var df = d + f * ask(new Num("df"));
    var lf = l / 3f + ask(new Num("lf"));
    return bs + " " + cl + " " + fi + " " + df + " " + lf + " " + (char) (c + i) + " " + (c + i);
  }

  @Comp
  static String overflow() {
    int max = Integer.MAX_VALUE;
    int i = max + ask(new Num("i"));
    long l = max + ask(new Num("l"));
    long m = (long) max + ask(new Num("m"));
    long n = Long.MIN_VALUE - Math.abs(ask(new Num("n")));
    int p = max * max + ask(new Num("p"));
    byte b = (byte) (127 + ask(new Num("b")));
    short s = (short) (ask(new Num("s")) * 40_000);
    return i + " " + l + " " + m + " " + n + " " + p + " " + b + " " + s;
  }

  @Comp
  static int divisionByZero(Log log) {
    int r = 0;
    try {
      r = log.tap("dividend", 12) / ask(new Num("divisor"));
    } catch (ArithmeticException e) {
      log.add("caught " + e.getMessage());
    }
    try {
      r += 1 / (r - r) + ask(new Num("never asked"));
    } catch (ArithmeticException e) {
      log.add("caught before the suspension");
    }
    try {
      r %= ask(new Num("modulus"));
    } catch (ArithmeticException e) {
      log.add("caught in compound");
    }
    return r;
  }

  @Comp
  static String floatingPoint() {
    double d = Yield.yield(Q.dbl("d"));
    double q = d / ask(new Num("by"));
    double z = 0.0 * Yield.<Double>yield(Q.dbl("zero"));
    float f = (float) d / 3 + ask(new Num("f"));
    double nan = 0.0 / 0 + ask(new Num("nan"));
    return q + " " + z + " " + f + " " + (nan == nan) + " " + (1 / z) + " " + d % 0.7;
  }

  @Comp
  static boolean precedenceKept() {
    int a = ask(new Num("a"));
    return a + ask(new Num("b")) * 2 - 1 > 3 == ask(new Num("c")) % 2 < 1 != (a & 1) << 2 >= 4
        ^ ask(new Bool("d"));
  }

  @Comp
  static String unboxedBeforeTheNextOperand(Log log) {
    Integer left = Yield.yield(Q.oneOf("left", 7, null));
    int[] row = {1, 2, 3};
    try {
      log.add(left > ask(new Num("right")));
      log.add(row[Yield.<Integer>yield(Q.oneOf("index", 1, null))] * ask(new Num("times")));
      left += ask(new Num("more"));
      return left + ":" + Math.max(Yield.<Integer>yield(Q.oneOf("a", 3, null)), ask(new Num("b")));
    } catch (NullPointerException e) {
      return "null" + ask(new Num("instead"));
    }
  }

  @Comp
  static String boxesComparedAsObjects() {
    Integer a = Yield.yield(Q.oneOf("a", 1000, null));
    Integer b = a;
    return (a == b)
        + ""
        + (b == Yield.<Object>yield(Q.of("other", 1000)))
        + ("x" + a + ask(new Str("s")));
  }
}
