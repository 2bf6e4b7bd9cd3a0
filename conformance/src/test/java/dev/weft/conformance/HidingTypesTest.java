package dev.weft.conformance;

import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Nested types with the names of those that everybody uses, generated code included. */
class HidingTypesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(HidingTypesTest.class);
  }

  static class Object {
    int n = 1;

    public java.lang.String toString() {
      return "own Object " + n;
    }
  }

  record String(int length) {}

  record Integer(long value) {}

  static final class Throwable extends Exception {
    private static final long serialVersionUID = 1;
  }

  static final class Exception2 extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static class Boolean {
    boolean is;
  }

  interface Runnable {
    int run(int n);
  }

  static class Objects {
    static int requireNonNull(int n) {
      return n + 1;
    }
  }

  @interface Override {}

  @interface SuppressWarnings {
    int value() default 0;
  }

  record Stepper(int at) {}

  static class Execution {
    static int x = 3;
  }

  record Computation<T>(T value) {}

  static class CancelSignal extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static class Origin {}

  record List<T>(T first) {}

  enum Iterator {
    NEXT
  }

  static class HidingTypesTestComps {}

  @Comp
  static java.lang.String ownTypes(Log log) {
    Object o = new Object();
    String s = new String((int) (java.lang.Integer) dev.weft.Yield.yield(Q.num("s")));
    Integer i = new Integer(s.length());
    List<String> list = new List<>(s);
    Boolean b = new Boolean();
    o.n += dev.weft.Yield.<java.lang.Integer>yield(Q.num("n"));
    b.is = dev.weft.Yield.<java.lang.Boolean>yield(Q.bool("b"));
    Runnable r = n -> n * 2 + o.n;
    Computation<Stepper> c = new Computation<>(new Stepper(r.run(4)));
    for (Iterator each : Iterator.values()) {
      log.add(each + "" + dev.weft.Yield.yield(Q.str("each")));
    }
    for (var each : java.util.List.of(1, 2)) {
      log.add(each + "" + dev.weft.Yield.yield(Q.str("each")));
    }
    return o + "" + i + list + b.is + c + Objects.requireNonNull(1) + Execution.x;
  }

  @Comp
  @java.lang.SuppressWarnings("try")
  static java.lang.Object ownExceptions(Log log) throws java.lang.Exception {
    try {
      if (dev.weft.Yield.<java.lang.Boolean>yield(Q.bool("own"))) {
        throw new Throwable();
      }
      if (dev.weft.Yield.<java.lang.Boolean>yield(Q.bool("signal"))) {
        throw new CancelSignal();
      }
    } catch (Throwable e) {
      log.add("caught own");
      return dev.weft.Yield.yield(Q.str("caught"));
    } catch (CancelSignal e) {
      log.add("caught signal");
    } finally {
      log.add("finally " + dev.weft.Yield.yield(Q.num("finally")));
    }
    try (AutoCloseable r = () -> log.add("closed")) {
      return log.tap("in", "x") + dev.weft.Yield.yield(Q.str("in"));
    }
  }

  @Comp
  <T extends Object> java.lang.Object instance(T t, String... more) {
    t.n = dev.weft.Yield.<java.lang.Integer>yield(Q.num("n"));
    return new Object[] {t, new Object()}.length + t.n + more.length;
  }

  @Comp
  static java.lang.String instances() {
    return new HidingTypesTest().instance(new Object(), new String(1), null)
        + java.lang.String.valueOf(dev.weft.Yield.<java.lang.Object>yield(Q.str("s")));
  }
}
