package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Expressions that get their type from around them, to the left of a suspension. */
class PolyExpressionsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PolyExpressionsTest.class);
  }

  static String pair(Supplier<? extends CharSequence> left, int right) {
    return left.get() + "/" + right;
  }

  static <A, B> B applied(Function<? super A, ? extends B> f, A a) {
    return f.apply(a);
  }

  static <T> List<T> listOf(T first, T second) {
    return Arrays.asList(first, second);
  }

  static String run(Callable<String> c, Object marker) throws Exception {
    return "callable " + c.call() + marker;
  }

  static String run(Runnable r, Object marker) {
    r.run();
    return "runnable" + marker;
  }

  static String which(Object o, int n) {
    return "object " + o + n;
  }

  static String which(Integer i, int n) {
    return "integer " + i + n;
  }

  static String many(int n, Object... rest) {
    return n + Arrays.toString(rest);
  }

  static String manyFirst(Supplier<?> s, Supplier<?>... rest) {
    return s.get() + "" + Stream.of(rest).map(Supplier::get).toList();
  }

  @Comp
  static String lambdasLeft(Log log) throws Exception {
    int k = ask(new Num("k"));
    String a = pair(() -> "s" + k, ask(new Num("a")));
    String b = applied(x -> x + 1, ask(new Num("b"))) + a;
    String c = run(() -> "called", ask(new Str("c")));
    String d = run(() -> log.add("ran"), Yield.yield(Q.str("d")));
    String e =
        run(
            () -> {
              throw new IllegalStateException("thrown");
            },
            ask(new Str("e")));
    return b + c + d + e;
  }

  @Comp
  static String nullsLeft() {
    String a = which(null, ask(new Num("a")) > 5 ? 1 : 2) + "";
    return a;
  }

  @Comp
  static String typedNullsLeft() {
    return which((Object) null, ask(new Num("a")))
        + which((Integer) null, ask(new Num("b")))
        + many(ask(new Num("c")), (Object[]) null)
        + many(1, (Object) null, ask(new Str("d")))
        + many(2, null, ask(new Str("e")));
  }

  @Comp
  static String diamondsLeft() {
    Map<String, List<Integer>> map = new HashMap<>();
    map.merge("k", new ArrayList<>(List.of(ask(new Num("a")))), (x, y) -> x);
    List<List<Integer>> lists = listOf(new ArrayList<>(), Yield.yield(Q.list("l")));
    List<Integer> list = lists.get(1);
    return map
        + ""
        + list
        + Optional.<Supplier<String>>of(() -> "in").map(Supplier::get).orElse("x");
  }

  @Comp
  static String genericCallsLeft() {
    List<List<String>> lists =
        listOf(Collections.emptyList(), Yield.<List<String>>yield(Q.of("l", List.of("q"))));
    List<String> empty = lists.get(0);
    Comparator<String> order = Comparator.comparing(String::length, Comparator.reverseOrder());
    int c = order.thenComparing(Comparator.naturalOrder()).compare("aa", ask(new Str("s")));
    return empty + "" + Integer.signum(c);
  }

  @Comp
  static String referencesLeft() {
    IntFunction<int[]> maker = int[]::new;
    String made =
        applied(ArrayList<Integer>::new, Yield.<List<Integer>>yield(Q.list("list"))).toString();
    BiFunction<String, Integer, Character> at = String::charAt;
    return made
        + maker.apply(Math.abs(ask(new Num("n")))).length
        + at.apply("wxyz", Math.abs(ask(new Num("i"))))
        + manyFirst("a"::toString, "c"::trim, ask(new Bool("b")) ? "d"::trim : "e"::trim);
  }

  @Comp
  static String serializableLambda() {
    Object o = (Supplier<String> & Serializable) () -> "kept";
    String s = ask(new Str("s"));
    return s + (o instanceof Serializable) + ((Supplier<?>) o).get();
  }

  @Comp
  static String switchAndConditionalLeft() {
    UnaryOperator<String> f = ask(new Bool("upper")) ? s -> s + "!" : String::trim;
    Supplier<Supplier<String>> nested = () -> () -> f.apply("x");
    return pair(
            switch (ask(new Num("which"))) {
              case 0 -> () -> "zero";
              case 1 -> "one"::toString;
              default -> {
                String word = ask(new Str("word"));
                yield () -> word;
              }
            },
            ask(new Num("n")))
        + nested.get().get();
  }

  @Comp
  static String chained() {
    return Stream.of(3, 1, ask(new Num("n")))
            .sorted(Comparator.comparing(i -> -i))
            .reduce(0, (a, b) -> a * 2 + b, Integer::sum)
        + Stream.<Supplier<Integer>>of(() -> 1, () -> 2)
            .map(Supplier::get)
            .reduce(ask(new Num("m")), Integer::sum)
            .toString();
  }

  /** The place wants a {@code Collection<? extends E>}, and E is what the operands tell. */
  @Comp
  static String wildcards(boolean b) {
    boolean isIn =
        new ArrayList<>(b ? List.of(1, 2) : Yield.<List<Integer>>yield(Q.list("list")))
            .stream()
                .anyMatch(
                    t ->
                        switch (t) {
                          case 0 -> true;
                          default -> false;
                        });
    boolean isMore =
        new ArrayList<>(
                switch (ask(new Num("n"))) {
                  case 0 -> List.of('a');
                  case 1 -> null;
                  default -> {
                    ask(new Str("more"));
                    yield b ? new ArrayList<>(List.of('b')) : List.of('c');
                  }
                })
            .stream()
                .anyMatch(
                    t ->
                        switch (t) {
                          case 'c' -> true;
                          default -> false;
                        });
    return isIn + "" + isMore;
  }

  /** Parentheses tell what is wanted of what is in them. */
  @Comp
  static String wildcardsInParentheses(boolean b) {
    var list = new ArrayList<>(b ? Yield.<List<Integer>>yield(Q.list("list")) : (List.of(1, 2)));
    Supplier<List<Integer>> same = () -> list;
    var other = new ArrayList<>((List.of('a')).subList(0, ask(new Num("n")) % 2));
    Supplier<List<Character>> more = () -> other;
    return same.get() + "" + more.get();
  }
}
