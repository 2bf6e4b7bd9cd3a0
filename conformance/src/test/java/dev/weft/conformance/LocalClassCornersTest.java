package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Local classes in odd company: names that collide, subclasses in lambdas, captures of all kinds.
 */
@SuppressWarnings({"serial", "fallthrough"})
class LocalClassCornersTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LocalClassCornersTest.class);
  }

  @Comp
  static String namedLikeClassesThatGeneratedCodeUses(Log log) {
    int n = ask(new Num("n"));
    class Objects {
      final int value = n;
    }
    class Stepper extends Objects {}
    record Execution(int n) {}
    record Origin(Execution x) {}
    enum Override {
      ONE
    }
    Objects objects = new Stepper();
    var origin = new Origin(new Execution(n));
    Yield.emit(objects.value);
    log.add(java.util.Objects.requireNonNull(Override.ONE).toString());
    for (int i = 0; i < 2; i++) {
      Yield.emit(origin);
    }
    return objects.value + "" + origin + Override.values().length;
  }

  @Comp
  static String namedLikeClassesOfThePackageAndTheLanguage() {
    int n = ask(new Num("n"));
    {
      record Num(int value) {}
      Num num = new Num(n);
      Yield.emit(num);
      n += num.value();
    }
    {
      class String {
        int size = 3;
      }
      String string = new String();
      Yield.emit(string.size);
      n += string.size;
    }
    record Throwable(Integer value) {}
    Throwable t = new Throwable(n);
    try {
      n += ask(new Num("again"));
    } finally {
      Yield.emit(t);
    }
    return "" + n + t.value();
  }

  @Comp
  static String subclassesWhereverTheyStand(Log log) {
    String name = ask(new Str("name"));
    class Base {
      final int number;

      Base(int number) {
        this.number = number;
        log.add("base " + number + show());
      }

      String show() {
        return name + number;
      }
    }
    Base first = new Base(1);
    Yield.emit(first.show());
    Base last =
        new Base(7) {
          class Inner extends Base {
            Inner() {
              super(9);
            }
          }

          @Override
          String show() {
            return number > 7 ? "deep" : number + new Inner().show();
          }
        };
    class Last extends Base {
      Last() {
        super(8);
      }
    }
    return new Last().show() + last.show();
  }

  @Comp
  static String capturesVariablesOfEveryKind(List<String> parameter) throws Exception {
    StringBuilder out = new StringBuilder();
    List<Supplier<String>> all = new ArrayList<>();
    for (String each : List.of("x", "y")) {
      class ForEach implements Supplier<String> {
        @Override
        public String get() {
          return each + parameter;
        }
      }
      all.add(new ForEach());
      Yield.emit(each);
      all.add(new ForEach());
    }
    Object o = ask(new Str("o"));
    if (o instanceof String s && !s.isEmpty()) {
      class Bound implements Supplier<String> {
        @Override
        public String get() {
          return s + s.length();
        }
      }
      Yield.emit("bound");
      all.add(new Bound());
    }
    try (AutoCloseable resource = () -> out.append("closed")) {
      class Resource implements Supplier<String> {
        @Override
        public String get() {
          return "" + (resource != null);
        }
      }
      all.add(new Resource());
      Yield.emit("resource");
      all.add(new Resource());
    }
    for (Supplier<String> each : all) {
      out.append(each.get());
      Yield.emit(out.length());
    }
    return out.toString();
  }

  private static <R> R called(Supplier<R> body) {
    return body.get();
  }

  @Comp
  static String typesOfEveryForm() {
    int n = ask(new Num("n"));
    class Item implements Comparable<Item> {
      final int rank;

      Item(int rank) {
        this.rank = rank * n;
      }

      @Override
      public int compareTo(Item other) {
        return Integer.compare(rank, other.rank);
      }
    }
    class Failure extends RuntimeException {
      static final long serialVersionUID = 1;
      final Item item;

      Failure(Item item) {
        this.item = item;
      }
    }
    Item[] array = {new Item(1), new Item(2)};
    Item[][] grid = new Item[2][1];
    Object any = array[0];
    var map = new HashMap<String, List<? extends Item>>();
    map.put("a", List.of(array));
    Yield.emit(array.length);
    grid[1][0] = (Item) any;
    String text = "";
    if (any instanceof Item item && item.rank >= 0) {
      Yield.emit(item.rank);
      text += item.compareTo(array[1]);
    }
    try {
      if (called(() -> map.get("a").get(0).rank == n)) {
        throw new Failure(grid[1][0]);
      }
    } catch (Failure f) {
      Yield.emit(f.item.rank);
      text += f.item.rank;
    }
    Function<Object, Item> cast = Item.class::cast;
    return text
        + cast.apply(any).rank
        + (any.getClass() == Item.class)
        + Item[].class.getComponentType().getSimpleName()
        + map.get("a").get(1).rank;
  }

  static class Host<K extends Comparable<K>> {
    final K key;
    int counter;

    Host(K key) {
      this.key = key;
    }

    private String hidden() {
      return "hidden" + key;
    }

    class Inner {
      final K seen;

      Inner(K seen) {
        this.seen = seen;
        counter += 10;
      }
    }

    @Comp
    String extendsAnInnerClass() {
      class Before extends Inner {
        Before() {
          super(key);
        }
      }
      Inner before = new Before();
      int n = ask(new Num("n"));
      Inner anonymous =
          new Inner(before.seen) {
            @Override
            public String toString() {
              return "anonymous" + n + seen + counter;
            }
          };
      Yield.emit(anonymous.toString());
      var held =
          new Inner(key) {
            int twice() {
              return 2 * n + counter;
            }
          };
      Yield.emit(held.twice());
      class After extends Inner {
        After() {
          super(held.seen);
        }
      }
      return anonymous + "" + held.twice() + new After().seen + new Before().seen + counter;
    }

    @Comp
    <V> String run(V value) {
      int n = ask(new Num("n"));
      class Entry {
        final K own = key;
        final V given;

        Entry(V given) {
          this.given = given;
          counter++;
        }

        String show() {
          return own + "=" + given + hidden() + n + Host.this.counter;
        }
      }
      record Free(int a) {}
      List<Entry> entries = new ArrayList<>(List.of(new Entry(value)));
      Yield.emit(entries.get(0).show());
      entries.add(new Entry(value));
      V back = entries.get(1).given;
      Yield.emit(new Free(n));
      return entries.get(1).show() + back + entries.get(0).own.compareTo(key);
    }
  }

  @Comp
  static String inAGenericHost() {
    return new Host<>("i").extendsAnInnerClass()
        + new Host<>("k").run(3)
        + new Host<>(4).<Object>run("v");
  }

  @Comp
  static String enumSwitchInsideAndOutside(Log log) {
    enum Color {
      RED,
      GREEN;

      Color next() {
        return switch (this) {
          case RED -> GREEN;
          case GREEN -> RED;
        };
      }
    }
    class Painter {
      private int painted;

      private String paint(Color color) {
        painted++;
        log.add("paint " + color);
        return color.name().toLowerCase();
      }
    }
    Painter painter = new Painter();
    Color color = Color.RED;
    String text = "";
    for (int i = 0; i < 3; i++) {
      text +=
          switch (color) {
            case RED -> painter.paint(color) + ask(new Num("red"));
            case GREEN -> {
              int g = ask(new Num("green"));
              yield painter.paint(color) + g;
            }
          };
      color = color.next();
    }
    return text + painter.painted + Color.valueOf("RED").ordinal();
  }

  @Comp
  static String anonymousTypesInGenericCalls() {
    int base = ask(new Num("base"));
    var first =
        Objects.requireNonNull(
            new Object() {
              int value = base;

              int twice() {
                return 2 * value;
              }
            });
    Yield.emit(first.twice());
    var list = new ArrayList<>(List.of(first));
    first.value++;
    int more = ask(new Num("more"));
    var made =
        new Supplier<Integer>() {
          int calls;

          @Override
          public Integer get() {
            return ++calls + first.value + more;
          }
        };
    Yield.emit(made.get());
    for (var each : list) {
      Yield.emit(each.value);
      made.calls += each.twice();
    }
    return made.get() + "," + list.get(0).twice();
  }

  static class Garden {
    final String name;

    Garden(String name) {
      this.name = name;
    }

    class Bed {
      final int size;

      Bed(int... sizes) {
        this.size = sizes.length;
      }
    }

    class Path {}
  }

  @Comp
  static String anonymousSubclassesOfInnerClasses() {
    Garden garden = new Garden(ask(new Str("name")));
    int extra = ask(new Num("extra"));
    var bed =
        garden.new Bed(1, 2) {
          int total() {
            return size + extra;
          }
        };
    var path =
        new Garden(garden.name + "2").new Path() {
          int steps;
        };
    Yield.emit(bed.total());
    path.steps += bed.total();
    return "" + bed.total() + path.steps;
  }

  @Comp
  static String anonymousArguments(Log log) {
    String prefix = ask(new Str("prefix"));
    return log.tap(
            "joined",
            Stream.of(
                    new Object() {
                      @Override
                      public String toString() {
                        return prefix + "1";
                      }
                    },
                    ask(new Str("middle")))
                .map(Object::toString)
                .toList())
        + prefix;
  }

  @Comp
  static int declaredInASwitchBehindItsSuspensions() {
    int sum = ask(new Num("sum"));
    switch (sum) {
      case 1:
        sum += ask(new Num("more"));
      case 2:
        interface Adder {
          int add(int n);
        }
        Adder adder = n -> n + 100;
        sum += adder.add(sum);
        break;
      default:
        sum = -1;
    }
    return sum + ask(new Num("end"));
  }

  @Comp
  static int subclassesInLoopsWithoutSuspensions() {
    int n = ask(new Num("n"));
    class Base {
      int own = n;

      Base(int a) {
        own += a;
      }

      int get() {
        return own;
      }
    }
    int sum = 0;
    for (char c : "abc".toCharArray()) {
      class Derived extends Base {
        final int more;

        Derived(int k) {
          super(k);
          more = c + k;
        }

        @Override
        int get() {
          return own + more;
        }
      }
      class Plain {
        final int value = new Base(c).get();
      }
      sum += new Derived(c).get() + new Plain().value;
    }
    return sum + ask(new Num("m")) + new Base(1).get();
  }

  @Comp
  static int declaredInAnInitializer() {
    enum Level {
      LOW,
      HIGH;

      final int rank =
          switch (name()) {
            case "LOW" -> {
              enum Rank {
                FIRST,
                SECOND
              }
              yield Rank.SECOND.ordinal();
            }
            default -> 5;
          };
    }
    return ask(new Num("n")) + Level.LOW.rank + Level.HIGH.rank;
  }

  @Comp
  static int nameOneAnotherInASwitchBehindItsSuspensions(Log log) {
    int sum = 0;
    for (int n : new int[] {1, 2}) {
      switch (n) {
        case 1:
          log.add(ask(new Num("one")));
        default:
          enum Step {
            UP,
            DOWN;

            int size = 3;
          }
          record Move(Step step, int by) {}
          var mover =
              new Object() {
                int own = n;

                int move() {
                  Move move = new Move(Step.values()[own++ & 1], own);
                  return move.by() + move.step().size;
                }
              };
          sum += mover.move() + mover.move();
      }
    }
    return sum + ask(new Num("end"));
  }

  @Comp
  static int extendedInTextThatStaysAsItIs(Log log) {
    int n = ask(new Num("n"));
    class Item {
      int own = n;

      Item(int more) {
        own += more;
      }

      int get() {
        return own++;
      }
    }
    int p = n + 1;
    synchronized (ask(new Str("lock"))) {
      class Sub extends Item {
        Sub(int more) {
          super(more);
        }

        @Override
        int get() {
          return super.get() + p;
        }
      }
      log.add(new Sub(2).get());
    }
    return p;
  }

  @Comp
  static String anotherOfTheSameNameIsExtendedInAnInnerBlock(Log log) {
    if (ask(new Bool("first"))) {
      enum Item {
        ONE,
        TWO
      }
      int n = ask(new Num("n"));
      log.add(Item.values()[n & 1]);
    }
    class Item {
      final String name;

      Item(String name) {
        this.name = name;
      }
    }
    return switch (log.hashCode()) {
      case 1 -> "one";
      default -> {
        class Sub extends Item {
          Sub() {
            super("sub");
          }
        }
        yield new Sub().name;
      }
    };
  }
}
