package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Lambdas that capture locals which live across suspensions. */
class LambdasTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LambdasTest.class);
  }

  @Comp
  static String calledAfterLaterSuspensions() {
    String name = ask(new Str("name"));
    Supplier<String> greeting = () -> "hello " + name;
    int n = ask(new Num("n"));
    Yield.emit(greeting.get());
    return greeting.get() + n;
  }

  @Comp
  static List<Integer> perIterationCaptures() {
    List<IntSupplier> suppliers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int own = i * 10 + ask(new Num("n" + i));
      suppliers.add(() -> own);
      Yield.emit(suppliers.get(0).getAsInt());
    }
    List<Integer> results = new ArrayList<>();
    for (IntSupplier s : suppliers) {
      results.add(s.getAsInt());
      Yield.emit(s.getAsInt());
    }
    return results;
  }

  @Comp
  static String capturesOfForEachVariables(Log log) {
    List<Runnable> later = new ArrayList<>();
    for (String word : List.of("a", "b", "c")) {
      later.add(() -> log.add("word " + word));
      String answer = ask(new Str(word));
      later.add(() -> log.add(word + " answered " + answer));
      if (answer.isEmpty()) break;
    }
    later.forEach(Runnable::run);
    return ask(new Str("end"));
  }

  @Comp
  static int sharedMutableHolder() {
    int[] counter = {0};
    Runnable increment = () -> counter[0]++;
    increment.run();
    Yield.emit(counter[0]);
    increment.run();
    counter[0] += ask(new Num("n"));
    increment.run();
    return counter[0];
  }

  @Comp
  static int nestedLambdas() {
    int a = ask(new Num("a"));
    IntUnaryOperator plusA = x -> x + a;
    int b = ask(new Num("b"));
    Function<Integer, Supplier<Integer>> curried =
        x -> {
          int c = x * b;
          return () -> plusA.applyAsInt(c) + a;
        };
    Supplier<Integer> last = curried.apply(ask(new Num("x")));
    Yield.emit(last.get());
    return last.get() + ask(new Num("y"));
  }

  @Comp
  static int blockLambdaWithItsOwnControlFlow(Log log) {
    int limit = ask(new Num("limit"));
    IntUnaryOperator collatz =
        n -> {
          int steps = 0;
          for (int i = n; i != 1 && i > 0; i = i % 2 == 0 ? i / 2 : 3 * i + 1) {
            if (++steps > 20 + limit) {
              return -1;
            }
            switch (i) {
              case 8:
                log.add("eight");
                break;
              default:
            }
          }
          return steps;
        };
    int first = collatz.applyAsInt(6);
    return first + collatz.applyAsInt(Math.abs(ask(new Num("n"))) + 1);
  }

  @Comp
  static String parameterNamesOfSiblings() {
    Function<String, String> f =
        value -> {
          String at = value + "1";
          return at;
        };
    {
      String value = ask(new Str("value"));
      int at = ask(new Num("at"));
      Yield.emit(f.apply(value) + at);
    }
    BiFunction<Integer, Integer, Integer> g = (value, at) -> value * at;
    return f.apply("x") + g.apply(3, ask(new Num("n")));
  }

  @Comp
  static String effectivelyFinalAssignedLate() {
    String word;
    if (ask(new Bool("b"))) {
      word = ask(new Str("s"));
    } else {
      word = "fixed";
    }
    Predicate<String> same = s -> s.equals(word);
    Yield.emit(same.test("fixed"));
    return word + same.test(ask(new Str("t")));
  }

  @Comp
  static int streams() {
    int factor = ask(new Num("factor"));
    List<Integer> numbers = Yield.yield(Q.list("numbers"));
    int sum = numbers.stream().mapToInt(n -> n * factor).sum();
    int offset = ask(new Num("offset"));
    return IntStream.rangeClosed(1, 3)
            .map(n -> n * factor + offset)
            .filter(n -> n % 2 == 0 || factor > 1)
            .sum()
        + sum
        + ask(new Num("end"));
  }

  @Comp
  static int lambdasThatThrow(Log log) throws Exception {
    int n = ask(new Num("n"));
    Callable<Integer> c =
        () -> {
          if (n > 1) throw new java.io.IOException("n " + n);
          return n;
        };
    try {
      return c.call() + ask(new Num("ok"));
    } catch (java.io.IOException e) {
      log.add("caught " + e.getMessage());
      Supplier<String> message = () -> e.getMessage() + n;
      Yield.emit("in catch");
      return message.get().length();
    }
  }

  @Comp
  static String recursiveThroughAHolder() {
    int depth = Math.abs(ask(new Num("depth")));
    List<Function<Integer, String>> self = new ArrayList<>();
    self.add(n -> n == 0 ? "." : n + self.get(0).apply(n - 1));
    Yield.emit(self.get(0).apply(2));
    return self.get(0).apply(depth);
  }

  @Comp
  static String capturedAndUsedInOneExpression() {
    int n = ask(new Num("n"));
    return ((Supplier<String>) () -> "n" + n).get()
        + ask(new Str("s"))
        + ((Supplier<String>) () -> "m" + n).get()
        + ((IntUnaryOperator) x -> x * n).applyAsInt(ask(new Num("x")));
  }

  @Comp
  static void parametersCapturedAndLogged(Log log) {
    Consumer<Object> note = o -> log.add("note " + o);
    note.accept(ask(new Str("a")));
    for (int i = 0; i < 2; i++) {
      final int fixed = i;
      Consumer<Object> indexed = o -> note.accept(fixed + ":" + o);
      indexed.accept(ask(new Str("b" + i)));
      indexed.andThen(o -> log.add("then " + fixed)).accept(ask(new Num("c" + i)));
    }
  }

  @Comp
  static long capturedPrimitives() {
    byte b = 1;
    char c = 'c';
    long l = 1L << 35;
    double d = 0.25;
    boolean z = ask(new Bool("z"));
    float f = ask(new Num("f"));
    Supplier<String> all = () -> "" + b + c + l + d + z + f;
    String first = all.get();
    Yield.emit(first);
    return all.get().length() + l;
  }

  @Comp
  static int capturedVar() {
    var list = new ArrayList<Integer>();
    var n = ask(new Num("n"));
    Runnable add = () -> list.add(n + list.size());
    add.run();
    Yield.emit(list);
    add.run();
    return list.get(list.size() - 1);
  }

  @Comp
  static int whileLoopCapture() {
    List<Supplier<Integer>> all = new ArrayList<>();
    int i = 0;
    while (ask(new Bool("go on " + i)) && i < 4) {
      int current = i++;
      int answer = ask(new Num("answer"));
      all.add(() -> current * 100 + answer);
    }
    int sum = i;
    for (Supplier<Integer> s : all) sum += s.get();
    return sum;
  }

  private static boolean holds(Supplier<Boolean> condition) {
    return condition.get();
  }

  @Comp
  static String capturesInHeadsOfStatements(Log log) {
    String text = ask(new Str("text"));
    int n = ask(new Num("n"));
    if (holds(() -> text.length() > n)) {
      log.add(ask(new Str("longer")));
    }
    IntUnaryOperator plus = k -> k + n;
    switch (IntStream.range(0, 2).map(k -> k * n).sum()) {
      case 1:
        log.add(ask(new Str("one")));
        break;
      default:
        log.add(plus.applyAsInt(ask(new Num("more"))));
    }
    return text + n;
  }

  @Comp
  static String capturesBehindDeclarations() {
    Object key = ask(new Str("key"));
    do {
      Supplier<Object> whole =
          new Supplier<Object>() {
            private final Object own = key instanceof String s ? s + "!" : "none";

            @Override
            public Object get() {
              return own;
            }
          };
      Yield.emit(whole.get());
    } while (ask(new Bool("again")));
    return key + ask(new Str("end"));
  }

  @Comp
  static String capturesABindingBesideIt(Log log) {
    Object given = Yield.yield(Q.oneOf("given", "text", 5, null));
    if (!(given instanceof String s && holds(() -> log.tap("long", s.length() > 3)))
        || !holds(() -> s.endsWith("t"))) {
      return "no" + ask(new Num("n"));
    }
    return s + ask(new Num("n"));
  }
}
