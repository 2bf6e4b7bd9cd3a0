package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Record patterns whose variables live across suspensions. */
class RecordPatternsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(RecordPatternsTest.class);
  }

  record Mass(double kilos, float error) {}

  record Named(String name, Object value) {}

  @Comp
  static String numbersThatAreNotEqualToThemselves() {
    Object o = new Named("nan", new Mass(Double.NaN, Float.NaN));
    if (!(o instanceof Named(String name, Mass(double kilos, float error)))) {
      return "no match";
    }
    String text = ask(new Str("text"));
    return text + name + kilos + error;
  }

  @Comp
  static String nested() {
    Object o = new Named("a", new Named(ask(new Str("name")), 1));
    if (o instanceof Named(var outer, Named(String inner, Integer n)) && ask(new Num("n")) > n) {
      return outer + inner + n + ask(new Str("more"));
    }
    return "no match";
  }
}
