package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code super.method(...)}, {@code super.field} and {@code Interface.super.method(...)}. */
class SuperCallsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(SuperCallsTest.class);
  }

  static class Base {
    int field = 1;

    String plain(String s) {
      return "base(" + s + ")";
    }

    void quiet(Log log) {
      log.add("base quiet");
    }

    @Comp
    String asking(String s) {
      return "base asked " + s + ask(new Str("base"));
    }
  }

  interface Polite {
    default String please() {
      return "please ";
    }

    @Comp
    default int count() {
      return ask(new Num("count"));
    }
  }

  static final class Derived extends Base implements Polite {
    int field = 2;

    @Override
    String plain(String s) {
      return "derived(" + s + ")";
    }

    @Override
    void quiet(Log log) {
      log.add("derived quiet");
    }

    @Override
    public String please() {
      return "now ";
    }

    @Comp
    String plainSuper(Log log) {
      String s = super.plain(ask(new Str("s")));
      super.quiet(log);
      quiet(log);
      super.field += ask(new Num("n"));
      return s + plain("x") + super.plain("y") + super.field + field + Polite.super.please();
    }

    @Override
    @Comp
    String asking(String s) {
      String base = super.asking("<" + s);
      return "derived " + base + ask(new Str("derived"));
    }

    @Override
    @Comp
    public int count() {
      int n = Polite.super.count();
      Yield.emit(n);
      return n * 10 + ask(new Num("more"));
    }
  }

  @Comp
  static String plainMethods(Log log) {
    return new Derived().plainSuper(log);
  }

  @Comp
  static String compMethods() {
    Base derived = new Derived();
    return derived.asking("a") + new Base().asking("b");
  }

  @Comp
  static int interfaceMethods() {
    Polite polite = ask(new Bool("derived")) ? new Derived() : new Polite() {};
    return polite.count();
  }
}
