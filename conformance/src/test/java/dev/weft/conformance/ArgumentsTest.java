package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Receivers and arguments of methods and constructors. */
class ArgumentsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ArgumentsTest.class);
  }

  static String join(Object... parts) {
    return parts.length + Arrays.toString(parts);
  }

  static String four(int a, long b, Object c, String d) {
    return "four(" + a + "," + b + "," + c + "," + d + ")";
  }

  static String overloaded(int n) {
    return "int";
  }

  static String overloaded(long n) {
    return "long";
  }

  static String overloaded(Object n) {
    return "Object";
  }

  static String overloaded(Integer n) {
    return "Integer";
  }

  static String overloaded(int... n) {
    return "ints";
  }

  @Comp
  static String asReceiver(Log log) {
    return Yield.<String>yield(Q.str("s")).concat(log.tap("argument", "!")).toUpperCase();
  }

  @Comp
  static String inAChain(Log log) {
    return new StringBuilder()
        .append(log.tap("first", 1))
        .append(ask(new Str("second")))
        .append(log.tap("third", "3"))
        .insert(0, ask(new Num("fourth")))
        .reverse()
        .toString();
  }

  @Comp
  static String firstArgument(Log log) {
    return four(ask(new Num("a")), log.tap("b", 2), log.tap("c", "c"), log.tap("d", "d"));
  }

  @Comp
  static String middleArguments(Log log) {
    return four(log.tap("a", 1), ask(new Num("b")), ask(new Str("c")), log.tap("d", "d"));
  }

  @Comp
  static String allArguments(Log log) {
    return four(
        ask(new Num("a")), log.tap("b", ask(new Num("b"))), ask(new Bool("c")), ask(new Str("d")));
  }

  @Comp
  static String nestedCalls(Log log) {
    return join(
        log.tap("a", "a"),
        join(log.tap("b", "b"), ask(new Str("c")), join(log.tap("d", "d"))),
        join(),
        ask(new Str("e")),
        log.tap("f", "f"));
  }

  @Comp
  static String varargs(Log log) {
    String none = String.format("none");
    String one = String.format("%s", ask(new Str("one")));
    String two = String.format("%d-%s", log.tap("first", 1), ask(new Str("two")));
    String array = join((Object[]) new String[] {ask(new Str("in array")), "x"});
    String asOne = join((Object) new int[] {ask(new Num("int"))}.length);
    return String.join("|", none, one, two, array, asOne, join(ask(new Str("last"))));
  }

  @Comp
  static String overloadsStayTheSame() {
    int n = ask(new Num("n"));
    Integer boxed = n;
    long wide = n;
    Object any = n;
    String first =
        overloaded(n) + overloaded(boxed) + overloaded(wide) + overloaded(any) + overloaded();
    String second =
        overloaded(ask(new Num("a")))
            + overloaded((int) ask(new Num("b")))
            + overloaded((long) ask(new Num("c")))
            + overloaded((Object) ask(new Num("d")))
            + overloaded(1, ask(new Num("e")))
            + overloaded(ask(new Num("f")) + 1L)
            + overloaded((short) 1);
    return first + second;
  }

  @Comp
  static String nullReceiverEvaluatesArguments(Log log) {
    String none = Yield.yield(Q.of("nothing", null));
    try {
      return none.concat(log.tap("argument", "a") + ask(new Str("still asked")));
    } catch (NullPointerException e) {
      log.add("caught null");
      return ask(new Str("after"));
    }
  }

  @Comp
  static String receiverReadBeforeArguments(Log log) {
    StringBuilder sb = new StringBuilder("first");
    StringBuilder first = sb;
    sb.append(ask(new Str("appended"))).append((sb = new StringBuilder("second")).length());
    log.add(first);
    int[] n = {1};
    String s = join(n[0], n[0]++, ask(new Num("n")), n[0], n[0] += 5, n[0]);
    return sb + s;
  }

  @Comp
  static String localReadBeforeItChanges() {
    int n = 1;
    String s = join(n, n = ask(new Num("n")), n, n++, ask(new Num("m")), n);
    String t = "a";
    return s + join(t, t += ask(new Str("t")), t);
  }

  static final class Point {
    final Object x;
    final int y;

    Point(Object x, int y) {
      this.x = x;
      this.y = y;
    }

    Point(int y) {
      this("only y", y);
    }

    @Override
    public String toString() {
      return "(" + x + ", " + y + ")";
    }
  }

  @Comp
  static List<Point> constructorArguments(Log log) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(ask(new Str("x")), log.tap("y", 1)));
    points.add(new Point(log.tap("x", "x"), ask(new Num("y"))));
    points.add(new Point(new Point(ask(new Num("inner"))), ask(new Num("outer"))));
    return points;
  }

  @Comp
  static Map<String, List<Integer>> diamondsAndGenericCalls() {
    Map<String, List<Integer>> map = new HashMap<>();
    map.put(ask(new Str("key")), new ArrayList<>(List.of(ask(new Num("value")))));
    map.computeIfAbsent("fixed", k -> new ArrayList<>()).add(ask(new Num("fixed")));
    List<String> none = ask(new Bool("empty")) ? List.of() : new ArrayList<>();
    map.merge("size" + none.size(), List.of(), (a, b) -> b);
    return new java.util.TreeMap<>(map);
  }

  @Comp
  static String lambdasBesideSuspensions(Log log) {
    String prefix = ask(new Str("prefix"));
    return Stream.of(ask(new Str("a")), prefix, ask(new Str("b")))
        .map(s -> prefix + s)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(ask(new Str("separator")), "<", ">"));
  }

  static <T> T supplied(Supplier<? extends T> first, T other) {
    return first.get() == null ? other : first.get();
  }

  @Comp
  static String polyArgumentsLeftOfASuspension(Log log) {
    String a = supplied(() -> null, ask(new Str("other")));
    String b = supplied(() -> log.tap("lambda", "kept"), ask(new Str("unused")));
    String c = supplied(String::new, ask(new Str("ignored")));
    List<Integer> d = supplied(ArrayList::new, List.of(ask(new Num("d"))));
    Object e = join(null, ask(new Str("beside null")), (Object) null);
    return a + b + c + d + e;
  }

  @Comp
  static String staticThroughExpression(Log log) {
    return String.valueOf(Yield.<Object>yield(Q.str("object")))
        + Integer.toString(ask(new Num("n")), log.tap("radix", 2))
        + Math.max(ask(new Num("left")), ask(new Num("right")));
  }
}
