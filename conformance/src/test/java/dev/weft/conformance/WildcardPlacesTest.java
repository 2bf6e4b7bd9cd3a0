package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Suspensions whose type is that of a wildcard, which only their place knows. */
class WildcardPlacesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(WildcardPlacesTest.class);
  }

  private static final class Box<A> {
    private A value;
    A open;

    private void fill(A given) {
      value = given;
    }
  }

  static <A> A made(Object o) {
    @SuppressWarnings("unchecked")
    A a = (A) o;
    return a;
  }

  static <A> void append(List<A> list, A element) {
    list.add(element);
  }

  @Comp
  static <A> A answered(Object question) {
    return Yield.yield(question);
  }

  @Comp
  static String consumers(Log log) {
    Consumer<? super String> consumer = s -> log.add("consumed " + s);
    consumer.accept(Yield.yield(Q.str("a")));
    consumer.accept(answered(Q.str("b")));
    Consumer<?> unknown = s -> log.add("got " + s);
    unknown.accept(Yield.yield(Q.num("c")));
    List<? super Integer> list = new ArrayList<>(List.of(1, 2));
    list.add(Yield.yield(Q.num("d")));
    list.add(ask(new Num("e")), Yield.yield(Q.num("f")));
    append(list, Yield.yield(Q.num("g")));
    return list.toString();
  }

  @Comp
  static String sources() {
    Optional<? extends Number> number = Optional.empty();
    Number a = number.orElse(Yield.yield(Q.num("a")));
    Map<String, ?> map = new HashMap<>(Map.of("x", 1));
    Object b = map.getOrDefault("y", Yield.yield(Q.str("b")));
    Function<?, ?> function = o -> o + "!";
    return a + "/" + b + function.apply(Yield.yield(Q.str("c")));
  }

  /** Only the last of them stays in its place. */
  @Comp
  static int severalInOneCall() {
    Comparator<? super String> order = Comparator.naturalOrder();
    int kept = order.compare(made("m"), Yield.yield(Q.str("a")));
    return kept + 10 * order.compare(Yield.yield(Q.str("b")), answered(Q.str("c")));
  }

  @Comp
  static String choices(Log log) {
    Consumer<? super String> consumer = s -> log.add("consumed " + s);
    consumer.accept(ask(new Bool("a")) ? null : Yield.yield(Q.str("b")));
    consumer.accept(
        switch (ask(new Num("n"))) {
          case 0 -> "zero";
          case 1 -> answered(Q.str("c"));
          default -> {
            log.add("default");
            yield Yield.yield(Q.str("d"));
          }
        });
    return "end";
  }

  @Comp
  static String fields() {
    Box<? extends Number> box = new Box<>();
    box.value = Yield.yield(Q.num("a"));
    box.open = answered(Q.num("b"));
    String before = box.value + "/" + box.open;
    box.fill(Yield.yield(Q.num("c")));
    return before + box.value;
  }

  /** The answer is of another type than the wildcard allows. */
  @Comp
  static String mistakes() {
    Optional<? extends Number> number = Optional.empty();
    try {
      return number.orElse(Yield.yield(Q.str("a"))).toString();
    } catch (ClassCastException e) {
      return "no number";
    }
  }
}
