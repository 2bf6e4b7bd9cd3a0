package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Constructors of classes in the body that do something before they call another. */
class PrologueTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrologueTest.class);
  }

  abstract static class Named {
    Named(Log log, int n) {
      log.add("named " + n + name());
    }

    abstract String name();
  }

  @Comp
  static String beforeSuper(Log log) {
    int first = ask(new Num("first"));
    class Item extends Named {
      final int own;
      final String text;

      Item(int n) {
        if (n < 0) {
          throw new IllegalArgumentException("below 0: " + n + first);
        }
        own = n + first;
        int twice = n * 2;
        super(log, twice);
        text = "text" + twice + own;
      }

      @Override
      String name() {
        return "item" + own;
      }
    }
    log.add(new Item(first).text);
    int second = ask(new Num("second"));
    try {
      Item item = new Item(second - 1);
      return ask(new Str("third")) + item.text + item.name();
    } catch (IllegalArgumentException e) {
      log.add(e.getMessage());
      return ask(new Str("fourth")) + new Item(1).text;
    }
  }

  @Comp
  static String beforeThis(Log log) {
    int changed = ask(new Num("first"));
    changed++;
    int kept = changed;
    class Item {
      final Supplier<Object> own;

      Item(Supplier<Object> own) {
        this.own = own;
      }

      Item(int n) {
        int more = n + kept;
        log.add("more " + more);
        this(() -> more + kept);
      }

      class Inner {
        final Object seen;

        Inner() {
          Object found = own.get();
          log.add(found);
          super();
          seen = found + "seen" + kept;
        }
      }
    }
    Item item = new Item(ask(new Num("second")));
    Object seen = ask(new Str("third")) + item.new Inner().seen;
    log.add(seen);
    return seen + ask(new Str("fourth")) + new Item(2).own.get();
  }

  /** Classes that capture at different times, one extending the other, or one inside it. */
  @Comp
  static String extending(Log log) {
    int first = ask(new Num("first"));
    class Outer {
      final int n;

      Outer(int n) {
        int sum = n + first;
        super();
        this.n = sum;
      }

      class Inner {
        final int z;

        Inner(int z) {
          this.z = z + n;
        }
      }
    }
    int second = ask(new Num("second"));
    class More extends Outer {
      More(int n) {
        int sum = n + second;
        super(sum + first);
        log.add(sum);
      }

      More() {
        this(second);
      }

      class MoreInner extends Inner {
        MoreInner() {
          int w = second;
          More.this.super(w);
        }
      }
    }
    log.add(new More().n);
    int third = ask(new Num("third"));
    var item =
        new More(third) {
          {
            log.add("anonymous" + third);
          }

          int more() {
            return n + third;
          }
        };
    log.add(item.more());
    class Detached extends Outer.Inner {
      Detached(Outer outer, int k) {
        int m = k + third;
        outer.super(m);
      }
    }
    log.add(new Detached(item, ask(new Num("fourth"))).z);
    int fifth = ask(new Num("fifth"));
    return "" + item.n + item.new MoreInner().z + new Detached(new Outer(fifth), 1).z;
  }

  @Comp
  static String ofEnumAndRecord(Log log) {
    enum Size {
      SMALL(1),
      LARGE(10);

      final String text;

      Size(int n) {
        String made = "n" + n;
        this(made);
      }

      Size(String text) {
        this.text = text;
      }
    }
    record Point(int x, int y) {
      Point(int both) {
        if (both > 5) {
          both = 5;
        }
        this(both, both);
      }
    }
    log.add(Size.SMALL.text);
    Point point = new Point(ask(new Num("first")));
    log.add(point);
    return ask(new Str("second")) + Size.LARGE.text + new Point(point.x() + 1);
  }
}
