package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Generic methods and classes. */
class GenericsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(GenericsTest.class);
  }

  static class Cell<T> {
    T value;

    Cell(T value) {
      this.value = value;
    }

    @Comp
    T replaced(Object question) {
      T old = value;
      value = Yield.yield(question);
      return old;
    }

    @Comp
    <R> Cell<R> map(Function<? super T, ? extends R> f) {
      Yield.emit("mapping " + value);
      R mapped = f.apply(value);
      return new Cell<>(mapped);
    }

    @Comp
    static <A extends Comparable<? super A>> A larger(Cell<? extends A> a, Cell<A> b) {
      A left = a.value;
      Yield.emit(left);
      A right = b.value;
      return left.compareTo(right) > 0 ? left : right;
    }
  }

  static final class Pair<A, B extends List<A>> extends Cell<A> {
    final B rest;

    Pair(A first, B rest) {
      super(first);
      this.rest = rest;
    }

    @Comp
    List<A> all() {
      List<A> all = new ArrayList<>(List.of(value));
      for (A a : rest) {
        Yield.emit(a);
        all.add(a);
      }
      return all;
    }
  }

  @Comp
  static <T> T firstOr(List<? extends T> list, T otherwise) {
    for (T t : list) {
      if (Yield.<Boolean>yield(Q.bool("take " + t))) return t;
    }
    return otherwise;
  }

  @Comp
  static <K extends Comparable<K>, V> Map<K, List<V>> grouped(
      Collection<V> values, Function<V, K> key) {
    Map<K, List<V>> groups = new LinkedHashMap<>();
    for (V v : values) {
      K k = key.apply(v);
      Yield.emit(k);
      groups.computeIfAbsent(k, unused -> new ArrayList<>()).add(v);
    }
    return groups;
  }

  @Comp
  static <E extends Exception> void throwing(E error) throws E {
    if (ask(new Bool("throw"))) throw error;
    Yield.emit("not thrown");
  }

  @Comp
  static <R> R asked(Prompt<R> prompt) {
    R answer = ask(prompt);
    Yield.emit(answer);
    return answer;
  }

  @SafeVarargs
  @Comp
  static <T> List<T> listed(T... elements) {
    List<T> list = new ArrayList<>();
    for (T t : elements) {
      if (ask(new Bool("keep " + t))) list.add(t);
    }
    return list;
  }

  @Comp
  static <T> T[] rotated(T[] array) {
    T first = array[0];
    Yield.emit(first);
    System.arraycopy(array, 1, array, 0, array.length - 1);
    array[array.length - 1] = first;
    return array;
  }

  @Comp
  static String cells(Log log) {
    Cell<String> cell = new Cell<>("a");
    String old = cell.replaced(Q.str("replacement"));
    log.add(old);
    Cell<Integer> length = cell.map(String::length);
    int n = length.replaced(Q.num("n"));
    return cell.value + length.value + n + Cell.larger(length, new Cell<>(1));
  }

  @Comp
  static List<Integer> pairs() {
    return new Pair<>(ask(new Num("first")), List.of(2, 3)).all();
  }

  @Comp
  static String methods(Log log) throws Exception {
    String s = firstOr(List.of("a", "b"), "none");
    Integer n = GenericsTest.<Integer>firstOr(Collections.emptyList(), ask(new Num("n")));
    Object o = firstOr(List.of(1, "x"), 2.5);
    log.add(grouped(List.of("a", "bb", "c"), String::length));
    try {
      throwing(new java.io.IOException("thrown"));
    } catch (java.io.IOException e) {
      log.add("caught " + e.getMessage());
    }
    return s + n + o;
  }

  @Comp
  static String prompts() {
    int n = asked(new Num("n"));
    String s = asked(new Str("s"));
    return n + s + (asked(new Bool("b")) ? 1 : 2);
  }

  @Comp
  static String varargsAndArrays() {
    List<String> words = listed("a", "b");
    List<Number> numbers = listed(1, 2.5);
    String[] array = rotated(new String[] {"x", "y", "z"});
    return words + "" + numbers + listed() + String.join("", array);
  }

  @Comp
  static String capturedWildcards() {
    List<?> unknown = Yield.yield(Q.list("unknown"));
    List<? super Integer> sink = new ArrayList<>();
    for (Object o : unknown) {
      sink.add(ask(new Num("n" + o)));
    }
    var copy = sink;
    Yield.emit(copy.size());
    Optional<? extends CharSequence> text = Optional.of(ask(new Str("text")));
    Yield.emit(text.get().length());
    return unknown.size() + "" + copy + text.map(CharSequence::length).orElse(0);
  }

  @Comp
  static <T extends Comparable<T>> int typeVariableLocals() {
    List<T> values = new ArrayList<>();
    T best = null;
    for (int i = 0; i < 3; i++) {
      T t = Yield.yield(Q.num("t" + i));
      values.add(t);
      if (best == null || t.compareTo(best) > 0) {
        best = t;
      }
      Yield.emit(best);
    }
    return values.indexOf(best);
  }

  @Comp
  static <T extends Number & Comparable<T>> String intersectionBound() {
    T a = Yield.yield(Q.num("a"));
    T b = Yield.yield(Q.num("b"));
    int sign = Integer.signum(a.compareTo(b));
    Yield.emit(sign);
    return sign + " " + (a.intValue() + b.intValue());
  }
}
