package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code @Comp} wherever a method can be, called in every way that Java knows. */
class CompPlacesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(CompPlacesTest.class);
  }

  interface Shape<T extends Number> {
    @Comp
    T area(T scale) throws IOException;

    @Comp
    default String describe(T scale) throws IOException {
      return named() + " of " + area(scale) + hidden(scale);
    }

    String named();

    @Comp
    private String hidden(T scale) {
      return "(" + scale + Yield.<Integer>yield(Q.num("hidden")) + ")";
    }

    @Comp
    static <T extends Number> String sum(List<? extends Shape<T>> shapes, T scale)
        throws IOException {
      StringBuilder sum = new StringBuilder();
      for (Shape<T> each : shapes) sum.append(each.describe(scale)).append('+');
      return sum.toString();
    }
  }

  record Square(int side) implements Shape<Integer> {
    @Override
    @Comp
    public Integer area(Integer scale) {
      return side * side * scale + ask(new Num("square"));
    }

    @Override
    public String named() {
      return "square";
    }

    @Comp
    static Square of(int n) {
      return new Square(n + Yield.<Integer>yield(Q.num("of")));
    }
  }

  static class Blob<N extends Number & Comparable<N>> implements Shape<N> {
    private final List<N> seen = new ArrayList<>();

    @Override
    @Comp
    public N area(N scale) throws IOException {
      seen.add(scale);
      if (Yield.<Boolean>yield(Q.bool("leaks"))) throw new IOException("leak at " + scale);
      return scale.compareTo(seen.get(0)) > 0 ? scale : seen.get(0);
    }

    @Override
    public String named() {
      return "blob";
    }

    class Drop implements Shape<Long> {
      @Override
      public Long area(Long scale) {
        return scale + seen.size();
      }

      @Override
      public String named() {
        return "drop" + seen;
      }
    }
  }

  @Comp
  static String throughInterfaces(Log log) {
    Square square = Square.of(2);
    Blob<Integer> blob = new Blob<>();
    List<Shape<Integer>> shapes = List.of(square, blob, square);
    try {
      return Shape.sum(shapes, ask(new Num("scale"))) + blob.new Drop().describe(5L);
    } catch (IOException e) {
      log.add("caught " + e.getMessage());
      return e.getMessage();
    }
  }

  abstract static class Animal<S> {
    @Comp
    abstract Object speak(S to);

    @Comp
    @SuppressWarnings("unchecked")
    protected List<? super S> friends(S... more) {
      List<S> all = new ArrayList<>(Arrays.asList(more));
      all.add(more[Math.abs(ask(new Num("friend"))) % more.length]);
      return all;
    }

    @Comp
    final int twice(S to) {
      speak(to);
      return String.valueOf(speak(to)).length();
    }

    @Comp
    Animal<S> self() {
      Yield.emit("self");
      return this;
    }
  }

  static class Cat extends Animal<String> {
    @Override
    @Comp
    String speak(String to) {
      return "miaow " + to + Yield.yield(Q.num("cat"));
    }

    @Override
    @Comp
    protected final ArrayList<? super String> friends(String... more) {
      return new ArrayList<>(super.friends(more));
    }

    @Override
    @Comp
    Cat self() {
      super.self();
      return ask(new Bool("new")) ? new Cat() : this;
    }
  }

  static class Kitten extends Cat {
    @Override
    String speak(String to) {
      return "mew " + to;
    }
  }

  @Comp
  static String bridgesAndCovariance(Log log) {
    Animal<String> cat = ask(new Bool("kitten")) ? new Kitten() : new Cat();
    Cat known = (Cat) cat.self();
    log.add(known.self().speak("you"));
    log.add(cat.friends("a", "b"));
    return cat.twice("x") + "" + cat.speak("y") + known.friends("c").size();
  }

  @Comp
  static String varargs(int n, String... rest) {
    return n + Arrays.toString(rest) + ask(new Num("v"));
  }

  @Comp
  static String varargs(int n, Object first, int... rest) {
    return n + "o" + first + Arrays.toString(rest) + ask(new Num("w"));
  }

  @Comp
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> List<T> generic(T... all) {
    List<T> list = new ArrayList<>(List.of(all));
    list.remove(Math.abs(ask(new Num("remove"))) % list.size());
    return list;
  }

  @Comp
  static String varargsCalls() {
    String[] words = {"p", "q"};
    return varargs(1)
        + varargs(2, "a", ask(new Str("b")))
        + varargs(3, words)
        + varargs(4, (String[]) null)
        + varargs(5, 'c', 1, ask(new Num("n")))
        + generic(1, 2.5, ask(new Num("m")))
        + generic(words)
        + generic(List.of(), null == words ? null : List.of(1));
  }

  @Comp
  static <E extends Exception> void sneaky(Supplier<E> error) throws E, TimeoutException {
    if (Yield.<Boolean>yield(Q.bool("throw"))) throw error.get();
    if (Yield.<Boolean>yield(Q.bool("time out"))) throw new TimeoutException("late");
  }

  @Comp
  static String throwsClauses(Log log) throws InterruptedException {
    try {
      sneaky(() -> new IOException("own"));
      sneaky(() -> new InterruptedException("mine"));
      CompPlacesTest.<RuntimeException>sneaky(IllegalStateException::new);
      return "quiet";
    } catch (IOException e) {
      log.add("caught io " + e.getMessage());
      return "io" + ask(new Num("io"));
    } catch (IllegalStateException | TimeoutException e) {
      log.add("caught " + e.getClass().getSimpleName());
      return "other";
    }
  }

  enum Planet {
    EARTH(1) {
      @Override
      int moons() {
        return 1;
      }
    },
    MARS(2);

    private final int n;

    Planet(int n) {
      this.n = n;
    }

    int moons() {
      return n;
    }

    @Comp
    String visit(Planet... next) {
      String s = name() + moons() + this.n + ask(new Num(toString()));
      return next.length == 0 ? s : s + next[0].visit(Arrays.copyOfRange(next, 1, next.length));
    }

    @Comp
    static Planet choose() {
      return values()[Math.abs(ask(new Num("planet"))) % values().length];
    }
  }

  @Comp
  static String enums() {
    Planet planet = Planet.choose();
    return planet.visit(Planet.MARS, Planet.choose(), Planet.EARTH);
  }

  enum Operation {
    ADD {
      private int uses;
      private static int all;

      @Override
      @Comp
      int apply(int n) {
        uses = n;
        this.uses++;
        all++;
        int sum = helper(n) + super.scaled(n) + scaled(n) + base + Operation.shared;
        Supplier<Integer> later = () -> uses + plain(sum);
        return later.get() + super.apply(n) + (uses > 0 ? (uses = 0) : 0) + all * 0;
      }

      @Comp
      private int helper(int k) {
        return k * Yield.<Integer>yield(Q.num(name() + " helper"));
      }

      private int plain(int k) {
        return k + 1;
      }

      @Override
      int scaled(int n) {
        return 100 * n;
      }
    },
    SAME,
    LOOP {
      @Override
      @Comp
      int apply(int n) {
        return n <= 0 ? ordinal() : apply(n - 1) + ADD.apply(n) + this.apply(n - 2);
      }

      @Override
      public String toString() {
        return "loop";
      }
    };

    private static final int shared = 2;
    int base = 3;

    int scaled(int n) {
      return 10 * n;
    }

    @Comp
    int apply(int n) {
      return n + Yield.<Integer>yield(Q.num(this + " applied"));
    }
  }

  @Comp
  static int bodiesOfConstants() {
    int sum = 0;
    for (Operation each : Operation.values()) {
      sum += each.apply(Math.abs(ask(new Num("n"))));
    }
    return sum;
  }

  // ---- return types of every kind

  @Comp
  static boolean booleans() {
    return ask(new Bool("b")) ^ true;
  }

  @Comp
  static byte bytes() {
    return (byte) (ask(new Num("n")) + 127);
  }

  @Comp
  static short shorts() {
    short s = 7;
    s += ask(new Num("n"));
    return s;
  }

  @Comp
  static char chars() {
    return Yield.<Character>yield(Q.chr("c"));
  }

  @Comp
  static long longs() {
    return ask(new Num("n"));
  }

  @Comp
  static float floats() {
    return ask(new Num("n")) * 2L;
  }

  @Comp
  static double doubles() {
    return Yield.<Boolean>yield(Q.bool("b")) ? 1 : ask(new Num("n"));
  }

  @Comp
  static int[][] arrays() {
    return new int[][] {{ask(new Num("a"))}, null};
  }

  @Comp
  static int[] oldStyle()[] {
    int[] row[] = {{1, ask(new Num("a"))}};
    return row;
  }

  @Comp
  static Map<String, ? extends List<Optional<int[]>>> generics() {
    return Map.of(ask(new Str("k")), new ArrayList<>(List.of(Optional.empty())));
  }

  @Comp
  static Supplier<? extends CharSequence> lambdas() {
    String s = ask(new Str("s"));
    return new Supplier<String>() {
      @Override
      public String get() {
        return s;
      }

      @Override
      public String toString() {
        return "supplier of " + get();
      }
    };
  }

  @Comp
  static <T extends Comparable<? super T> & CharSequence> T variable(T a, T b) {
    return a.compareTo(b) + a.length() > ask(new Num("limit")) ? a : b;
  }

  @Comp
  static Character boxed() {
    return ask(new Bool("null")) ? null : 'x';
  }

  @Comp
  static Void nothing() {
    Yield.emit("nothing");
    return null;
  }

  @Comp
  static String allReturned(Log log) {
    log.add(booleans() | booleans());
    log.add(bytes() + shorts() + chars() + longs() * floats() + doubles());
    log.add(arrays()[0][0] + oldStyle()[0].length);
    log.add(generics().size());
    log.add(lambdas().get() + variable("a", ask(new Str("b"))) + nothing());
    Character c = boxed();
    return "" + c;
  }
}
