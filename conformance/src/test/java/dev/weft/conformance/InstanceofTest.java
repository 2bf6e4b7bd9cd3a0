package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code instanceof} and the scopes of its bindings. */
class InstanceofTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(InstanceofTest.class);
  }

  private static final Object[] ANY = {"text", 5, List.of(1, 2), null, 2.5, "", 0};

  @Comp
  static boolean withoutBinding() {
    boolean text = Yield.<Object>yield(Q.oneOf("a", ANY)) instanceof String;
    Object o = Yield.yield(Q.oneOf("b", ANY));
    return text == o instanceof Number && !(o instanceof List<?>);
  }

  @Comp
  static String inThen(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (o instanceof String s) {
      Yield.emit(s.length());
      log.add(s);
      return s + ask(new Str("more"));
    } else if (o instanceof Integer n) {
      n += ask(new Num("n"));
      return "int " + n;
    }
    return "other";
  }

  @Comp
  static String ofASuspension() {
    if (Yield.<Object>yield(Q.oneOf("o", ANY)) instanceof String s) {
      return s + ask(new Str("suffix")) + s;
    }
    return "not text" + ask(new Num("n"));
  }

  @Comp
  static int earlyReturn() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (!(o instanceof Integer n)) {
      Yield.emit("no number");
      return -1;
    }
    Yield.emit(n);
    return n + ask(new Num("more"));
  }

  @Comp
  static int earlyThrowAndContinue(Log log) {
    int sum = 0;
    for (Object o : ANY) {
      if (!(o instanceof Number n)) {
        log.add("skip " + ask(new Str("why")));
        continue;
      }
      Yield.emit(n);
      sum += n.intValue();
    }
    Object last = Yield.yield(Q.oneOf("last", ANY));
    if (!(last instanceof CharSequence c)) throw new IllegalStateException("last " + last);
    return sum + c.length() + ask(new Num("end")) + c.length();
  }

  @Comp
  static String inAnd() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (o instanceof String s && s.length() > ask(new Num("longer than")) && ask(new Bool("ok"))) {
      return s + ask(new Str("s"));
    }
    if (ask(new Bool("first")) && o instanceof Integer n && n > ask(new Num("above"))) {
      return "n" + n;
    }
    boolean small = o instanceof Integer i && ask(new Num("limit")) > i;
    return "none " + small;
  }

  @Comp
  static String inOr() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (!(o instanceof String s) || s.isEmpty() || ask(new Bool("reject"))) {
      return "rejected";
    }
    return s + ask(new Str("accepted")) + s.length();
  }

  @Comp
  static String inConditional() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String a = o instanceof String s ? s + ask(new Str("text")) + s : ask(new Str("other"));
    int b = !(o instanceof Integer n) ? ask(new Num("no number")) : n + ask(new Num("number")) + n;
    return a + b;
  }

  @Comp
  static int inWhile() {
    Object o = Map.of("next", Map.of("next", 7));
    int depth = 0;
    while (o instanceof Map<?, ?> map && ask(new Bool("deeper than " + depth))) {
      depth++;
      o = map.get("next");
      Yield.emit(map.size());
    }
    while (!(o instanceof Integer found)) {
      o = Yield.yield(Q.oneOf("o", ANY));
      depth++;
    }
    Yield.emit("found");
    return depth * 100 + found;
  }

  @Comp
  static int inForAndDo() {
    int n = 0;
    Object o = "start";
    for (; o instanceof String s; o = ask(new Bool("stop")) ? (Object) n : s + "x") {
      n += s.length() + ask(new Num("n"));
    }
    Object p;
    do {
      p = Yield.yield(Q.oneOf("p", ANY));
    } while (!(p instanceof Integer last) || last + ask(new Num("last")) < 5);
    return n * 10 + ask(new Num("m"));
  }

  @Comp
  static String bindingsReassignedAndCaptured() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (o instanceof String s) {
      Supplier<String> before = () -> s + "!";
      Yield.emit("captured");
      return before.get() + ask(new Str("after"));
    }
    if (o instanceof Integer n) {
      n = n + ask(new Num("plus"));
      Yield.emit(n);
      return "" + n;
    }
    return "none";
  }

  @Comp
  static String sameNameInBothConditions() {
    Object a = Yield.yield(Q.oneOf("a", ANY));
    Object b = Yield.yield(Q.oneOf("b", ANY));
    String out = "";
    if (a instanceof String x) {
      Yield.emit("a");
      out += x.length();
    }
    if (b instanceof Integer x) {
      Yield.emit("b");
      out += x + 1;
    }
    if (a instanceof List<?> x && ask(new Bool("c")) || b instanceof Double) {
      out += "list or double";
    }
    return out + (b instanceof String x ? x + ask(new Str("x")) : "");
  }

  @Comp
  static boolean inExpressions() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    boolean b = o instanceof String s && s.equals(ask(new Str("equal to")));
    boolean c = (o instanceof Integer n ? n : ask(new Num("default"))) > 3;
    return b != c && (ask(new Str("t")) instanceof Object);
  }

  @Comp
  static void operandsOfAConditionalThatAreNumbersOfTwoKinds(Log log) {
    byte small = 3;
    Object first = Yield.<Object>yield(new Num("number")) instanceof Integer i ? i : small;
    log.add(first.getClass() + " " + first);
    Comparable<?> second = !(Yield.<Object>yield(new Str("text")) instanceof Long l) ? small : l;
    log.add(second.getClass() + " " + second);
    Object third = Yield.<Object>yield(new Num("another")) instanceof Integer i ? -i : 1.5f * small;
    log.add(third.getClass() + " " + third);
  }
}
