package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Anonymous classes that capture locals, with suspensions in their constructor arguments. */
class AnonymousClassTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AnonymousClassTest.class);
  }

  abstract static class Shape {
    final String name;
    int calls;

    Shape(String name) {
      this.name = name;
    }

    abstract int area();

    @Override
    public String toString() {
      return name + area() + "," + ++calls;
    }
  }

  @Comp
  static String capturesALocal() {
    String name = ask(new Str("name"));
    Supplier<String> s =
        new Supplier<>() {
          @Override
          public String get() {
            return "hello " + name;
          }
        };
    Yield.emit(s.get());
    return s.get() + ask(new Num("n"));
  }

  @Comp
  static String constructorArgumentSuspends(Log log) {
    int side = ask(new Num("side"));
    Shape square =
        new Shape(log.tap("prefix", "sq") + ask(new Str("name"))) {
          @Override
          int area() {
            return side * side;
          }
        };
    String before = square.toString();
    Yield.emit(before);
    return before + square;
  }

  @Comp
  static int ownFieldsAndMethods() {
    int start = ask(new Num("start"));
    Iterator<Integer> it =
        new Iterator<>() {
          private int at = start;
          private final int end = start + 3;

          @Override
          public boolean hasNext() {
            return at < end;
          }

          @Override
          public Integer next() {
            return step();
          }

          private int step() {
            int state = at;
            this.at++;
            return state;
          }
        };
    int sum = 0;
    while (it.hasNext()) {
      sum += it.next() * ask(new Num("times"));
    }
    return sum;
  }

  @Comp
  static List<String> perIteration() {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int n = i + ask(new Num("n" + i));
      shapes.add(
          new Shape("s" + i) {
            @Override
            int area() {
              return n * 10;
            }
          });
    }
    List<String> all = new ArrayList<>();
    for (Shape s : shapes) {
      Yield.emit(s);
      all.add(s.toString());
    }
    return all;
  }

  @Comp
  static String initializerBlockAndLambdaInside(Log log) {
    String word = ask(new Str("word"));
    Shape shape =
        new Shape("block") {
          private final List<Supplier<String>> parts = new ArrayList<>();

          {
            log.add("initializer " + word);
            parts.add(() -> word + this.name);
          }

          @Override
          int area() {
            return parts.get(0).get().length();
          }
        };
    Yield.emit(shape.area());
    return shape.toString();
  }

  @Comp
  static List<String> asArgument() {
    List<String> words = new ArrayList<>(List.of(ask(new Str("a")), "mm", ask(new Str("b"))));
    boolean descending = ask(new Bool("descending"));
    words.sort(
        new Comparator<String>() {
          @Override
          public int compare(String a, String b) {
            return descending ? b.compareTo(a) : a.compareTo(b);
          }
        });
    words.add(ask(new Str("c")));
    return words;
  }

  @Comp
  static int nestedAnonymousClasses() {
    int a = ask(new Num("a"));
    Supplier<Supplier<Integer>> outer =
        new Supplier<>() {
          private final int doubled = a * 2;

          @Override
          public Supplier<Integer> get() {
            int local = doubled + 1;
            return new Supplier<>() {
              @Override
              public Integer get() {
                return local + doubled + a;
              }
            };
          }
        };
    Supplier<Integer> inner = outer.get();
    Yield.emit(inner.get());
    return inner.get() + ask(new Num("b"));
  }

  @Comp
  static String localOfTheSameNameInside() {
    int n = ask(new Num("n"));
    Supplier<String> s =
        new Supplier<>() {
          final String m = "field";

          @Override
          public String get() {
            String n = "shadows";
            return n + m;
          }
        };
    String m = ask(new Str("m"));
    return s.get() + n + m;
  }
}
