package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code &&}, {@code ||} and {@code ?:} with suspensions in all operands. */
class ConditionalOperandsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ConditionalOperandsTest.class);
  }

  @Comp
  static boolean and(Log log) {
    boolean left = ask(new Bool("a")) && log.tap("plain", true);
    boolean right = log.tap("plain 2", left) && ask(new Bool("b"));
    return ask(new Bool("c")) && ask(new Bool("d")) && (left || right);
  }

  @Comp
  static boolean or(Log log) {
    boolean left = ask(new Bool("a")) || log.tap("plain", false);
    boolean right = log.tap("plain 2", left) || ask(new Bool("b"));
    return ask(new Bool("c")) || ask(new Bool("d")) || left && right;
  }

  @Comp
  static int mixedInIf(Log log) {
    int n = 0;
    if (ask(new Bool("a")) && (ask(new Bool("b")) || log.tap("c", true)) || !ask(new Bool("d"))) {
      n += 1;
    }
    if (log.tap("e", n) > 0 && ask(new Num("f")) > 1 && log.tap("g", 3) > ask(new Num("h"))) {
      n += 10;
    }
    if (!(ask(new Bool("i")) || n > 5 && ask(new Bool("j")))) {
      n += 100;
    }
    return n;
  }

  @Comp
  static int inLoopConditions(Log log) {
    int n = 0;
    while (n < 6 && (ask(new Bool("a" + n)) || ask(new Bool("b" + n)))) {
      n++;
    }
    do {
      log.add(n);
    } while (n-- > 3 || ask(new Bool("more")));
    for (int i = 0; i < 3 && !ask(new Bool("stop")) || i < 1; i++) {
      n += 10;
    }
    return n;
  }

  @Comp
  static String conditionSuspends(Log log) {
    return ask(new Bool("b")) ? log.tap("yes", "y") : log.tap("no", "n");
  }

  @Comp
  static String branchesSuspend(Log log) {
    int n = ask(new Num("n"));
    return log.tap("left", "<")
        + (n > 0 ? ask(new Str("positive")) : log.tap("plain", "-"))
        + (n < 2 ? log.tap("small", "s") : ask(new Str("large")))
        + log.tap("right", ">");
  }

  @Comp
  static int nestedConditionals() {
    int a = ask(new Num("a"));
    return a == 0
        ? ask(new Num("zero"))
        : a == 1
            ? ask(new Bool("one")) ? 11 : ask(new Num("not one"))
            : a == 2 ? 22 : ask(new Bool("b")) ? ask(new Num("c")) : ask(new Num("d"));
  }

  @Comp
  static String numericTypes() {
    boolean b = ask(new Bool("b"));
    char c = 'c';
    byte small = 5;
    Object intOrDouble = b ? 1 : Yield.<Double>yield(Q.dbl("d"));
    Object intOrLong = ask(new Bool("l")) ? ask(new Num("i")).intValue() : 2L;
    Object charOrConstant = ask(new Bool("c")) ? c : 98;
    Object byteOrInt = ask(new Bool("y")) ? small : ask(new Num("n"));
    Object charOrInt = b ? c : ask(new Num("m")).intValue();
    long widened = ask(new Bool("w")) ? ask(new Num("k")) : c;
    StringBuilder s = new StringBuilder();
    for (Object o :
        new Object[] {intOrDouble, intOrLong, charOrConstant, byteOrInt, charOrInt, widened}) {
      s.append(o.getClass().getSimpleName()).append(o).append(' ');
    }
    return s.toString();
  }

  @Comp
  static String referenceTypes() {
    Object mixed = ask(new Bool("b")) ? (Object) ask(new Num("n")) : ask(new Str("s"));
    Comparable<?> comparable = ask(new Bool("c")) ? Integer.valueOf(7) : ask(new Str("t"));
    Integer boxOrNull = ask(new Bool("d")) ? ask(new Num("m")) : null;
    List<String> list = ask(new Bool("e")) ? new ArrayList<>() : List.of(ask(new Str("u")));
    CharSequence text = ask(new Bool("f")) ? new StringBuilder(ask(new Str("v"))) : "plain";
    return mixed + "," + comparable + "," + boxOrNull + "," + list + "," + text;
  }

  @Comp
  static int unboxedNullInBranch(Log log) {
    Integer none = null;
    try {
      int n = ask(new Bool("b")) ? none : ask(new Num("n"));
      return n;
    } catch (NullPointerException e) {
      log.add("caught null");
      return ask(new Num("instead"));
    }
  }

  @Comp
  static String lambdaBranches() {
    String word = ask(new Str("word"));
    Supplier<String> s = ask(new Bool("b")) ? () -> word + "!" : word::trim;
    Supplier<String> t = word.isEmpty() ? () -> "empty" : ask(new Bool("c")) ? s : () -> "lambda";
    return s.get() + ask(new Str("between")) + t.get();
  }

  @Comp
  static boolean resultsAsArguments(Log log) {
    log.add(ask(new Bool("a")) && ask(new Bool("b")));
    log.add(
        log.tap("left", 1) + (ask(new Bool("c")) ? ask(new Num("d")) : 5) + log.tap("right", 2));
    Boolean boxed = ask(new Bool("e")) || ask(new Bool("f"));
    boolean[] flags = {ask(new Bool("g")) && boxed, !ask(new Bool("h")) || boxed};
    return flags[0] == flags[1] & (ask(new Bool("i")) && flags[0]);
  }

  @Comp
  static int asStatementsWithSideEffects(Log log) {
    int n = 0;
    boolean ignored = ask(new Bool("a")) && (n = ask(new Num("b"))) > 0 && ++n > 2;
    boolean other = ignored || (n += ask(new Num("c"))) > 3;
    int m = other ? n++ : (n -= ask(new Num("d")));
    log.add(m);
    return n;
  }

  @Comp
  static int constantsInConditions() {
    final boolean on = true;
    int n = on && ask(new Bool("asked")) ? 1 : 2;
    n += on || ask(new Bool("never asked")) ? 10 : 20;
    n += false && ask(new Bool("never asked")) ? 100 : 200;
    return n + (on ? ask(new Num("always")) : ask(new Num("never")));
  }

  @Comp
  static String definiteAssignmentByConditions() {
    int k;
    if (ask(new Bool("a")) && (k = ask(new Num("k"))) > 0) {
      return "k " + k;
    }
    int m;
    if (!ask(new Bool("b")) || (m = ask(new Num("m"))) < 1) {
      return "no m";
    }
    Yield.emit(m);
    boolean found;
    String s = (found = ask(new Bool("c"))) ? "found" : "lost";
    return s + found + m;
  }

  @Comp
  static String switchesOfNumbersAsOperands() {
    int n = ask(new Num("n"));
    long wide = 7;
    Object casted =
        (Object)
            (n == 3
                ? false
                : switch (ask(new Num("selector"))) {
                  case 1 -> n;
                  default -> wide;
                });
    Object suspending =
        (Object)
            (ask(new Bool("text?"))
                ? "text"
                : switch (n) {
                  case 1 -> ask(new Num("int"));
                  default -> wide;
                });
    Object assigned =
        ask(new Bool("false?"))
            ? (Object) false
            : switch (n) {
              case 1 -> n;
              default -> wide;
            };
    return Render.value(casted) + Render.value(suspending) + Render.value(assigned);
  }
}
