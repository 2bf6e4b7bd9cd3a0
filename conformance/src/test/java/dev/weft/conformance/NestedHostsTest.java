package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code @Comp} methods of nested classes, interfaces, enums and records. */
class NestedHostsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(NestedHostsTest.class);
  }

  static int shared = 5;

  static String hostMethod(Object o) {
    return "host " + o;
  }

  static class Nested {
    static int own = 3;

    @Comp
    static String usesOuterStatics() {
      own = 3;
      shared = ask(new Num("shared"));
      own += shared;
      return hostMethod(ask(new Str("s"))) + own-- + NestedHostsTest.hostMethod(shared++);
    }

    static class Deeper {
      static final String NAME = "deeper";

      final int depth;

      Deeper(int depth) {
        this.depth = depth;
      }

      @Comp
      static String deep(Log log) {
        Deeper d = new Deeper(ask(new Num("depth")));
        log.add(d.depth + own * 0);
        return NAME + hostMethod(ask(new Str("deep"))) + d.down(2);
      }

      @Comp
      int down(int times) {
        int sum = depth;
        for (int i = 0; i < times; i++) {
          sum += depth * ask(new Num("down " + i));
        }
        return sum;
      }
    }
  }

  interface Greeter {
    String HELLO = "hello ";
    int TIMES = 2;

    String name();

    @Comp
    default String greet() {
      String s = "";
      for (int i = 0; i < TIMES; i++) {
        s += HELLO + name() + ask(new Str("greeting of " + name()));
      }
      return s;
    }

    @Comp
    static String constants() {
      int n = Yield.yield(Q.num("n", 0, 3));
      switch (n) {
        case TIMES:
          return HELLO + ask(new Str("two"));
        default:
          return TIMES + HELLO;
      }
    }
  }

  static final class Polite implements Greeter {
    @Override
    public String name() {
      return "polite";
    }

    @Comp
    String both() {
      return greet() + HELLO + ask(new Num("n"));
    }
  }

  static final class Rude implements Greeter {
    @Override
    public String name() {
      return "rude";
    }

    @Override
    @Comp
    public String greet() {
      return "go away " + ask(new Str("rude")) + TIMES;
    }
  }

  @Comp
  static String interfaces() {
    String s = new Polite().both();
    for (Greeter g : new Greeter[] {new Polite(), new Rude(), () -> "lambda"}) {
      s += g.greet() + ";";
    }
    return s;
  }

  enum Level {
    LOW(1),
    MIDDLE(5) {
      @Override
      int bonus() {
        return 100;
      }
    },
    HIGH(9);

    final int weight;

    Level(int weight) {
      this.weight = weight;
    }

    int bonus() {
      return 0;
    }

    @Comp
    static Level chosen() {
      for (Level level : values()) {
        if (ask(new Bool("choose " + level))) return level;
      }
      return valueOf("HIGH");
    }

    @SuppressWarnings("fallthrough")
    @Comp
    String weighed() {
      int w = weight + bonus();
      switch (this) {
        case LOW:
          w += ask(new Num("low"));
          break;
        case MIDDLE:
          w *= ask(new Num("middle"));
        default:
          w -= ask(new Num("rest"));
      }
      return name() + ordinal() + w;
    }
  }

  @Comp
  static String enums() {
    Level level = Level.chosen();
    return level.weighed() + Level.MIDDLE.weighed();
  }

  record Range(int low, int high) {
    static final int LIMIT = 6;

    Range {
      if (low > high) {
        throw new IllegalArgumentException(low + " > " + high);
      }
    }

    @Comp
    static Range asked() {
      return new Range(ask(new Num("low")), ask(new Num("high")));
    }

    @Comp
    List<Integer> picked() {
      List<Integer> picked = new ArrayList<>();
      for (int i = low; i <= high() && picked.size() < LIMIT; i++) {
        if (ask(new Bool("pick " + i))) picked.add(i + this.low);
      }
      return picked;
    }
  }

  @Comp
  static Object records(Log log) {
    try {
      Range range = Range.asked();
      log.add(range);
      return range.picked();
    } catch (IllegalArgumentException e) {
      log.add("caught " + e.getMessage());
      return new Range(1, ask(new Num("high")) + 3).picked().size() + ask(new Num("n"));
    }
  }
}
