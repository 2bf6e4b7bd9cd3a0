package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code @Comp} methods that call {@code @Comp} methods. */
class DelegationTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(DelegationTest.class);
  }

  @Comp
  static String name(String what) {
    String s = Yield.yield(Q.str(what));
    while (s.isEmpty()) {
      s = Yield.yield(what + " again");
    }
    return s;
  }

  @Comp
  static int number(String what, int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += ask(new Num(what + i));
    }
    return sum;
  }

  @Comp
  static boolean sure() {
    return ask(new Bool("sure?"));
  }

  @Comp
  static void tell(Object what) {
    Yield.emit(what);
  }

  @Comp
  static int[] numbers() {
    return new int[] {ask(new Num("first")), 2, ask(new Num("third"))};
  }

  @Comp
  static <T> List<T> twice(T value) {
    Yield.emit("twice " + value);
    return List.of(value, value);
  }

  @Comp
  static int never(int n) {
    if (n > 1_000) return ask(new Num("unlikely"));
    return n + 1;
  }

  @Comp
  static String failing(Log log, boolean fail) throws IOException {
    try {
      String s = ask(new Str("failing"));
      if (fail) throw new IOException("failed after " + s);
      return s;
    } finally {
      log.add("finally of failing " + fail);
    }
  }

  @Comp
  static Integer nullable() {
    return ask(new Bool("null")) ? null : ask(new Num("not null"));
  }

  static class Counter {
    int n;

    @Comp
    Counter add(int times) {
      n += number("add", times);
      return this;
    }

    @Comp
    int get() {
      Yield.emit("get " + n);
      return n;
    }
  }

  @Comp
  static String asStatementsAndInitialisers() {
    tell("start");
    name("ignored");
    String first = name("first");
    final int n = number("n", 2);
    var list = twice(first);
    tell(list);
    return first + n + list.size();
  }

  @Comp
  static String asOperands(Log log) {
    return log.tap("left", "l")
        + name("operand")
        + (log.tap("two", 2) + number("n", 1) * number("m", 2) - never(3))
        + twice("t")
        + log.tap("right", "r");
  }

  @Comp
  static String asArguments(Log log) {
    return String.join(name("separator"), log.tap("a", "a"), name("b"), name("c"))
        + number(name("label"), never(never(0)))
        + twice(twice(name("nested"))).get(0).get(1);
  }

  @Comp
  static int asReceivers() {
    return new Counter().add(1).add(2).get() + name("receiver").length() + numbers()[2];
  }

  @Comp
  static String asConditions(Log log) {
    if (sure() && !sure()) {
      log.add("in");
    } else if (sure() || sure()) {
      log.add("else");
    }
    int rounds = 0;
    while (sure() && rounds < 3) rounds++;
    for (int i = number("init", 1); i < 3 && sure(); i += 1 + never(i) * 0) log.add(i);
    String s =
        switch (number("selector", 1)) {
          case 0 -> name("zero");
          case 1 -> sure() ? "one" : name("not one");
          default -> "rest";
        };
    assert never(1) == 2 : name("never evaluated");
    return s + rounds;
  }

  @Comp
  static String assignedEverywhere() {
    int[] a = numbers();
    a[never(0)] = number("element", 1);
    a[number("index", 1) & 1] += number("value", 1) + never(4);
    Counter c = new Counter();
    c.n = number("field", 2);
    c.add(1).n -= number("minus", 1);
    int n = 1;
    n *= number("times", 1) + (n = 5);
    return Render.value(a) + c.n + n;
  }

  @Comp
  static String overIterables() {
    StringBuilder s = new StringBuilder();
    for (int n : numbers()) {
      s.append(n).append(sure() ? "y" : "n");
    }
    for (String t : twice("t")) {
      s.append(t).append(name(t));
    }
    return s.toString();
  }

  @Comp
  static long converted() {
    long l = number("l", 1);
    double d = number("d", 1) / 2;
    Object o = number("o", 1);
    Integer boxed = never(1);
    short s = (short) number("s", 1);
    List<Integer> list = new ArrayList<>();
    list.add(number("list", 1));
    return l + (long) d + (Integer) o + boxed + s + list.get(0);
  }

  @Comp
  static int unboxedNullResult(Log log) {
    try {
      int n = nullable();
      return n + nullable();
    } catch (NullPointerException e) {
      log.add("caught null");
      return number("instead", 1);
    }
  }

  @Comp
  static String exceptionsComeThrough(Log log) {
    String s = "";
    for (int i = 0; i < 3; i++) {
      try {
        s += failing(log, sure());
      } catch (IOException e) {
        log.add("caught " + e.getMessage());
        s += name("after failure");
        continue;
      } catch (IllegalStateException e) {
        log.add("caught state " + e.getMessage());
        break;
      } finally {
        log.add("finally of caller " + i);
      }
      s += ";";
    }
    return s;
  }

  @Comp
  static String inFinallyAndCatch(Log log) throws IOException {
    String s = "none";
    try {
      s = failing(log, sure());
    } catch (IOException e) {
      s = name("in catch") + failing(log, false);
    } finally {
      tell("in finally " + s);
      log.add("finally " + number("in finally", 2));
    }
    return s;
  }

  @Comp
  static String tailCalls() {
    if (sure()) return name("tail");
    return sure() ? "" + number("tail", 1) : String.valueOf(never(7));
  }

  @Comp
  static int neverSuspendingCallee() {
    int sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += never(i) + never(never(i));
    }
    return sum + ask(new Num("only suspension"));
  }

  @Comp
  static String otherClasses(Log log) {
    return IfTest.inThen(log)
        + new InstanceTest.Account("other", 5).deposit(-2)
        + new GenericsTest.Cell<>("c").replaced(Q.str("cell"))
        + GenericsTest.<String>firstOr(List.of("x"), name("otherwise"));
  }

  @Comp
  static Object assignedToWiderTypes() {
    Object o = name("object");
    CharSequence c = name("sequence");
    Comparable<String> d = name("comparable");
    Iterable<? extends CharSequence> it = twice(name("elements"));
    Yield.emit(c.length() + d.compareTo("b"));
    return o + "" + it;
  }
}
