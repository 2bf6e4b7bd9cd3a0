package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** A conditional behind {@code return}: its operands may get their type from the method's. */
class ReturnedConditionalsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ReturnedConditionalsTest.class);
  }

  @Comp
  static String references() {
    boolean b = ask(new Bool("b"));
    return b ? "yes" : "no";
  }

  @Comp
  static Object nested() {
    boolean b = ask(new Bool("b"));
    boolean c = ask(new Bool("c"));
    return b ? "yes" : c ? new StringBuilder("maybe").toString() : null;
  }

  @Comp
  static long widened() {
    boolean b = ask(new Bool("b"));
    return b ? 1 : 2;
  }

  @Comp
  static Object promoted() {
    boolean b = ask(new Bool("b"));
    return b ? 1 : 2.0;
  }

  @Comp
  static Object boxes() {
    boolean b = ask(new Bool("b"));
    return b ? Integer.valueOf(1) : Double.valueOf(2);
  }

  @Comp
  static String lambdas() {
    boolean b = ask(new Bool("b"));
    return choose(b).get();
  }

  static Supplier<String> choose(boolean b) {
    return b ? () -> "first" : () -> "second";
  }

  @Comp
  static String suppliers() {
    boolean b = ask(new Bool("b"));
    String s = b ? "x" : "y";
    Supplier<String> made = b ? () -> s : s::toString;
    return made.get();
  }

  @Comp
  static List<String> diamonds() {
    boolean b = ask(new Bool("b"));
    return b ? new ArrayList<>() : List.of("a");
  }

  @Comp
  static int switched() {
    int n = ask(new Num("n"));
    return switch (n % 3) {
      case 0 -> ask(new Num("zero"));
      case 1 -> 1;
      default -> n;
    };
  }

  @Comp
  static long switchedWider() {
    int n = ask(new Num("n"));
    return switch (n % 2) {
      case 0 -> ask(new Num("zero"));
      default -> n;
    };
  }

  static <T> T get(Supplier<T> supplier) {
    return supplier.get();
  }

  @Comp
  static int boxesOfTwoKinds() {
    boolean b = ask(new Bool("b"));
    return b ? ReturnedConditionalsTest.<Character>get(() -> 'a') : Integer.valueOf(1);
  }

  @Comp
  static long boxesOfTwoKindsInsideParentheses() {
    boolean b = ask(new Bool("b"));
    boolean c = ask(new Bool("c"));
    return (b
        ? (c ? ReturnedConditionalsTest.<Short>get(() -> (short) 3) : Long.valueOf(2))
        : ReturnedConditionalsTest.<Character>get(() -> 'a'));
  }
}
