package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Casts, boxing and unboxing. */
@SuppressWarnings("unchecked")
class CastsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(CastsTest.class);
  }

  @Comp
  static String narrowing() {
    byte b = (byte) (ask(new Num("b")) * 100);
    short s = (short) (ask(new Num("s")) * 20_000);
    char c = (char) (ask(new Num("c")) + 'a');
    int fromLong = (int) (long) Yield.<Long>yield(Q.lng("l"));
    int fromDouble = (int) (double) Yield.<Double>yield(Q.dbl("d"));
    long big = (long) 1e19 + ask(new Num("n"));
    float f = (float) (0.1 * ask(new Num("f")));
    int signed = (byte) 200 + ask(new Num("m"));
    return b + " " + s + " " + c + " " + fromLong + " " + fromDouble + " " + big + " " + f + signed;
  }

  @Comp
  static String directCastOfTheSuspension() {
    int n = (int) Yield.yield(Q.num("n"));
    Integer m = (Integer) Yield.yield(Q.num("m"));
    long l = (Integer) Yield.<Object>yield(Q.num("l"));
    String s = (String) Yield.<Object>yield(Q.str("s"));
    double d = (int) Yield.<Integer>yield(Q.num("d"));
    Number number = (Number) Yield.yield(Q.num("number"));
    return n + s + m + l + d + number.doubleValue();
  }

  @Comp
  static String failingCast(Log log) {
    Object o = Yield.yield(Q.oneOf("o", "text", 5, null));
    try {
      String s = (String) o;
      log.add(s);
      Yield.emit("cast " + s);
    } catch (ClassCastException e) {
      log.add("caught");
      return ask(new Str("instead"));
    }
    return "end";
  }

  @Comp
  static String castsOfGenerics() {
    Object o = Yield.yield(Q.list("list"));
    List<Integer> numbers = (List<Integer>) o;
    int sum = 0;
    for (int n : numbers) {
      sum += n + ask(new Num("n"));
    }
    List<? extends Number> wild = (List<? extends Number>) Yield.<Object>yield(Q.list("wild"));
    Yield.emit(wild.size());
    return sum + "" + wild;
  }

  @Comp
  static long castInFrontOfLongerExpressions() {
    Object o = ask(new Str("s"));
    int n = ((String) o).length() + ((Integer) Yield.<Object>yield(Q.num("n"))).intValue();
    char c = (char) -ask(new Num("c"));
    return n + (long) +ask(new Num("m")) + (int) c % 7 + ((CharSequence) o).length();
  }

  @Comp
  static Object intersectionCast() {
    int n = ask(new Num("n"));
    Function<Integer, Integer> f = (Function<Integer, Integer> & Serializable) x -> x + n;
    Yield.emit(f instanceof Serializable);
    Runnable r = (Runnable & Serializable) () -> {};
    r.run();
    return f.apply(ask(new Num("m")));
  }

  @Comp
  static String boxesEverywhere() {
    int n = ask(new Num("n"));
    Integer boxed = n;
    Object object = n;
    Long l = (long) n;
    Double d = (double) ask(new Num("d"));
    Character c = 'c';
    long fromBox = boxed + l;
    List<Object> all = new ArrayList<>();
    all.add(n);
    all.add(ask(new Num("added")));
    all.add(c);
    all.add((char) (c + 1));
    all.add(fromBox);
    all.add((byte) n);
    all.add(boxed == n ? d : l);
    Comparable<Integer> comparable = ask(new Num("comparable"));
    StringBuilder s = new StringBuilder();
    for (Object o : all) {
      s.append(o.getClass().getSimpleName()).append(o);
    }
    return s + "" + object + comparable.compareTo(0);
  }

  @Comp
  static String unboxedNulls(Log log) {
    Integer none = Yield.yield(Q.of("nothing", null));
    try {
      log.add(log.tap("left", 1) + none + ask(new Num("never asked")));
    } catch (NullPointerException e) {
      log.add("caught in operand");
    }
    try {
      int n = (Integer) Yield.yield(Q.of("nothing again", null));
      log.add(n);
    } catch (NullPointerException e) {
      log.add("caught in cast");
    }
    try {
      if (Yield.<Boolean>yield(Q.of("no truth", null))) log.add("never");
    } catch (NullPointerException e) {
      log.add("caught in condition");
    }
    try {
      none++;
      log.add("never");
    } catch (NullPointerException e) {
      log.add("caught in increment");
    }
    return ask(new Str("end"));
  }

  @Comp
  static long wideningOnAssignment() {
    long l = ask(new Num("l"));
    float f = ask(new Num("f"));
    double d = Yield.<Character>yield(Q.chr("c"));
    int i = Yield.<Character>yield(Q.chr("d"));
    long[] longs = {ask(new Num("e")), 'x'};
    Object o = longs;
    l += takesLong(ask(new Num("g"))) + (long) takesDouble(ask(new Num("h")));
    return l + (long) f + (long) d + i + ((long[]) o)[0];
  }

  static long takesLong(long n) {
    return n * 2;
  }

  static double takesDouble(double n) {
    return n / 2;
  }
}
