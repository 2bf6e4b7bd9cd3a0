package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Variables of a switch's old groups behind a pattern at the end of a block: javac makes bytecode
 * that does not verify if both get the same slot, as they do not in these methods as they stand.
 */
@SuppressWarnings({"fallthrough", "try"})
class VariablesOfGroupsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(VariablesOfGroupsTest.class);
  }

  record Resource(Log log, String name) implements AutoCloseable {
    @Override
    public void close() {
      log.add("closed " + name);
    }
  }

  static Object text(int n) {
    return n > 0 ? "text" : n;
  }

  @Comp
  static String statement(Log log) {
    Object o = text(ask(new Num("n")));
    int key = ask(new Num("key"));
    try (Resource first = new Resource(log, ask(new Str("name")));
        Resource second = null) {
      if (!(o instanceof String s)) {
        return "number";
      }
    }
    switch (key) {
      default:
        int i = 1;
        log.add(i);
      case 1:
        i = 2;
        log.add(i);
      case 2:
        i = 3;
        log.add(i);
    }
    return "text";
  }

  @Comp
  static String expression(Log log) {
    String result;
    Object o = text(ask(new Num("n")));
    int key = ask(new Num("key"));
    try (Resource first = new Resource(log, ask(new Str("name")));
        Resource second = null) {
      while (!(o instanceof String s)) {
        o = "no number";
      }
    }
    result =
        switch (key) {
          case 0:
            String t = "zero";
            log.add(t);
          case 1:
            t = "one";
            yield t;
          default:
            yield "more";
        };
    return result + o;
  }

  @Comp
  static String inLoop(Log log) {
    Object o = text(ask(new Num("n")));
    try (Resource first = new Resource(log, ask(new Str("name")));
        Resource second = null) {
      if (!(o instanceof String s) || s.isEmpty()) {
        return "number";
      }
    }
    int n = 3;
    label:
    while (n-- > 0) {
      try {
        switch (n) {
          case 1:
            int i = 1;
            continue label;
          case 2:
            i = n;
            log.add(i);
            break;
          default:
            break label;
        }
      } finally {
        log.add("finally " + n);
      }
    }
    return "text";
  }

  static void later(Log log, Supplier<Object> value) {
    log.add(value.get());
  }

  @Comp
  static String copies(Log log) {
    Integer kept = 5;
    Object o = text(ask(new Num("n")));
    int key = ask(new Num("key"));
    {
      if (!(o instanceof String s)) {
        return "number";
      }
    }
    switch (key) {
      case 1:
        later(log, () -> kept);
        log.add(o);
      default:
        later(log, () -> kept + 1);
    }
    return "text";
  }

  @Comp
  static String copiesForClass(Log log) {
    Integer kept = 5;
    Object o = text(ask(new Num("n")));
    int key = ask(new Num("key"));
    {
      if (!(o instanceof String s)) {
        return "number";
      }
    }
    switch (key) {
      case 1:
        class Item {
          int own = kept;
        }
        log.add(new Item().own);
      default:
        log.add(kept + 1);
    }
    return "text";
  }

  /** The value of the pattern is kept in a slot of its own, too. */
  @Comp
  static String copiesBehindCondition(Log log) {
    Integer kept = 5;
    int key = ask(new Num("key"));
    int n = ask(new Num("n"));
    if (!(text(n) instanceof String s)) {
      switch (key) {
        case 1:
          later(log, () -> kept);
          return "number";
        default:
          later(log, () -> kept + 1);
          return "more";
      }
    }
    return s;
  }

  @Comp
  static String copiesForBinding(Log log) {
    Integer kept = 5;
    int key = ask(new Num("key"));
    Object o = text(ask(new Num("n")));
    while (text(key) instanceof String s ? false : key < 2) {
      switch (key++) {
        case 0:
          Supplier<Integer> more = () -> kept + 1;
          log.add(more.get());
          break;
        case 1:
          if (!(o instanceof String t) || t.equals(((Supplier<Object>) () -> kept).get())) {
            break;
          }
          log.add(t);
        default:
          log.add("default");
      }
    }
    return "end";
  }
}
