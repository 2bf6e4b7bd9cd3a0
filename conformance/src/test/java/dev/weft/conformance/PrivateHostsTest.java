package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code @Comp} methods of private nested classes, records, enums and interfaces. */
class PrivateHostsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrivateHostsTest.class);
  }

  interface Shape {
    @Comp
    String draw(int scale);

    @Comp
    default String twice(int scale) {
      return draw(scale) + draw(scale + 1);
    }
  }

  private static final class Square implements Shape {
    private int drawn;

    @Override
    @Comp
    public String draw(int scale) {
      drawn += ask(new Num("square"));
      return "square " + drawn * scale;
    }
  }

  private record Circle(int radius) implements Shape {
    Circle {
      if (radius == 0) {
        throw new IllegalArgumentException("a point");
      }
    }

    @Override
    @Comp
    public String draw(int scale) {
      return "circle " + radius * scale + ask(new Str("circle"));
    }

    @Override
    @Comp
    public String twice(int scale) {
      return Shape.super.twice(scale) + "!" + ask(new Str("twice"));
    }
  }

  private record Dot() implements Shape {
    @Override
    public String draw(int scale) {
      return ".";
    }
  }

  @Comp
  static String shapes(Log log) {
    StringBuilder all = new StringBuilder();
    for (Shape each :
        List.of(new Square(), new Circle(1 + Math.abs(ask(new Num("radius")) % 9)), new Dot())) {
      all.append(each.twice(2));
      log.add(all);
    }
    return all + new Square().draw(3);
  }

  private enum Operation {
    PLUS("+") {
      @Override
      @Comp
      int apply(int a, int b) {
        return a + b + ask(new Num(sign()));
      }
    },
    MINUS("-") {
      @Override
      int apply(int a, int b) {
        return a - b;
      }
    };

    private final String sign;

    Operation(String sign) {
      this.sign = sign;
    }

    @Comp
    abstract int apply(int a, int b);

    String sign() {
      return sign;
    }

    @Comp
    static Operation read() {
      return values()[Math.abs(ask(new Num("operation")) % 2)];
    }
  }

  @Comp
  static String enums() {
    Operation first = Operation.read();
    return first.sign + first.apply(1, 2) + Operation.PLUS.apply(3, Operation.read().apply(4, 5));
  }

  private interface Greeter {
    @Comp
    default String greet(String name) {
      return "hello " + name + ask(new Str("greet"));
    }

    @Comp
    static String all(Greeter... greeters) {
      StringBuilder all = new StringBuilder();
      for (Greeter each : greeters) {
        all.append(each.greet("you"));
      }
      return all.toString();
    }
  }

  private static class Polite implements Greeter {
    @Override
    @Comp
    public String greet(String name) {
      return "dear " + Greeter.super.greet(name);
    }
  }

  private static final class VeryPolite extends Polite {
    @Override
    @Comp
    public String greet(String name) {
      return ask(new Str("honoured")) + super.greet(name);
    }
  }

  @Comp
  static String interfaces() {
    return Greeter.all(new Polite(), new Greeter() {}, new VeryPolite()) + Greeter.all();
  }

  private abstract static class Node<T extends Comparable<T>> implements Supplier<T> {
    final List<T> values = new ArrayList<>();

    @Comp
    abstract T next(T last);

    @Comp
    T most(T first, int count) {
      T most = first;
      for (int i = 0; i < count; i++) {
        T each = next(most);
        values.add(each);
        most = each.compareTo(most) > 0 ? each : most;
      }
      return most;
    }

    @Comp
    <R extends List<? super T>> R into(R list) {
      list.add(next(get()));
      Yield.emit("into");
      return list;
    }

    private class Cursor {
      int at;

      @Comp
      T step() {
        at += Math.abs(ask(new Num("step")) % 3);
        return at < values.size() ? values.get(at) : get();
      }
    }
  }

  private static class Numbers extends Node<Integer> {
    @Override
    @Comp
    Integer next(Integer last) {
      return last + ask(new Num("next"));
    }

    @Override
    public Integer get() {
      return values.size();
    }
  }

  @Comp
  static String generics(Log log) {
    Node<Integer> node = new Numbers();
    Node<Integer>.Cursor cursor = node.new Cursor();
    log.add(node.most(1, 2));
    int first = cursor.step();
    List<Object> list = node.into(new ArrayList<>());
    return first + "" + cursor.step() + list + node.values;
  }

  private static class Outermost {
    private int total = 1;

    private static class Middle {
      static final List<String> SEEN = new ArrayList<>();

      static {
        SEEN.add("initialised");
      }

      @Comp
      static int count() {
        return SEEN.size() + ask(new Num("count"));
      }

      record Innermost(Outermost outer) {
        @Comp
        private int add(int n) {
          outer.total += n + ask(new Num("add"));
          return outer.total;
        }

        @Comp
        protected int addTwice(int n) {
          return add(n) + this.add(n);
        }
      }
    }

    class Inner {
      @Comp
      int grow() {
        total += ask(new Num("grow"));
        return total + Outermost.this.total;
      }
    }
  }

  @Comp
  static int classesInClasses() {
    Outermost outer = new Outermost();
    return Outermost.Middle.count()
        + new Outermost.Middle.Innermost(outer).addTwice(2)
        + outer.new Inner().grow();
  }

  /** Visible, with heirs that are not. */
  static class Base {
    protected int level;

    @Comp
    protected int rise(int by) {
      level += by;
      return level;
    }

    @Comp
    int riseTwice() {
      return rise(1) + rise(2);
    }
  }

  private static class Heir extends Base {
    @Override
    @Comp
    protected int rise(int by) {
      return super.rise(by + ask(new Num("heir")));
    }
  }

  static class HeirOfHeir extends Heir {
    @Override
    @Comp
    protected int rise(int by) {
      return -super.rise(by) + ask(new Num("heir of heir"));
    }
  }

  @Comp
  static String heirs() {
    Heir first = new Heir();
    Heir second = new HeirOfHeir();
    return first.riseTwice() + " " + second.riseTwice() + " " + second.rise(3);
  }

  private static class Words {
    @Comp
    String join(String... words) {
      return Arrays.toString(words) + ask(new Str("join"));
    }

    @Comp
    String join(int n, Object... words) {
      return n + Arrays.toString(words) + ask(new Str("join numbered"));
    }

    @Comp
    Map<String, Words> join() {
      return Map.of(ask(new Str("key")), this);
    }
  }

  private static final class LoudWords extends Words {
    @Override
    @Comp
    String join(int n, Object... words) {
      return super.join(n, words).toUpperCase() + super.join((String) null);
    }
  }

  @Comp
  static String overloads() {
    Words words = new LoudWords();
    return words.join("a", "b") + words.join(1, "a") + words.join(2) + words.join().size();
  }

  interface Contest {
    @Comp
    <T extends Object & Comparable<T>> T best(T first, T second);
  }

  private static class Fair implements Contest {
    @Override
    @Comp
    public <T extends Object & Comparable<T>> T best(T first, T second) {
      Yield.emit("fair");
      return first.compareTo(second) > 0 ? first : second;
    }

    @Comp
    public String best(Integer first, String second) {
      return first + second + ask(new Str("unfair"));
    }
  }

  @Comp
  static String bounds() {
    Contest contest = new Fair();
    return contest.best("a", ask(new Str("rival"))) + new Fair().best(1, "b");
  }

  private static final class Nothing {
    @Comp
    String never() {
      return ask(new Str("never"));
    }
  }

  @Comp
  static String nullReceivers(Log log) {
    Nothing none = ask(new Num("none")) > 100 ? new Nothing() : null;
    Words words = null;
    try {
      none.never();
    } catch (NullPointerException e) {
      log.add("no one");
    }
    try {
      return words.join("a");
    } catch (NullPointerException e) {
      return "no words";
    }
  }
}
