package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Unnamed patterns and variables. */
class UnnamedPatternsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(UnnamedPatternsTest.class);
  }

  record Point(int x, int y) {}

  record Line(Point from, Object to) {}

  record Resource(Log log) implements AutoCloseable {
    @Override
    public void close() {
      log.add("closed");
    }
  }

  private static final Object[] ANY = {
    new Point(1, 2), new Line(new Point(3, 4), "to"), new Line(null, 5), "text", 7, null, 2.5
  };

  @Comp
  static String inSwitch(Log log) {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      case Point(int x, _) when x > 5 -> "never";
      case Point(int x, _) -> x + ask(new Num("x")) + "" + x;
      case Line(Point(_, var y), String _) -> y + ask(new Str("y")) + y;
      case Line(_, Integer n) -> n + ask(new Str("n")) + n;
      case String _, Integer _ -> "text or number " + ask(new Num("either"));
      case Line _ -> "line";
      case null, default -> "rest " + ask(new Str("rest"));
    };
  }

  @Comp
  static String withGuards() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    return switch (o) {
      case Point(_, int y) when y > ask(new Num("y")) -> "y" + y;
      case String _, Integer _ when ask(new Bool("either")) -> "either" + ask(new Num("n"));
      case Line(_, var to) when ask(new Bool("to " + to)) -> "to" + to;
      case Integer _ -> "number";
      case null, default -> "rest";
    };
  }

  @Comp
  static String inInstanceof() {
    Object o = Yield.yield(Q.oneOf("o", ANY));
    if (o instanceof Line(Point(int x, _), _) && ask(new Bool("line"))) {
      return "line " + x + ask(new Num("x")) + x;
    }
    if (!(o instanceof Point(_, var y))) {
      return "none" + ask(new Num("none"));
    }
    Yield.emit("point");
    return "point " + y;
  }

  @Comp
  static int variables(Log log) {
    int sum = 0;
    String _ = ask(new Str("ignored"));
    var _ = ask(new Num("ignored too"));
    for (Object _ : ANY) {
      sum += ask(new Num("round"));
    }
    for (int i = 0, _ = log.tap("for", 1); i < 2; i++) {
      sum += ask(new Num("i" + i));
    }
    Function<String, Integer> one = _ -> 1;
    try (var _ = new Resource(log)) {
      sum += ask(new Num("in try")) + one.apply("x");
      int _ = 10 / ask(new Num("by"));
    } catch (ArithmeticException _) {
      sum += ask(new Num("in catch"));
    }
    for (int[] a : List.of(new int[] {1}, new int[] {2})) {
      int _ = a[0], last = a[0] * ask(new Num("last"));
      sum += last;
    }
    return sum;
  }
}
