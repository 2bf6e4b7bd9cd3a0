package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Patterns in all kinds of methods and places, and the order in which things happen there. */
class PatternPlacesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PatternPlacesTest.class);
  }

  private static final Object[] ANY = {"text", 5, List.of(1, 2), null, 2.5, "", 0};

  sealed interface Tree<T> {}

  record Leaf<T>(T value) implements Tree<T> {}

  record Fork<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}

  private record Hidden(int n) {}

  sealed interface Side {}

  record Left() implements Side {}

  record Right() implements Side {}

  record Sided(Side side) {}

  /** A host whose members guards and branches use. */
  static class Teller {
    private final Log log;
    private int asked;
    protected String name = "teller";

    Teller(Log log) {
      this.log = log;
    }

    private boolean isLong(String s) {
      asked++;
      log.add("isLong " + s);
      return s.length() > 3;
    }

    @Comp
    String tell(Object o) {
      return switch (o) {
        case String s when isLong(s) && asked > 0 ->
            name + s + ask(new Str("long")) + this.name + s;
        case String s when this.sure(s) -> asked + s;
        case Integer n when asked < n -> {
          asked += n;
          Function<Integer, Integer> plus = m -> m + n + asked;
          yield "n" + plus.apply(ask(new Num("m")));
        }
        case null, default -> name + ask(new Str("rest")) + asked;
      };
    }

    @Comp
    private boolean sure(String s) {
      log.add("sure " + s);
      return ask(new Bool("sure " + s));
    }
  }

  @Comp
  static String membersOfTheHost(Log log) {
    Teller teller = new Teller(log);
    String first = teller.tell(Yield.yield(Q.oneOf("o", ANY)));
    return first + teller.tell(Yield.yield(Q.oneOf("p", ANY))) + teller.asked;
  }

  @Comp
  static <T extends Comparable<T>> T most(Tree<T> tree, T none) {
    return switch (tree) {
      case Leaf<T>(T value) when value.compareTo(none) > 0 && ask(new Bool("leaf " + value)) ->
          value;
      case Leaf<T> leaf -> {
        Yield.emit(leaf.value());
        yield leaf.value().compareTo(none) > 0 ? leaf.value() : none;
      }
      case Fork<T>(Leaf<T>(var l), Leaf<T>(T r)) when l.equals(r) -> l;
      case Fork<T>(var left, Tree<T> right) -> {
        T l = most(left, none);
        T r = most(right, none);
        yield l.compareTo(r) > 0 ? l : r;
      }
    };
  }

  @Comp
  static String recursiveAndGeneric() {
    Tree<String> tree =
        new Fork<>(
            new Fork<>(new Leaf<>(ask(new Str("a"))), new Leaf<>("m")),
            new Leaf<>(ask(new Str("b"))));
    return most(tree, "");
  }

  @Comp
  static int hiddenTypes() {
    Object o = Yield.yield(Q.oneOf("o", new Hidden(3), new Hidden(0), "x"));
    int n =
        switch (o) {
          case Hidden(int m) when m > ask(new Num("than")) -> m + ask(new Num("m"));
          case Hidden h -> h.n() * 10 + ask(new Num("h")) + h.n();
          default -> -1;
        };
    return o instanceof Hidden(var m) && ask(new Bool("b")) ? n + m : n;
  }

  @Comp
  static String uncoveredNulls(Log log) {
    Sided sided =
        Yield.yield(Q.oneOf("s", new Sided(new Left()), new Sided(new Right()), new Sided(null)));
    try {
      String a =
          switch (sided) {
            case Sided(Left l) -> "left " + ask(new Num("l"));
            case Sided(Right r) -> "right";
          };
      log.add(a);
    } catch (MatchException e) {
      log.add("match " + e.getMessage() + e.getCause());
      Yield.emit("caught");
    }
    return switch (sided) {
      case Sided(Left l) when ask(new Bool("left")) -> "left";
      case Sided(Left l) -> "left after all";
      case Sided(Right r) when ask(new Bool("right")) -> "right";
      case Sided(Right r) -> "right after all";
    };
  }

  @Comp
  static String finallyBlocks(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    String r = "";
    for (int i : List.of(0, 1)) {
      r +=
          switch (o) {
            case String s when s.length() > i -> {
              try {
                yield s + ask(new Str("try")) + s;
              } finally {
                log.add("left " + ask(new Num("finally")));
              }
            }
            case Integer n -> {
              try {
                if (n > ask(new Num("n"))) {
                  yield "more";
                }
                log.add("less");
              } catch (IllegalStateException e) {
                yield "caught " + ask(new Str("caught")) + n;
              } finally {
                switch (o) {
                  case Integer m when m > 2 -> Yield.emit("big " + m);
                  default -> log.add("small");
                }
              }
              yield "n" + n;
            }
            case null, default -> ask(new Str("rest"));
          };
    }
    return r;
  }

  @Comp
  static String returnsAndThrows(Log log) throws Exception {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    try {
      switch (o) {
        case String s when s.isEmpty() -> throw new Exception("empty" + ask(new Str("why")));
        case String s -> {
          return s + ask(new Str("s"));
        }
        case Integer n when n == 0 -> throw new IllegalStateException("zero");
        case Integer n -> log.add(n + ask(new Num("n")));
        case null -> {
          return "null";
        }
        case Object p -> {
          Yield.emit(p);
          return "p" + p;
        }
      }
      log.add("behind");
      return "end" + ask(new Num("end"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static int everyBranchReturns() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    switch (o) {
      case String s -> {
        return s.length() + ask(new Num("s"));
      }
      case Integer n when ask(new Bool("n")) -> {
        return n;
      }
      case null, default -> {
        return ask(new Num("rest"));
      }
    }
  }

  @Comp
  static int everySuspensionFreeSwitchReturns() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    switch (o) {
      case String s:
        return s.length();
      case Integer n
      when n > 1:
        return n;
      case null, default:
        return -1;
    }
  }

  @Comp
  static String selectorsOfAllKinds(Log log) {
    Map<String, Object> map = Map.of("a", "x", "b", 2, "alpha", "long");
    String key = ask(new Str("key"));
    String a =
        switch (log.tap("get", map.get(key))) {
          case String s when s.length() > ask(new Num("s")) -> "s" + s;
          case String s -> "t" + s;
          case Integer n -> "n" + ask(new Num("n")) + n;
          case null, default -> "none";
        };
    String b =
        switch (ask(new Bool("b")) ? (Object) key : Integer.valueOf(key.length())) {
          case String s -> s + ask(new Str("b")) + s;
          case Object n -> n + a;
        };
    int[] numbers = {1, 2, 3};
    Object[] objects = {numbers, key, null};
    int i = 0;
    String c =
        switch (objects[i++]) {
          case int[] array when array.length > ask(new Num("length")) -> "array" + array[i];
          case int[] array -> "short" + array[0] + ask(new Num("array")) + array.length;
          default -> "other";
        };
    return a + b + c + i;
  }

  @Comp
  static String commentsAndModifiers() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      // A text,
      case final String s /* final */
          when s.length() // longer
              > 2 ->
          s + ask(new Str("s")) + s; // is kept.
      case @SuppressWarnings("unused") final Integer n /* a number */ -> n + ask(new Str("n")) + n;
      /* The rest. */
      case null, default -> "rest" + ask(new Str("rest"));
    };
  }

  @Comp
  static String manyInARow(Log log) {
    StringBuilder text = new StringBuilder();
    for (Object o : ANY) {
      if (o instanceof String s && !s.isEmpty() || o == null) {
        text.append(o);
      }
      if (!(o instanceof Number n)) {
        continue;
      }
      String r =
          switch (n) {
            case Integer i when i > 0 && ask(new Bool("i" + i)) -> "i" + i;
            case Double d when d > ask(new Num("d")) -> "d" + d;
            case Number m -> "m" + m;
          };
      log.add(r);
      text.append(r).append(n);
    }
    return text.toString();
  }

  @Comp
  static String constantsNamedLikeKeywords() {
    String s = Yield.yield(Q.oneOf("s", "default", "case", "other"));
    String r = "before";
    switch (s) {
      case "default":
        r = "d" + ask(new Str("d"));
        return r;
      case "case":
        r = "c" + ask(new Str("c"));
        return r;
    }
    return r + s;
  }

  @Comp
  static String constantsNamedLikeKeywordsInRules() {
    String before = ask(new Str("before"));
    String s = Yield.yield(Q.oneOf("s", "default", "case", "other"));
    switch (s) {
      case "default" -> {
        return "d" + ask(new Str("d"));
      }
      case "case" -> {
        return "c" + ask(new Str("c"));
      }
    }
    return before + s;
  }

  @Comp
  static String selectorsThatBindAndRead(Log log) {
    int other = ask(new Num("other"));
    Object asked = ask(new Bool("text?")) ? "text" : (Object) 1;
    return switch (asked instanceof String s && ask(new Bool("bound")) ? (Object) s : other) {
      case Integer n when n > 1 -> "big" + ask(new Str("big"));
      case Integer n -> "small";
      default -> log.tap("default", ask(new Str("end")));
    };
  }

  @Comp
  static String labelsWithUnicodeEscapes() {
    return switch (ask(new Str("s"))) {
      case String s when ask(new Bool("longer than it is shown")) && s.indexOf('\u00e4') < 0 ->
          ask(new Str("without"));
      case String s -> s;
    };
  }

  @Comp
  static int selectorsThatBindInVain() {
    int other = ask(new Num("other"));
    return switch (Yield.yield(other) instanceof String s ? (Object) "s" : other) {
      case Integer n when n > 1 -> ask(new Num("big"));
      case Integer n -> 7;
      default -> 8;
    };
  }

  @Comp
  static void bindingsThatOnlyUnreachableCodeReads() {
    switch (Yield.<Object>yield(Q.oneOf("o", ANY))) {
      case String s
      when true:
        for (int i = 0; i < 3; Yield.emit("never " + s)) {
          throw new IllegalStateException("at once " + i);
        }
        break;
      default:
        Yield.emit("else");
    }
  }
}
