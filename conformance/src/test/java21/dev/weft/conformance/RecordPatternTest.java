package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Record patterns, in {@code instanceof} and in switches, whose bindings live across suspensions.
 */
class RecordPatternTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(RecordPatternTest.class);
  }

  record Point(int x, int y) {}

  record Line(Point from, Object to) {}

  record Box<T>(T value) {}

  record Two<A, B extends Comparable<B>>(A first, B second) {}

  record Number2(double d, float f, long l, char c, boolean b) {}

  private static final Object[] ANY = {
    new Point(1, 2),
    new Line(new Point(3, 4), new Point(5, 6)),
    new Line(null, "to"),
    new Line(new Point(-1, 0), "to"),
    "text",
    null,
    new Box<>(new Box<>("deep"))
  };

  /** A record whose accessors tell that they are called, and fail at times. */
  record Told(Log log, Object a, Object b) {
    @Override
    public Object a() {
      log.add("a() " + a);
      return a;
    }

    @Override
    public Object b() {
      log.add("b() " + b);
      if ("boom".equals(b)) {
        throw new IllegalStateException("accessor");
      }
      return b;
    }

    @Override
    public Log log() {
      log.add("log()");
      return log;
    }

    @Override
    public String toString() {
      return "told " + a + " " + b;
    }
  }

  @Comp
  static Object make(Log log, String question) {
    int n = ask(new Num(question));
    return switch (n) {
      case 0 -> new Told(log, 1, "x");
      case 1 -> new Told(log, "t", "boom");
      case 2 -> new Told(log, "t", new Point(1, 2));
      case 3 -> "none";
      default -> new Told(log, null, 7);
    };
  }

  @Comp
  static String instanceOf(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (o instanceof Line(Point(int x, var y), Object to) && x + y > ask(new Num("sum"))) {
      log.add(to);
      return "line " + x + ask(new Str("x")) + y + to;
    }
    if (!(o instanceof Point(int x, int y))) {
      Yield.emit("no point");
      return "none";
    }
    Yield.emit(x);
    return "point " + x + y;
  }

  @Comp
  static String suspensionOnTheLeft() {
    if (Yield.<Object>yield(Q.oneOf("o", ANY)) instanceof Line(var p, String s)
        && ask(new Bool("sure " + p))) {
      return p + ask(new Str("p")) + s;
    }
    boolean b =
        ask(new Bool("b"))
            && Yield.<Object>yield(Q.oneOf("q", ANY)) instanceof Point(var x, int y)
            && x < y;
    return "b" + b;
  }

  @Comp
  static int inLoops() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    int n = 0;
    while (!(o instanceof Point(int x, int y))) {
      n++;
      o = ask(new Bool("point")) ? new Point(n, 2) : (Object) "no";
    }
    Yield.emit(x + y);
    while (o instanceof Point(var a, var b) && a < 3 + b) {
      o = new Point(a + 1, b + ask(new Num("b")) - 1);
      n++;
      if (n > 20) {
        return -1;
      }
    }
    return x * 100 + y * 10 + n;
  }

  @Comp
  static String inConditionalsAndLambdas() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String a =
        o instanceof Line(Point(var x, var y), var to)
            ? x + ask(new Str("x")) + y + to
            : ask(new Str("none"));
    Supplier<String> later = () -> "none";
    if (o instanceof Line(var from, var to)) {
      Yield.emit("line");
      later = () -> "from " + from + " to " + to;
    }
    Yield.emit("between");
    return a + later.get();
  }

  @Comp
  static String generics() {
    Box<Box<String>> box = new Box<>(new Box<>(ask(new Str("in"))));
    Two<? extends Number, String> two = new Two<>(ask(new Num("n")), "two");
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r = "";
    if (box instanceof Box(Box(var s)) && s.length() > ask(new Num("length"))) {
      r += s.toUpperCase() + ask(new Str("s"));
    }
    if (two instanceof Two(var n, var t)) {
      Yield.emit(t.compareTo("x") > 0);
      r += n.intValue() + t;
    }
    if (o instanceof Box<?>(Box<?>(var deep))) {
      Yield.emit("deep");
      r += deep;
    }
    return switch (box) {
          case Box<Box<String>>(Box<String>(String s)) when s.isEmpty() ->
              "empty" + ask(new Num("e"));
          case Box(Box(var s)) -> s.charAt(0) + ask(new Str("c")) + s.length();
          case Box(var nothing) -> "null" + nothing;
        }
        + switch (two) {
          case Two(var n, var t) when n.intValue() > ask(new Num("than")) ->
              n + t + ask(new Str("t"));
          case Two<? extends Number, String>(Number n, String t) -> n + t + t;
        }
        + r;
  }

  @Comp
  static String primitivesOfAllKinds() {
    Object o =
        Yield.yield(
            Q.oneOf(
                "o",
                new Number2(Double.NaN, Float.NaN, 1L << 40, 'c', true),
                new Number2(-0.0, 1.5f, -1, 'd', false)));
    if (o instanceof Number2(var d, float f, long l, char c, var b) && ask(new Bool("all"))) {
      Yield.emit("matched");
      return "" + d + f + l + c + b;
    }
    return switch (o) {
      case Number2(double d, var f, var l, char c, boolean b) when b ->
          d + ask(new Str("s")) + f + l + c;
      case Number2(double d, float f, long l, var c, boolean b) -> {
        Yield.emit(c);
        yield "" + d + f + l + c + b;
      }
      default -> "none";
    };
  }

  @Comp
  static String nestedInSwitch(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      case Line(Point(int x, int y), Point(int a, int b)) when x < y -> {
        int sum = x + y + ask(new Num("sum")) + a + b;
        log.add(sum);
        yield "line " + sum + x;
      }
      case Line(Point(var x, var y), String to) when log.tap("y", y) == 0 ->
          to + ask(new Str("to")) + x + to;
      case Line(Point(var p, var q), var to) -> p + ask(new Str("p")) + to + q;
      case Line(var p, Object to) -> "null point" + p + ask(new Num("null")) + to;
      case Point(int x, int y) -> "" + x + ask(new Num("point")) + y;
      case Box<?>(Box<?>(String s)) -> s + ask(new Str("box")) + s;
      case Box<?> box -> "box" + box;
      case null, default -> "else" + ask(new Str("else"));
    };
  }

  @Comp
  static String accessorsInSwitch(Log log) {
    Object o = make(log, "which");
    try {
      return switch (o) {
        case Told(var l, Integer a, String b) -> a + b + ask(new Str("1")) + a;
        case Told(Log l, String a, Point(int x, int y)) -> a + ask(new Num("2")) + x + y;
        case Told(Log l, Object a, var b) when a == null -> "null " + b + ask(new Num("3"));
        case Told t -> "told " + ask(new Num("4"));
        default -> "default" + ask(new Str("5"));
      };
    } catch (MatchException e) {
      log.add("caught " + e.getCause());
      return "match " + ask(new Str("caught"));
    }
  }

  @Comp
  static String accessorsInInstanceof(Log log) {
    Object o = make(log, "which");
    if (o instanceof Told(var l, Integer a, var b) && ask(new Bool("first"))) {
      return "int " + a + b + ask(new Str("1")) + a;
    }
    try {
      if (ask(new Bool("second")) && o instanceof Told(Log l, var a, Point(var x, int y))) {
        Yield.emit(x);
        return "point " + a + x + y;
      }
    } catch (MatchException e) {
      return "match " + e.getCause() + ask(new Str("caught"));
    }
    return "none";
  }

  @Comp
  static String accessorsAndGuards(Log log) {
    Object o = make(log, "which");
    return switch (o) {
      case Told(var l, Integer a, String b) when log.tap("plain", b).isEmpty() -> a + b;
      case Told t when ask(new Bool("told")) -> "t " + t;
      case Told(var l, String a, Point(int x, int y)) -> a + x + ask(new Num("point")) + y;
      case String s when ask(new Bool(s)) -> s;
      case Told(var l, var a, Integer b) -> "b " + b;
      default -> "default";
    };
  }

  @Comp
  static String accessorsBehindASuspendingGuard(Log log) {
    Object o = make(log, "which");
    return switch (o) {
      case Told(var l, Integer a, String b) when ask(new Bool("1")) -> a + b;
      case Told(var l, Integer a, Object b) when log.tap("plain", b) == null -> "never";
      case Told(Log l, String a, Object b) when ask(new Bool("2")) -> a + b + ask(new Num("two"));
      case Told(Log l, String a, Point(int x, int y)) when ask(new Bool("3")) -> a + x + y;
      case Told(Log l, Object a, Integer b) when ask(new Bool("4")) -> "4 " + a + b;
      case Told(var l, var a, var b) -> "rest " + a + b;
      default -> "default";
    };
  }

  @Comp
  static List<String> listsOfRecords(Log log) {
    List<Object> all = List.of(new Point(0, 1), new Box<>(3), new Line(new Point(7, 8), "z"));
    return all.stream()
        .map(
            o ->
                switch (o) {
                  case Point(int x, int y) -> "p" + x + y;
                  case Box<?>(Integer n) when n > 2 -> "b" + n;
                  case Line(Point(var x, var y), var to) -> "l" + x + y + to;
                  default -> "d";
                })
        .map(s -> s + log.tap("s", s))
        .toList()
        .subList(0, Math.max(0, Math.min(3, ask(new Num("n")))));
  }
}
