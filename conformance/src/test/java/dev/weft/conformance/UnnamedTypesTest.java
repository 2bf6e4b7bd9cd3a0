package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Locals and values whose types can't be written down: captured wildcards, intersections. */
class UnnamedTypesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(UnnamedTypesTest.class);
  }

  enum Suit implements Named {
    CLUBS,
    HEARTS
  }

  interface Named {
    String name();
  }

  enum Fruit implements Named {
    APPLE
  }

  @Comp
  static String leastUpperBounds(Log log) {
    var x = ask(new Bool("b")) ? 1 : "s";
    int n = ask(new Num("n"));
    var list = List.of(x, n, 'c');
    String s = ask(new Str("s"));
    var either = ask(new Bool("c")) ? Fruit.APPLE : Suit.HEARTS;
    ask(new Num("m"));
    Comparable<?> c = x;
    Named named = either;
    log.add(named);
    java.util.function.Supplier<Named> later = () -> either;
    log.add(later.get().name() + Named.class.isInstance(either));
    return x + s + list.get(0) + list.size() + either.name() + either.ordinal() + (c == x);
  }

  static <T> List<T> doubled(List<T> list) {
    List<T> both = new ArrayList<>(list);
    both.addAll(list);
    return both;
  }

  static <T> T first(List<? extends T> list, int n) {
    return list.get(n);
  }

  static <T> void swap(List<T> list, int i, T other) {
    list.set(i, other);
  }

  @Comp
  static String captures() {
    List<?> unknown = Yield.<List<Integer>>yield(Q.list("list"));
    var doubled = doubled(unknown);
    int n = ask(new Num("n"));
    var it = unknown.iterator();
    String s = "";
    for (var each : doubled) {
      s += each + ask(new Str("each"));
    }
    while (it.hasNext()) {
      var next = it.next();
      s += ask(new Num("again")) + "" + next;
    }
    return s + n + doubled.size();
  }

  @Comp
  static String superCaptures() {
    List<? super Integer> sink = new ArrayList<>(Yield.<List<Integer>>yield(Q.list("list")));
    sink.add(ask(new Num("n")));
    var got = sink.get(0);
    sink.add(1 + ask(new Num("m")));
    Comparator<? super String> order = Comparator.naturalOrder();
    var reversed = order.reversed();
    int c = reversed.compare("b", ask(new Str("s")));
    return sink + "" + got + Integer.signum(c);
  }

  @Comp
  static String boundedCaptures() {
    Map<? extends Number, ? extends Collection<? extends CharSequence>> map =
        new TreeMap<>(Map.of(ask(new Num("k")), List.of("a", "bb")));
    String s = "";
    for (var entry : map.entrySet()) {
      s += entry.getKey().intValue() + ask(new Str("s"));
      for (var text : entry.getValue()) {
        s += text.length() + ask(new Num("n"));
      }
    }
    return s;
  }

  @Comp
  static <E extends Enum<E> & Named> String intersectionParameter(Class<E> type) {
    E first = type.getEnumConstants()[0];
    var set = EnumSet.of(first);
    int n = ask(new Num("n"));
    for (E each : set) {
      n += each.ordinal() + each.name().length() + ask(new Num("m"));
    }
    return set + "" + n;
  }

  @Comp
  static String intersections() {
    return intersectionParameter(Fruit.class);
  }

  @Comp
  static <T extends Comparable<? super T>> T recursiveBound(Collection<? extends T> all) {
    T best = null;
    for (T each : all) {
      if (best == null || each.compareTo(best) > ask(new Num("limit"))) {
        best = each;
      }
    }
    return best;
  }

  @Comp
  static String recursive() {
    return recursiveBound(List.of(1, 3, 2)) + recursiveBound(Set.of("x"));
  }

  @Comp
  static String genericArrays(Log log) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[] lists = new List[] {List.of("a"), null};
    lists[ask(new Num("i")) & 1] = List.of(ask(new Str("s")));
    Function<Integer, Integer>[] fs = functions(k -> k + 1, k -> k * 2);
    int n = ask(new Num("n"));
    for (var f : fs) {
      n = f.apply(n) + ask(new Num("m"));
    }
    Map.Entry<String, ? extends List<?>>[][] grid = entries(3);
    grid[0][1] = Map.entry("k" + ask(new Str("k")), List.of(n));
    log.add(Arrays.deepToString(grid));
    return Arrays.toString(lists) + n;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> T[] functions(T... all) {
    return all;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Map.Entry<String, ? extends List<?>>[][] entries(int n) {
    return new Map.Entry[1][n];
  }

  @Comp
  static String operandsOfSuchTypes(Log log) {
    List<?> unknown = List.of("q", 2);
    String s =
        first(unknown, ask(new Num("zero")) & 1)
            + ""
            + log.tap("x", first(unknown, 0))
            + ask(new Num("n"));
    var both = Stream.of(1, 2.5).map(x -> x).toList().get(ask(new Num("i")) & 1);
    return s + both.doubleValue() + ask(new Str("e"));
  }

  static class Node<T extends Node<T>> {
    T next;
    int n;

    @SuppressWarnings("unchecked")
    T self() {
      return (T) this;
    }
  }

  static final class Leaf extends Node<Leaf> {}

  @Comp
  static int selfTyped(Log log) {
    Node<?> node = new Leaf();
    node.n = ask(new Num("n"));
    var self = node.self();
    log.add(ask(new Num("m")));
    var again = self.self();
    again.n += ask(new Num("k"));
    return node.n + self.n;
  }

  private static int sizeOf(Collection<?> collection) {
    return collection.size();
  }

  private static String nameOf(Serializable object) {
    return object.getClass().getSimpleName();
  }

  @Comp
  static String boundsThatNoCastCanName(Log log) {
    var list =
        ask(new Bool("array")) ? new ArrayList<>(List.of(1)) : new LinkedList<>(List.of("x"));
    Yield.emit("list");
    Serializable serializable = list;
    Collection<?> collection = list;
    for (var each : list) {
      log.add(each);
      Yield.emit(each);
    }
    Supplier<Object> later = () -> list.get(0);
    log.add(nameOf(list) + sizeOf(list) + list.subList(0, 1) + (serializable == collection));
    int sum =
        sizeOf(ask(new Bool("deque")) ? new ArrayDeque<>(List.of(1)) : new LinkedList<>())
            + ask(new Num("more"));
    var map = ask(new Bool("tree")) ? new TreeMap<>(Map.of(1, 2)) : new HashMap<>(Map.of("x", 3.0));
    Yield.emit(map.keySet());
    return later.get() + nameOf(map) + map.size() + sum;
  }
}
