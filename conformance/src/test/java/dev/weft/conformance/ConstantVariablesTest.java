package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Constant variables stay constants, whether local, of the class or of another. */
class ConstantVariablesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ConstantVariablesTest.class);
  }

  private static final int ONE = 1;
  private static final String WORD = "al" + "pha";
  private static final boolean ALWAYS = ONE == 1;
  private static final byte SMALL = 12;
  private static final int MINUS = -7;
  private static final long LEAST = Long.MIN_VALUE;
  private static final short SHORT = -3;
  private static final byte LEFT = -2;
  private static final double ENDLESS = Double.POSITIVE_INFINITY;
  private static final float DEEP = Float.NEGATIVE_INFINITY;
  private static final double NOT_A_NUMBER = Double.NaN;
  private final int own = 3;

  interface Limits {
    char LETTER = 'b';
    long BIG = 1L << 40;
  }

  @Comp
  @SuppressWarnings("fallthrough")
  static String caseLabels() {
    final int two = ONE + 1;
    final String word = "b";
    final char letter = 'c';
    String result = "";
    int n = ask(new Num("n"));
    switch (n) {
      case ONE:
        result += "one";
      case two:
        result += "two" + ask(new Num("in two"));
        break;
      case two + ONE:
        result += "three";
        break;
      default:
        result += ask(new Str("default"));
    }
    switch (ask(new Str("word"))) {
      case WORD -> result += WORD;
      case word -> result += word + ask(new Num("in word"));
      case word + " y" -> result += "never";
      default -> result += "other";
    }
    switch (Yield.<Character>yield(Q.chr("chr"))) {
      case Limits.LETTER:
        result += "limit" + ask(new Num("in limit"));
        break;
      case letter:
        result += letter;
    }
    return result;
  }

  @Comp
  static String narrowing() {
    final int twelve = 12;
    final char c = 'c';
    byte b = twelve;
    int n = ask(new Num("n"));
    b = n > 0 ? twelve : SMALL;
    byte d = c;
    char e = twelve + 53;
    Byte boxed = twelve;
    short s = n > 1 ? twelve : (short) n;
    Character ch = ask(new Bool("b")) ? 'q' : twelve + 60;
    return b + "," + d + e + boxed + s + ch + (b == SMALL);
  }

  @Comp
  static String behindOperators(Log log) {
    int n = ask(new Num("n"));
    log.add(n - MINUS + -MINUS);
    log.add((Object) MINUS instanceof Integer i ? i - SHORT : 0);
    log.add((Object) LEAST + "" + -LEAST + -LEFT + (Object) LEFT + ~LEFT);
    log.add(n / ENDLESS + n * DEEP - 1 / DEEP);
    log.add((Object) ENDLESS + "" + -ENDLESS + (int) ENDLESS + (int) NOT_A_NUMBER);
    return String.valueOf((Object) SHORT) + -SHORT + ask(new Str("more")) + -DEEP;
  }

  @Comp
  static String inMembers(Log log) {
    final int minus = -3;
    final double j = -1.25;
    final float endless = 1 / 0f;
    class Item {
      long own = n(5) - minus;

      int n(int k) {
        return k - minus;
      }

      @Override
      public String toString() {
        Object o = (Object) j instanceof Double d ? d : (Object) minus;
        return own + " " + o + (Object) endless + 5 / endless + (int) j;
      }
    }
    log.add(new Item());
    return ask(new Str("more")) + new Item() + minus;
  }

  @Comp
  static int whileTrueByConstant() {
    final boolean forever = true;
    int n = 0;
    while (forever) {
      n += ask(new Num("n"));
      if (n > 2) {
        break;
      }
      n++;
    }
    while (ALWAYS) {
      n += 1 + Math.abs(ask(new Num("m")));
      if (n > 12) return n;
    }
  }

  @Comp
  static int endlessFor() {
    final boolean never = false;
    int n = 0;
    for (; !never; n++) {
      n += Math.abs(ask(new Num("n")));
      if (n > 6) return n;
    }
  }

  @Comp
  static int endlessDo() {
    int n = ask(new Num("start"));
    do {
      n += 1 + Math.abs(ask(new Num("n")));
      if (n > 5) return n;
    } while (ONE == 1);
  }

  @Comp
  static String sameString() {
    final String a = "al";
    String b = ask(new Str("b"));
    final String c = "pha";
    boolean folded = (a + c) == WORD;
    boolean built = (a + b) == WORD;
    return folded + "" + built + (a + c + ONE == "alpha1");
  }

  @Comp
  String ofTheInstance() {
    switch (ask(new Num("n"))) {
      case own:
        return "own" + ask(new Num("m"));
      default:
        byte b = own;
        return "other" + b + this.own + ask(new Num("k"));
    }
  }

  @Comp
  static String instance() {
    return new ConstantVariablesTest().ofTheInstance();
  }

  @Comp
  static long bigConstants() {
    final long big = Limits.BIG;
    final double d = Double.MIN_VALUE;
    final float f = Float.POSITIVE_INFINITY;
    final double nan = 0.0 / 0.0;
    final int min = Integer.MIN_VALUE;
    final long longMin = Long.MIN_VALUE;
    final char quote = '\'';
    final char escape = '\u0000';
    final String text = "\"\\\t\u2028\u0001$L$$%s";
    int n = ask(new Num("n"));
    Yield.emit(d + " " + f + nan + min + longMin + quote + (int) escape + text);
    return big + n;
  }

  @Comp
  static String deadBranches() {
    final boolean debug = false;
    String s = ask(new Str("s"));
    if (debug) {
      s += ask(new Str("never"));
    }
    if (!debug) {
      s += ask(new Str("always"));
    }
    int n;
    if (debug && (n = ask(new Num("unassigned"))) > 0) {
      s += n;
    }
    return debug ? ask(new Str("no")) : s;
  }
}
