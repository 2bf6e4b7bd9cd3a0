package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Guards that suspend. */
@SuppressWarnings("fallthrough")
class PatternGuardsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PatternGuardsTest.class);
  }

  private static final Object[] ANY = {"text", 5, List.of(1, 2), null, 2.5, "", 0};

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Pair(Object left, Object right) {}

  private static final Object[] PAIRS = {
    new Pair(1, "a"), new Pair("b", 2), new Pair(new Pair(1, 2), "c"), new Pair(null, null), "no"
  };

  enum Hue {
    RED,
    GREEN,
    BLUE
  }

  @Comp
  static String first() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      case String s when ask(new Bool("text " + s)) -> s;
      case String s -> "other " + s;
      case null, default -> "else";
    };
  }

  @Comp
  static String guardAndBranch(Log log) {
    return switch (log.tap("selector", Yield.<Object>yield(Q.oneOf("o", ANY)))) {
      case String s when s.length() > ask(new Num("longer than")) -> s + ask(new Str("s")) + s;
      case Integer n when n > ask(new Num("above")) && ask(new Bool("sure of " + n)) -> {
        Yield.emit(n);
        yield "n" + n;
      }
      case Number n when log.tap("plain", n.intValue()) > 1 -> "number " + n + ask(new Num("n"));
      case Object p when ask(new Bool("object " + p)) -> "object " + p + ask(new Str("o")) + p;
      case null -> "null";
      default -> "default " + ask(new Str("default"));
    };
  }

  @Comp
  static void statement(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    switch (o) {
      case String s when ask(new Bool("1")) -> log.add("1 " + s);
      case String s when ask(new Bool("2")) -> log.add("2 " + s);
      case Integer n when n < 3 -> log.add("3 " + n);
      case Integer n when ask(new Bool("4")) -> log.add("4 " + n);
      case Object p when ask(new Bool("5")) -> log.add("5 " + p);
      case List<?> list when ask(new Bool("6")) -> log.add("6 " + list);
      default -> log.add("default");
    }
    log.add("behind");
  }

  @Comp
  static String nullBehindAGuard(Log log) {
    Object o = Yield.yield(Q.oneOf("o", null, "a", 1));
    return switch (o) {
      case Object p when ask(new Bool("any " + p)) -> "object";
      case String s when ask(new Bool("text " + s)) -> "text";
      case null -> "null " + ask(new Num("null"));
      case Integer n -> "int " + log.tap("n", n);
      default -> "default";
    };
  }

  @Comp
  static String nullBeforeAGuard() {
    Object o = Yield.yield(Q.oneOf("o", null, "a", 1));
    return switch (o) {
      case null -> "null " + ask(new Num("null"));
      case Object p when ask(new Bool("any " + p)) -> "object";
      case Object p -> "rest" + p;
    };
  }

  @Comp
  static String nullOrDefaultBehindGuards() {
    Object o = Yield.yield(Q.oneOf("o", null, "a", 1));
    return switch (o) {
      case String s when ask(new Bool("text")) -> "text " + s;
      case null, default -> "rest " + o;
    };
  }

  @Comp
  static String nullFailsBeforeAnyGuard(Log log) {
    Object o = Yield.yield(Q.oneOf("o", null, "a", 1));
    try {
      return switch (o) {
        case Object p when ask(new Bool("any " + p)) -> "object";
        case Object p -> "rest " + p;
      };
    } catch (NullPointerException e) {
      log.add("null");
      return "caught";
    }
  }

  @Comp
  static int sealedTypes() {
    Shape shape = Yield.yield(Q.oneOf("shape", new Circle(2), new Square(3), null));
    return switch (shape) {
      case Circle c when ask(new Bool("circle")) -> c.radius();
      case Square(int side) when side > ask(new Num("side")) -> side * 10;
      case Circle(int radius) -> radius * 100;
      case Square s -> s.side() * 1000;
    };
  }

  @Comp
  static int coveredByEarlierCases() {
    Shape shape = Yield.yield(Q.oneOf("shape", new Circle(2), new Square(3), new Circle(0)));
    return switch (shape) {
      case Square s -> s.side();
      case Circle c when c.radius() > ask(new Num("than")) -> c.radius() * 10;
      case Circle c -> c.radius() * 100;
    };
  }

  @Comp
  static String constantsBetween() {
    String s = ask(new Str("s"));
    Integer n = ask(new Num("n"));
    Hue hue = Yield.yield(Q.oneOf("hue", Hue.RED, Hue.GREEN, Hue.BLUE, null));
    String a =
        switch (s) {
          case "alpha" -> "A" + ask(new Num("alpha"));
          case String t when t.length() > ask(new Num("long")) -> "long " + t;
          case "b" -> "B";
          case String t when ask(new Bool("rest")) -> "rest " + t;
          default -> "default" + ask(new Num("default"));
          case "x y" -> "X" + ask(new Num("x"));
        };
    String b =
        switch (n) {
          case 0 -> "zero" + ask(new Num("zero"));
          case Integer i when ask(new Bool("one " + i)) -> "i" + i;
          case 1, 2 -> "one";
          default -> "rest";
        };
    String c =
        switch (hue) {
          case RED -> "red";
          case Hue h when ask(new Bool("hue " + h)) -> "h" + h;
          case Hue.GREEN -> "green" + ask(new Num("green"));
          case null -> "null";
          case BLUE -> "blue";
        };
    return a + b + c;
  }

  @Comp
  static String records(Log log) {
    Object o = Yield.yield(Q.oneOf("o", PAIRS));
    return switch (o) {
      case Pair(Integer l, String r) when l > ask(new Num("l")) -> l + r + ask(new Str("lr"));
      case Pair(Pair(var a, Integer b), var c)
          when b > ask(new Num("b")) && log.tap("c", c) != null ->
          "" + a + b + c;
      case Pair(var l, var r) when l == null && ask(new Bool("nulls")) -> "nulls" + r;
      case Pair(String l, Object r) -> l + r;
      case Pair p when ask(new Bool("pair")) -> "pair " + p;
      default -> "default";
    };
  }

  @Comp
  static String oldStyleGroups(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r = "";
    switch (o) {
      case Integer n
      when ask(new Bool("n")):
        r += n;
        break;
      case null:
        log.add("null");
        break;
      case List<?> list:
        break;
      case String s
      when s.length() > ask(new Num("longer than")):
        r += s + ask(new Str("more"));
      default:
        r += "falls" + ask(new Num("default"));
    }
    return r;
  }

  @Comp
  static String bindingsOfGuards(Log log) {
    Object o = Yield.yield(Q.oneOf("o", PAIRS));
    return switch (o) {
      case Pair p when p.left() instanceof Integer n && ask(new Bool("n" + n)) -> {
        log.add(n);
        yield "int " + n + p.right();
      }
      case Pair p when ask(new Bool("right")) && p.right() instanceof String s ->
          s + ask(new Str("s")) + s;
      case Pair p when !(p.left() instanceof String s) || s.length() > ask(new Num("s")) ->
          "not " + p;
      case Pair(Object l, var r) when r instanceof Integer n && l instanceof String s ->
          s + n + ask(new Num("plain")) + s + n;
      default -> "default";
    };
  }

  @Comp
  static String capturedByLambdas() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    int limit = ask(new Num("limit"));
    Supplier<String> later =
        switch (o) {
          case String s when call(() -> s.length() > limit) && ask(new Bool("s")) -> () -> "s" + s;
          case Integer n when ask(new Bool("n")) && call(() -> n > limit) -> {
            Yield.emit("n");
            yield () -> "n" + n + limit;
          }
          case null, default -> () -> "else" + limit;
        };
    return ask(new Str("then")) + later.get();
  }

  private static boolean call(Supplier<Boolean> s) {
    return s.get();
  }

  @Comp
  static String inLoops(Log log) {
    String r = "";
    outer:
    for (Object each : ANY) {
      switch (each) {
        case String s when ask(new Bool("s" + s)) -> {
          log.add("s");
          continue outer;
        }
        case Integer n when n > ask(new Num("n")) -> {
          if (ask(new Bool("leave"))) {
            break outer;
          }
        }
        case null -> {
          log.add("null");
        }
        default -> r += each;
      }
      r += ";";
    }
    return r;
  }

  @Comp
  static String exceptionsOfGuards(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    try {
      return switch (o) {
        case String s when s.charAt(ask(new Num("at"))) == 't' -> "t" + s;
        case Integer n when n / ask(new Num("by")) > 1 -> "n" + n;
        case null, default -> "rest";
      };
    } catch (ArithmeticException | StringIndexOutOfBoundsException e) {
      log.add(e.getClass().getSimpleName());
      return "caught" + ask(new Num("caught"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static String switchInAGuard() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      case Object p
          when switch (p) {
            case String s -> s.length() > ask(new Num("inner"));
            case Integer n when ask(new Bool("inner n")) -> true;
            default -> false;
          } ->
          "outer" + p;
      case String s -> s + ask(new Str("s"));
      case null, default -> "rest";
    };
  }

  @Comp
  static int asOperand(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    int n = 1;
    return n
        + log.tap("left", 10)
        + switch (o) {
          case Integer i when i > ask(new Num("n")) + n -> i + n;
          case String s when ask(new Bool("s")) -> s.length() * n;
          case null, default -> n;
        }
        + n;
  }
}
