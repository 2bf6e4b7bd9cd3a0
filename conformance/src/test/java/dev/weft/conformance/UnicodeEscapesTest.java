package dev.weft.conformance;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Unicode escapes, which are read before anything else, wherever they stand. */
class UnicodeEscapesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(UnicodeEscapesTest.class);
  }

  static int f\u0069eld = 1;

  private static int \u0070rivate_ = 2;

  static int m\u0065thod(int n) {
    return n + 1;
  }

  @Comp
  static String identifiers(Log log) {
    int \u0061 = Yield.<Integer>yield(Q.num("a"));
    int b = a + fi\u0065ld + \uuu0070rivate_ + meth\u006fd(\u0061);
    a += b\u002b 1; // \u0061 comment
    /* \u0062 another */ b++;
    Supplier<Integer> s = () -> m\u0065thod(1) + 0;
    log.add(s.get() + Yield.<Integer>yield(Q.num("n")));
    f\u0069eld += 0;
    priv\u0061te_++;
    privat\u0065_ -= 1;
    return "\u0041\u00e9\u005cn" + a + b + '\u0063' + "\\u0041" + \u0022quoted\u0022;
  }

  @Comp
  static String captured() {
    int w\u00f6rd = Yield.<Integer>yield(Q.num("w"));
    String s = "";
    for (int \u0069 = 0; i < 2; \u0069++) {
      int k = i;
      Supplier<String> t = () -> "k" + \u006b + wörd;
      s += t.get() + Yield.yield(Q.str("s"));
    }
    return \u0073;
  }

  @Comp
  static String keywords(Log log) {
    int n = 0;
    wh\u0069le (n < 2) {
      n += 1 + Math.abs(Y\u0069eld.<Integer>yield(Q.num("n")));
      \u0069f (n == 1) c\u006fntinue;
      if (n > 2) \u0062reak;
    }
    tr\u0079 {
      log.add(Yield.yield(Q.str("s")));
      \u0072eturn "x" + n;
    } finally {
      log.add("finally");
    }
  }

  class Inn\u0065r {
    int m = 3;

    @Comp
    int sum() {
      return Unicod\u0065EscapesTest.th\u0069s.own + th\u0069s.m + Yield.<Integer>yield(Q.num("n"));
    }
  }

  private int own = 4;

  @Comp
  static int inner() {
    UnicodeEscapesTest outer = new UnicodeEscapesTest();
    return outer.new Inner().sum() + outer.new I\u006ener().sum();
  }
}
