package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Variables and patterns without a name, with suspensions in their scope. */
class UnnamedVariablesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(UnnamedVariablesTest.class);
  }

  record Pair(Object left, Object right) {}

  record Door(String name, Log log) implements AutoCloseable {
    @Override
    public void close() {
      log.add("close " + name);
    }
  }

  @Comp
  static String locals(Log log) {
    int _ = ask(new Num("first"));
    var _ = log.tap("second", ask(new Str("second")));
    int n = 1, _ = ask(new Num("third"));
    Object _ = log.tap("fourth", n), _ = log.tap("fifth", ask(new Num("fifth")));
    return ask(new Str("end")) + n;
  }

  @Comp
  static int loops() {
    int rounds = 0;
    for (String _ : List.of("a", "b")) {
      rounds += ask(new Num("round"));
      for (var _ : new int[2]) {
        rounds++;
      }
    }
    for (int i = 0, _ = ask(new Num("start")); i < 2; i++) {
      rounds += ask(new Num("i" + i));
    }
    return rounds;
  }

  @Comp
  static String catches(Log log) {
    try {
      Yield.emit("in try");
    } catch (IllegalStateException _) {
      return "suspending " + ask(new Str("caught"));
    } catch (RuntimeException _) {
      log.add("plain");
    }
    try {
      throw new IllegalArgumentException("x");
    } catch (IllegalArgumentException | IllegalStateException _) {
      return ask(new Str("again"));
    }
  }

  @Comp
  static String resources(Log log) {
    try (var _ = new Door(ask(new Str("door")), log);
        Door _ = new Door("inner", log)) {
      return ask(new Str("inside"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static String patterns() {
    Object o = new Pair(ask(new Num("left")), new Pair("x", 1));
    if (o instanceof Pair(Integer n, Pair(String _, _)) && ask(new Num("least")) <= n) {
      return "found " + n + ask(new Str("then"));
    }
    if (!(o instanceof Pair(_, Pair(var text, Integer _)))) {
      return "never";
    }
    Function<Object, String> f = _ -> text + "!";
    return ask(new Str("end")) + f.apply(o);
  }
}
