package dev.weft.conformance.java;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Conformance;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Fields, variables and packages called {@code java} and {@code dev}. */
class ObscuringNamesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ObscuringNamesTest.class);
  }

  static int java = 1;
  int dev = 2;

  /** Makes generated code spell out names of the library. */
  static class Object {}

  static class String {
    static int valueOf(int n) {
      return n;
    }
  }

  @Comp
  static CharSequence fields(Log log) {
    java += Yield.<Integer>yield(Q.num("a")) * 0;
    Supplier<Object> s = Object::new;
    List<Map.Entry<Integer, Object>> list = new ArrayList<>();
    int n = Yield.<Integer>yield(Q.num("n"));
    list.add(Map.entry(n, s.get()));
    for (Iterator<Map.Entry<Integer, Object>> i = list.iterator(); i.hasNext(); ) {
      log.add(i.next().getKey() + Yield.<Integer>yield(Q.num("each")));
    }
    for (Map.Entry<Integer, Object> each : list) {
      log.add(each.getKey() + Yield.<Integer>yield(Q.num("each")));
    }
    try {
      log.add(String.valueOf(Yield.<Integer>yield(Q.num("m"))));
    } catch (RuntimeException e) {
      log.add("caught " + Yield.<Integer>yield(Q.num("r")));
    }
    return "" + java + n;
  }

  @Comp
  int instance(Log log) {
    int java = dev + Ask.ask("n");
    int weft = java;
    Supplier<Integer> lang = () -> java + weft;
    log.add(Ask.ask("m"));
    return lang.get() + this.dev;
  }

  static class Ask {
    @Comp
    static Integer ask(CharSequence label) {
      return Yield.yield(Q.num(label.toString()));
    }
  }

  @Comp
  static int instances(Log log) {
    return new ObscuringNamesTest().instance(log);
  }
}
