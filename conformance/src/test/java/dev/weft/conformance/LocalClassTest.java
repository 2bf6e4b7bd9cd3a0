package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Classes, records, enums and interfaces of the body, used across suspensions. */
@SuppressWarnings("fallthrough")
class LocalClassTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LocalClassTest.class);
  }

  @Comp
  static String plainClass() {
    class Counter {
      private int count;

      int next() {
        return ++count;
      }
    }
    Counter counter = new Counter();
    counter.next();
    String name = ask(new Str("name"));
    counter.count += 10;
    Yield.emit(counter.next());
    return name + counter.next() + new Counter().next();
  }

  @Comp
  static String capturesLocalsAndParameters(Log log) {
    String name = ask(new Str("name"));
    int size = ask(new Num("size"));
    class Box {
      final int content;

      Box(int content) {
        this.content = content + size;
      }

      Box twin() {
        log.add("twin of " + this);
        return new Box(content * 2);
      }

      @Override
      public String toString() {
        return name + content + "/" + size;
      }
    }
    Box first = new Box(1);
    Yield.emit(first.toString());
    Box second = first.twin();
    int more = ask(new Num("more"));
    return first + ";" + second + ";" + new Box(more).twin();
  }

  @Comp
  static String capturesBeforeTheSuperconstructorRuns() {
    String name = ask(new Str("name"));
    abstract class Base {
      final String seen;

      Base() {
        seen = describe();
      }

      abstract String describe();
    }
    class Derived extends Base {
      final int own = name.length();

      @Override
      String describe() {
        return name + own;
      }
    }
    Derived derived = new Derived();
    Yield.emit(derived.seen);
    return derived.describe() + new Derived().seen;
  }

  @Comp
  static String classesExtendOneAnotherWithSuspensionsBetween() {
    String a = ask(new Str("a"));
    class A {
      String get() {
        return a;
      }
    }
    Yield.emit(new A().get());
    String b = ask(new Str("b"));
    class B extends A {
      @Override
      String get() {
        return super.get() + b;
      }
    }
    A one = new B();
    Yield.emit(one.get());
    String c = ask(new Str("c"));
    class C extends B {
      final A inner;

      C(A inner) {
        this.inner = inner;
      }

      C() {
        this(new A());
      }

      @Override
      String get() {
        return "(" + super.get() + c + inner.get() + ")";
      }
    }
    Yield.emit("between");
    return new C(one).get() + new C().get() + new C(new C()).get();
  }

  @Comp
  static String oneIdentityAcrossIterations() {
    List<Object> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int number = i;
      class Item {
        int value() {
          return number;
        }

        @Override
        public boolean equals(Object other) {
          return other instanceof Item item && item.value() == value();
        }

        @Override
        public int hashCode() {
          return number;
        }
      }
      all.add(new Item());
      Yield.emit(i);
      text.append(all.get(0).getClass() == Item.class).append(((Item) all.get(i)).value());
      all.add(0, new Item());
    }
    long classes = all.stream().map(Object::getClass).distinct().count();
    return text + " " + classes + all.get(0).equals(all.get(1)) + all.get(0).equals(all.get(5));
  }

  @Comp
  static String records() {
    record Point(int x, int y) {
      static int made;

      Point {
        made++;
        if (x > 100) {
          throw new IllegalArgumentException("x=" + x);
        }
      }

      Point(int both) {
        this(both, both);
      }

      static Point origin() {
        return new Point(0);
      }

      Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
      }
    }
    int before = Point.made;
    Point p = new Point(ask(new Num("x")), ask(new Num("y")));
    Yield.emit(p);
    Point q = p.plus(Point.origin()).plus(new Point(1));
    Yield.emit(q.x());
    return p + " " + q + (Point.made - before) + new Point(200).x;
  }

  @Comp
  @SuppressWarnings("fallthrough")
  static String enumsAndInterfaces() {
    enum Level {
      LOW("l") {
        @Override
        String sign() {
          return "_";
        }
      },
      HIGH("h");

      final String code;

      Level(String code) {
        this.code = code;
      }

      String sign() {
        return "^" + code;
      }
    }
    interface Shown {
      String PREFIX = "<";

      String show();

      default String twice() {
        return PREFIX + show() + show();
      }
    }
    record Named(Level level, String name) implements Shown {
      @Override
      public String show() {
        return name + level.sign();
      }
    }
    Level level = Level.valueOf("LOW");
    String name = ask(new Str("name"));
    Shown shown = new Named(level, name);
    Yield.emit(shown.twice());
    switch (level) {
      case LOW:
        Yield.emit("low");
        level = Level.HIGH;
      case HIGH:
        Yield.emit("high " + level.ordinal());
        break;
      default:
        break;
    }
    String text =
        switch (level) {
          case LOW -> "no";
          case HIGH -> ask(new Str("high")) + Level.values().length;
        };
    Shown lambda = () -> name + text;
    return lambda.twice() + new Named(level, text).twice() + Shown.PREFIX;
  }

  @Comp
  static <T extends Comparable<T>> String genericMethod(T first, List<T> rest) {
    class Node {
      final T value;
      Node left;
      Node right;

      Node(T value) {
        this.value = value;
      }

      void add(T other) {
        if (other.compareTo(value) < 0) {
          if (left == null) {
            left = new Node(other);
          } else {
            left.add(other);
          }
        } else if (right == null) {
          right = new Node(other);
        } else {
          right.add(other);
        }
      }

      String show() {
        return (left == null ? "" : left.show()) + value + (right == null ? "" : right.show());
      }
    }
    Node root = new Node(first);
    for (T each : rest) {
      Yield.emit(root.show());
      root.add(each);
    }
    List<Node> nodes = new ArrayList<>(List.of(root));
    Yield.emit(nodes.get(0).value.compareTo(first));
    T value = nodes.get(0).value;
    return value + root.show();
  }

  @Comp
  static String callsGeneric() {
    return genericMethod(3, List.of(5, 1, 4, 2)) + genericMethod("b", List.of("c", "a"));
  }

  @Comp
  static String genericClass() {
    String prefix = ask(new Str("prefix"));
    class Pair<A, B> {
      final A a;
      final B b;

      Pair(A a, B b) {
        this.a = a;
        this.b = b;
      }

      Pair<B, A> swapped() {
        return new Pair<>(b, a);
      }

      <C> Pair<A, C> with(C c) {
        return new Pair<>(a, c);
      }

      @Override
      public String toString() {
        return prefix + "<" + a + "," + b + ">";
      }
    }
    Pair<String, Integer> pair = new Pair<>("s", 1);
    Yield.emit(pair.swapped().a + 1);
    List<Pair<Integer, String>> list = new ArrayList<>(List.of(pair.swapped()));
    int n = ask(new Num("n"));
    list.add(new Pair<>(n, "n"));
    Map<Integer, Pair<Integer, String>> byNumber =
        list.stream().collect(Collectors.toMap(p -> p.a, p -> p, (x, y) -> y));
    Yield.emit(byNumber.get(n).b.length());
    return list + "" + pair.<Long>with(3L).b.longValue();
  }

  @Comp
  static String inLambdasAndReferences(Log log) {
    String name = ask(new Str("name"));
    class Greeting {
      final String text;

      Greeting() {
        this("hello");
      }

      Greeting(String text) {
        log.add("new " + text);
        this.text = text + " " + name;
      }
    }
    Supplier<Greeting> plain = Greeting::new;
    Function<String, Greeting> with = Greeting::new;
    Supplier<Greeting> lambda = () -> new Greeting("bye");
    Greeting[] several = Stream.of("a", "b").map(Greeting::new).toArray(Greeting[]::new);
    Yield.emit(plain.get().text + with.apply("hi").text);
    int index = ask(new Num("index"));
    Greeting anonymous =
        new Greeting("anonymous") {
          @Override
          public String toString() {
            return text + index;
          }
        };
    Yield.emit(lambda.get().text + anonymous);
    return several[Math.floorMod(index, 2)].text + new Greeting[2].length + (Object) several.length;
  }

  @Comp
  static String innerOfLocal() {
    int base = ask(new Num("base"));
    class Outer {
      int count = base;

      class Inner {
        int id = ++count;

        Outer outer() {
          return Outer.this;
        }
      }

      static class Nested {
        int twice(int n) {
          return 2 * n;
        }
      }

      Inner make() {
        return new Inner();
      }
    }
    Outer outer = new Outer();
    Outer.Inner one = outer.make();
    Yield.emit(one.id);
    Outer.Inner two = outer.new Inner();
    Outer.Nested nested = new Outer.Nested();
    Yield.emit(two.outer() == outer);
    return one.id + "," + two.id + "," + outer.count + "," + nested.twice(two.id);
  }

  @Comp
  @SuppressWarnings("fallthrough")
  static String declaredInGroupsOfASwitch() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      String name = "n" + i;
      switch (ask(new Num("choice"))) {
        case 0:
          class Tag {
            String show() {
              return "[" + name + "]";
            }
          }
          text.append(new Tag().show());
          Yield.emit("zero");
          text.append(new Tag().show());
        case 1:
          record Tag(String name) {}
          text.append(new Tag(name));
          Yield.emit("one");
          text.append(new Tag("again"));
          break;
        default:
          class Late {
            String show() {
              return name;
            }
          }
          Supplier<Late> made = () -> new Late();
          Yield.emit("more");
          text.append(made.get().show());
      }
    }
    return text.toString();
  }

  @Comp
  static String declaredInNestedBlocks() {
    String out = "";
    int n = ask(new Num("n"));
    class Outer {
      int get() {
        return n;
      }
    }
    {
      class Item extends Outer {}
      Item item = new Item();
      Yield.emit(item.get());
      out += item.get();
    }
    try {
      String s = ask(new Str("s"));
      record Item(String s) {}
      Item item = new Item(s);
      Yield.emit(item);
      out += item;
      class Bad extends RuntimeException {
        static final long serialVersionUID = 1;
        final String detail = item.s() + n;
      }
      if (n > 0) {
        throw new Bad();
      }
      Yield.emit("good");
    } catch (RuntimeException e) {
      class Item {
        final String text = e.getClass().getSimpleName();
      }
      Item item = new Item();
      Yield.emit(item.text);
      out += item.text;
    } finally {
      enum Item {
        ONE
      }
      Item item = Item.ONE;
      Yield.emit(item.name());
      out += item;
    }
    return out;
  }

  private int field = 7;
  private static int statics;

  private int secret(int n) {
    return n + field++;
  }

  static class Held {
    final Object value;

    Held(Object value) {
      this.value = value;
    }
  }

  class Member {
    final int seen = field;
  }

  @Comp
  String usesTheInstance() {
    int n = ask(new Num("n"));
    class User extends Held {
      User() {
        super(field);
        field += n;
      }

      int call() {
        statics = 0;
        return secret(n) + LocalClassTest.this.field + new Member().seen + ++statics;
      }
    }
    User user = new User();
    Yield.emit(user.call());
    field *= 2;
    Yield.emit(user.value);
    return user.call() + "," + new User().call() + "," + this.field;
  }

  @Comp
  static String shadowsNames() {
    String value = ask(new Str("value"));
    int size = 3;
    class Shadow extends ArrayList<String> {
      static final long serialVersionUID = 1;
      String value = "field";

      String show(String name) {
        String value = this.value + name;
        return value + size() + size;
      }

      String outer() {
        class Again {
          String value = Shadow.this.value + "2";
        }
        return new Again().value;
      }
    }
    class List {
      @Override
      public String toString() {
        return "list of " + value;
      }
    }
    Shadow shadow = new Shadow();
    shadow.add("x");
    Yield.emit(shadow.show("n"));
    List list = new List();
    java.util.List<List> lists = java.util.List.of(list);
    Yield.emit(lists.toString());
    return shadow.outer() + list + lists.size();
  }

  @Comp
  static String constantsStayConstants(Log log) {
    final int two = 2;
    final String word = "w";
    class Choice {
      byte small = two;

      String of(int n) {
        switch (n) {
          case two:
            return "two";
          case two + 1:
            return word;
          default:
            return "none" + small;
        }
      }
    }
    Choice choice = new Choice();
    log.add(choice.of(ask(new Num("n"))));
    Yield.emit(choice.of(2));
    return choice.of(two + 1) + choice.of(0);
  }

  @Comp
  static String anonymousClassOfAVar(Log log) {
    int start = ask(new Num("start"));
    var counter =
        new Object() {
          int count = start;
          final List<Integer> seen = new ArrayList<>();

          int next() {
            seen.add(count);
            log.add("next " + count);
            return count++;
          }
        };
    counter.next();
    Yield.emit(counter.count);
    counter.count += 5;
    Yield.emit(counter.next());
    return counter.seen + "" + counter.count;
  }

  @Comp
  static String anonymousClassOfAVarWithArguments() {
    var held =
        new Held(ask(new Str("value"))) {
          String twice() {
            return "" + value + value;
          }
        };
    Yield.emit(held.twice());
    var list =
        new ArrayList<String>(List.of("a", "b")) {
          static final long serialVersionUID = 1;

          String joined() {
            return String.join("-", this) + held.value;
          }
        };
    list.add(ask(new Str("more")));
    var several = List.of(list, list);
    Yield.emit(list.joined());
    return several.get(1).joined() + list.getClass().isInstance(several.get(0));
  }

  @Comp
  static String membersOfAnAnonymousClassInAnExpression() {
    String text = "t";
    return new Object() {
          String join(String other) {
            return text + other;
          }
        }.join(ask(new Str("other")))
        + text;
  }
}
