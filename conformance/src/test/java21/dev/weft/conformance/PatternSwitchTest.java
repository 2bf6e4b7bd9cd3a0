package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Switches over patterns, with suspensions in their branches. */
@SuppressWarnings("fallthrough")
class PatternSwitchTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PatternSwitchTest.class);
  }

  private static final Object[] ANY = {"text", 5, List.of(1, 2), null, 2.5, "", 0};

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Group(List<Shape> shapes) implements Shape {}

  private static final Shape[] SHAPES = {
    new Circle(1), new Square(2), new Group(List.of(new Circle(3), new Square(4))), null
  };

  sealed interface Card permits Suit, Tarot {}

  enum Suit implements Card {
    CLUBS,
    HEARTS,
    SPADES
  }

  enum Tarot implements Card {
    FOOL,
    TOWER
  }

  private static final Card[] CARDS = {
    Suit.CLUBS, Tarot.FOOL, Suit.HEARTS, Tarot.TOWER, Suit.SPADES, null
  };

  @Comp
  static String types(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    switch (o) {
      case String s -> {
        log.add(s);
        String more = ask(new Str("more"));
        return s + more + s.length();
      }
      case Integer n -> log.add(n + ask(new Num("plus")) + n);
      case Number n -> log.add("number " + n);
      default -> log.add("else " + ask(new Str("else")));
    }
    log.add("behind");
    return "end " + o;
  }

  @Comp
  static String expression(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r =
        log.tap("left", "l")
            + switch (o) {
              case String s -> s + ask(new Str("text")) + s;
              case Integer n when n > 3 -> {
                Yield.emit(n);
                yield "big " + n;
              }
              case Integer n -> "small " + n;
              case List<?> list -> {
                for (Object each : list) {
                  log.add(each);
                  if (ask(new Bool("stop"))) {
                    yield "stopped at " + each + " of " + list.size();
                  }
                }
                yield "all " + list;
              }
              case null -> "nothing " + ask(new Num("null"));
              default -> "else";
            }
            + log.tap("right", "r");
    return r + ".";
  }

  @Comp
  static String selectorSuspendsOnly() {
    return switch (Yield.<Object>yield(Q.oneOf("o", ANY))) {
      case String s when s.isEmpty() -> "empty";
      case String s -> s;
      case Integer n when n instanceof Integer m && m > 2 -> "n" + n + m;
      case null, default -> "else";
    };
  }

  @Comp
  static String selectorAndBranchesSuspend() {
    return switch (Yield.<Object>yield(Q.oneOf("o", ANY))) {
      case String s -> s + ask(new Str("s")) + s;
      case null, default -> "else" + ask(new Num("n"));
    };
  }

  @Comp
  static int sealedWithoutDefault(Log log) {
    Shape shape = Yield.yield(Q.oneOf("shape", (Object[]) SHAPES));
    int r =
        switch (shape) {
          case Circle c -> c.radius() + ask(new Num("circle")) + c.radius();
          case Square(int side) -> side * ask(new Num("square")) + side;
          case Group(List<Shape> inner) -> {
            int sum = 0;
            for (Shape each : inner) {
              switch (each) {
                case Circle(var radius) -> sum += radius + ask(new Num("inner circle"));
                case Square s -> sum += s.side();
                case Group g -> log.add(g);
              }
            }
            yield sum * inner.size();
          }
        };
    switch (shape) {
      case Circle c -> log.add(c);
      case Square s -> Yield.emit(s);
      case Group g -> {
        Yield.emit(g.shapes().size());
        log.add(g);
      }
    }
    return r;
  }

  @Comp
  static String nullSelectors(Log log) {
    try {
      Object o = Yield.yield(Q.oneOf("o", null, "a", null, 1));
      switch (o) {
        case String s -> log.add(s + ask(new Str("s")) + s);
        default -> log.add("default " + ask(new Str("d")));
      }
      return "no null";
    } catch (NullPointerException e) {
      log.add("caught");
      return "null " + ask(new Str("null"));
    }
  }

  @Comp
  static String nullFirstAndLast() {
    Object a = Yield.yield(Q.oneOf("a", ANY));
    Object b = Yield.yield(Q.oneOf("b", ANY));
    String first =
        switch (a) {
          case null -> ask(new Str("null"));
          case String s -> s + ask(new Str("s")) + s;
          case Object other -> other + "!" + ask(new Num("n")) + other;
        };
    String last =
        switch (b) {
          case CharSequence s -> s.length() + ask(new Str("s")) + s;
          case Number n when n.intValue() > 2 -> n.toString();
          case null, default -> b + ask(new Str("rest")) + b;
        };
    return first + last;
  }

  @Comp
  static String nullOfText(Log log) {
    String s = Yield.yield(Q.oneOf("s", "a", null, "b", "default"));
    switch (s) {
      case "a" -> log.add(ask(new Str("a")));
      case null -> log.add(ask(new Str("null")));
      case "default" -> log.add("word");
      default -> log.add(ask(new Str("rest")));
    }
    return switch (s) {
      case "a", "b" -> s + ask(new Num("ab"));
      case null, default -> s + ask(new Num("null or default"));
    };
  }

  @Comp
  static String constantsAndPatterns() {
    String s = ask(new Str("s"));
    Integer n = ask(new Num("n"));
    String a =
        switch (s) {
          case "alpha" -> "A" + ask(new Num("alpha"));
          case "b", "c" -> "B";
          case String t when t.length() > 3 -> t + ask(new Num("long")) + t;
          case String t -> t + t.length() + ask(new Num("any")) + t;
        };
    String b =
        switch (n) {
          case 0 -> "zero" + ask(new Num("zero"));
          case -1 -> "minus";
          case Integer i when i > 2 -> "big" + ask(new Num("big")) + i;
          case 1 -> "one" + ask(new Num("one"));
          case Integer i -> "rest" + i;
        };
    return a + b;
  }

  @Comp
  static String enumsAndPatterns() {
    RoundingMode mode =
        Yield.yield(Q.oneOf("mode", RoundingMode.UP, RoundingMode.DOWN, RoundingMode.FLOOR, null));
    return switch (mode) {
      case UP -> "up" + ask(new Num("up"));
      case RoundingMode.DOWN -> "down" + ask(new Num("down"));
      case RoundingMode m when m.ordinal() > 100 -> "never";
      case null -> "null" + ask(new Num("null"));
      case RoundingMode m -> m + ask(new Str("rest")) + m;
    };
  }

  @Comp
  static String qualifiedConstants() {
    Card card = Yield.yield(Q.oneOf("card", (Object[]) CARDS));
    try {
      return switch (card) {
        case Suit.CLUBS -> "clubs" + ask(new Num("clubs"));
        case Suit.HEARTS, Suit.SPADES -> "hearts or spades";
        case Tarot.FOOL -> "fool" + ask(new Str("fool"));
        case Tarot t -> t + ask(new Str("tarot")) + t;
      };
    } catch (NullPointerException e) {
      return "null" + ask(new Num("null"));
    }
  }

  @Comp
  static int qualifiedConstantsOnly(Log log) {
    Card card = Yield.yield(Q.oneOf("card", Suit.CLUBS, Tarot.FOOL, Tarot.TOWER, Suit.SPADES));
    switch (card) {
      case Suit.CLUBS -> log.add("clubs" + ask(new Num("clubs")));
      case Tarot.FOOL, Tarot.TOWER -> log.add("tarot" + ask(new Num("tarot")));
      case Suit.HEARTS, Suit.SPADES -> log.add("rest");
    }
    return card.toString().length();
  }

  @Comp
  static String oldStyleGroups(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r = "";
    switch (o) {
      case null:
        r += "null" + ask(new Num("null"));
        break;
      case String s:
        r += s;
        Yield.emit("string");
        if (s.isEmpty()) {
          break;
        }
        r += s + ask(new Str("more")) + s;
      default:
        r += "falls";
        log.add(ask(new Str("default")));
    }
    int k =
        switch (o) {
          case Integer n
          when n > 0:
            log.add("positive");
            yield n + ask(new Num("n"));
          case Integer n:
            yield n;
          case null, default:
            int t = ask(new Num("t"));
            yield t * 10;
        };
    return r + k;
  }

  @Comp
  static String guards(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    int limit = ask(new Num("limit"));
    return switch (o) {
      case String s when log.tap("1", s).isEmpty() -> "empty" + ask(new Str("e"));
      case String s when log.tap("2", s.length()) > limit && log.tap("2b", 0) == 0 ->
          "long" + ask(new Str("l")) + s;
      case String s -> "short" + limit + ask(new Str("s")) + s;
      case Integer n when log.tap("3", n) > limit -> "big" + ask(new Num("b")) + n;
      case Integer n when fails(log, n) -> "never" + ask(new Num("never"));
      case Number n when n instanceof Double d && log.tap("5", d) > 1 ->
          "d" + ask(new Num("d")) + d;
      case Number n -> "number" + n;
      case null, default -> "rest";
    };
  }

  private static boolean fails(Log log, int n) {
    log.add("fails " + n);
    if (n == 0) {
      throw new IllegalStateException("guard");
    }
    return false;
  }

  @Comp
  static String guardsWithLambdas(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String word = ask(new Str("word"));
    return switch (o) {
      case String s when Stream.of("a", word, s).anyMatch(t -> t.equals(s) && t.length() > 3) ->
          "any" + ask(new Str("a")) + s;
      case String s
          when new Object() {
            boolean test() {
              return s.length() > word.length();
            }
          }.test() ->
          "longer" + ask(new Str("l")) + s;
      case Object p when p instanceof Integer n && n + word.length() > 3 -> {
        log.add(n);
        yield ask(new Str("n")) + n + p;
      }
      case null, default -> "else" + word;
    };
  }

  @Comp
  static String bindingsReassignedAndCaptured(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    List<Supplier<String>> all = new ArrayList<>();
    switch (o) {
      case String s -> {
        Supplier<String> whole = () -> s + s.length();
        all.add(whole);
        Yield.emit("captured");
        all.add(() -> "again " + s);
      }
      case Integer n -> {
        int before = n;
        n = n + ask(new Num("n"));
        log.add(n);
        n++;
        all.add(() -> "before " + before);
        Yield.emit(n);
      }
      case null, default -> log.add(ask(new Str("none")));
    }
    StringBuilder text = new StringBuilder();
    for (Supplier<String> each : all) {
      text.append(each.get());
      Yield.emit("got");
    }
    return text.toString();
  }

  @Comp
  static String sameNames() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String a =
        switch (o) {
          case String x -> x + ask(new Str("a")) + x;
          case Integer x -> x + ask(new Str("b")) + x;
          case List<?> x -> x.size() + "list" + x;
          case null, default -> "else";
        };
    if (o instanceof String x) {
      a += x + ask(new Str("c")) + x;
    }
    int x = ask(new Num("x"));
    return a + x + ask(new Num("y")) + x;
  }

  @Comp
  static String loopsAndJumps(Log log) {
    StringBuilder text = new StringBuilder();
    outer:
    for (Object each : ANY) {
      inner:
      switch (each) {
        case String s when s.length() > 1 -> {
          if (ask(new Bool("next"))) {
            continue outer;
          }
          log.add("stays " + s);
        }
        case String s -> {
          if (ask(new Bool("leave"))) {
            break inner;
          }
          log.add("goes on");
        }
        case Integer n -> {
          if (ask(new Num("n")) == n) {
            break outer;
          }
          text.append(n);
        }
        case null -> {
          continue;
        }
        default -> {
          log.add(ask(new Str("default")));
          break;
        }
      }
      text.append(each).append(';');
    }
    return text.toString();
  }

  @Comp
  static String triesInside(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r =
        switch (o) {
          case String s -> {
            try {
              yield s + ask(new Str("in try")) + s;
            } catch (IllegalArgumentException e) {
              log.add("caught");
              yield "caught " + s + ask(new Str("in catch"));
            } finally {
              log.add("finally " + s);
            }
          }
          case Integer n -> {
            try {
              log.add(n);
            } finally {
              Yield.emit("in finally " + n);
            }
            yield "n" + n;
          }
          case null -> throw new IllegalStateException(ask(new Str("why")));
          default -> "else";
        };
    return r + ask(new Num("end"));
  }

  @Comp
  static String nested() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    Object p = Yield.yield(Q.oneOf("p", ANY));
    return switch (o) {
      case String s ->
          switch (p) {
            case String t -> s + t + ask(new Str("st")) + s + t;
            case Integer n when n > 2 -> s + n + ask(new Num("sn")) + s + n;
            case null, default -> s + "?";
          };
      case Integer n -> {
        switch (p) {
          case String t when !t.isEmpty() -> Yield.emit(t + n);
          case Integer m -> {
            int sum = n + m + ask(new Num("m"));
            yield n + "+" + m + "=" + sum;
          }
          case null, default -> {}
        }
        yield n + "." + ask(new Num("after")) + n;
      }
      case null, default -> "no" + ask(new Num("no"));
    };
  }

  @Comp
  static int asOperand(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    int[] a = {1, 2, 3};
    int i = 0;
    a[i++] +=
        log.tap("left", 100)
                * switch (o) {
                  case Integer n -> n + ask(new Num("n")) + n;
                  case String s -> i + s.length() + ask(new Num("s"));
                  case null, default -> ask(new Num("default"));
                }
            + log.tap("right", i);
    return a[0] * 100 + a[1] * 10 + i;
  }

  @Comp
  static boolean inConditions(Log log) {
    int i = 0;
    while (i < ANY.length
        && switch (ANY[i++]) {
          case String s -> s.isEmpty() || ask(new Bool("go on with " + s));
          case Integer n when n > 2 -> true;
          case null, default -> ask(new Bool("at " + i));
        }) {
      log.add("looped");
    }
    return switch (ANY[i % 7]) {
          case String s -> !s.isEmpty();
          case Object other -> ask(new Bool("other " + other));
          case null -> false;
        }
        && ask(new Bool("and"));
  }

  @Comp
  static String onlyGuardOfAnotherSwitchBinds() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return ask(new Str("first"))
        + switch (o) {
          case Object p when p instanceof String s && !s.isEmpty() -> s + p;
          case null, default -> "none";
        }
        + ask(new Str("last"));
  }

  @Comp
  static String generics() {
    Comparable<?> c = Yield.yield(Q.oneOf("c", "text", 5, 2.5, "b"));
    List<? extends Number> list = List.of(1, 2);
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String a =
        switch (c) {
          case String s -> s + ask(new Str("s")) + s;
          case Number n -> n.intValue() + ask(new Str("n")) + n;
          case Comparable<?> other -> "" + other;
        };
    String b =
        switch (list.get(0)) {
          case Integer n -> n + ask(new Str("i")) + n;
          case Number n -> n + ask(new Str("j")) + n;
        };
    String d =
        switch (o) {
          case List<?> l when !l.isEmpty() -> {
            Yield.emit("list");
            yield "" + l.get(0);
          }
          case String[] array -> "" + array.length;
          case null, default -> "else";
        };
    return a + b + d;
  }
}
