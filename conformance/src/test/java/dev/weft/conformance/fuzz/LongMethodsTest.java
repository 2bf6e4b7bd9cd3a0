package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Methods with a thousand suspensions, which are written in parts, do what their originals do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongMethodsTest {
  private static final String SOURCE =
      """
      package longs;

      import dev.weft.Yield;
      import dev.weft.annotations.Comp;
      import java.util.List;

      public class Long {
        static StringBuilder log = new StringBuilder();

        @Comp
        public static String row(int n) {
          int sum = n;
      %s    return log.append(sum).toString();
        }

        @Comp
        public static String loop(int n) {
          int sum = n;
          rounds:
          for (int round = 0; round < 4; round++) {
            String kept = "k" + round;
            try {
      %s        log.append(kept);
            } catch (IllegalStateException e) {
              log.append("caught ").append(sum).append(kept);
            } finally {
              log.append("finally ").append(sum).append(kept);
              sum++;
            }
            log.append(round);
          }
          return log.append(sum).toString();
        }

        @Comp
        public static String choice(int n) {
          int state = n;
          String last = "";
          while (true) {
            switch (state) {
      %s        default:
                return log + last + state;
            }
          }
        }

        @Comp
        public static String operands(int n) {
          return List.of(
      %s        n) + " " + log;
        }

        @Comp
        public static boolean conditions(int n) {
          return n == 0
      %s        ;
        }

        @Comp
        public static String expression(int n) {
          int last = n;
          for (int i = 0; i < 50; i++) {
            switch ((last * 7 + i) %% 300) {
      %s        default -> last = 5 + Yield.<Integer>yield("other");
            }
          }
          return log.append(last).toString();
        }
      }
      """
          .formatted(
              lines(
                  1000,
                  """
                      int a%1$d = Yield.yield(%1$d);
                      sum += a%1$d * 3;
                      if (sum == -%1$d) return "early " + sum;
                  """),
              lines(
                  250,
                  """
                          int b%1$d = Yield.yield(%1$d);
                          sum += b%1$d;
                          if (b%1$d == 5) continue rounds;
                          if (b%1$d == 6) break rounds;
                          if (b%1$d == 7) return log + "left" + sum;
                          if (b%1$d == 8) throw new IllegalStateException();
                          log.append(sum %% 10).append(Yield.<Integer>yield(-%1$d));
                  """),
              lines(
                  500,
                  """
                          case %1$d:
                            Yield.emit("in " + last);
                            last = "c%1$d";
                            state = %1$d + 1 + Yield.<Integer>yield(state);
                            break;
                  """),
              lines(300, "        Yield.<Integer>yield(%1$d), log.append(%1$d).length(),\n"),
              lines(300, "        && Yield.<Integer>yield(%1$d) < 5 & log.append(%1$d) != null\n"),
              lines(300, "        case %1$d -> last += %1$d + Yield.<Integer>yield(last);\n"));

  private final List<Class<?>> loaded = new ArrayList<>();

  private static String lines(int count, String line) {
    IntFunction<String> one = line::formatted;
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  @BeforeAll
  void compile() throws ClassNotFoundException {
    MemoryCompiler.Result result = new MemoryCompiler().compile(Map.of("longs.Long", SOURCE), true);
    assertThat(result.messages()).isEmpty();
    assertThat(result.succeeded()).isTrue();
    ClassLoader loader =
        new ClassLoader(LongMethodsTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = result.classes().get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    loaded.add(loader.loadClass("longs.Long"));
    loaded.add(loader.loadClass("longs.LongComps"));
  }

  @Test
  void suspensionsInARow() throws ReflectiveOperationException {
    assertSame("row");
  }

  @Test
  void suspensionsInALoopWithATry() throws ReflectiveOperationException {
    assertSame("loop");
  }

  @Test
  void suspensionsInManyBranches() throws ReflectiveOperationException {
    assertSame("choice");
  }

  @Test
  void suspensionsInOneExpression() throws ReflectiveOperationException {
    assertSame("operands");
  }

  @Test
  void suspensionsInACondition() throws ReflectiveOperationException {
    assertSame("conditions");
  }

  @Test
  void suspensionsInManyBranchesOfAnExpression() throws ReflectiveOperationException {
    assertSame("expression");
  }

  private void assertSame(String name) throws ReflectiveOperationException {
    Method original = loaded.get(0).getMethod(name, int.class);
    Method factory = loaded.get(1).getMethod(name, int.class);
    for (int seed = 0; seed < 12; seed++) {
      List<String> expected = run(Blocking.of(() -> invoke(original)), seed);
      assertThat(run((Computation<?>) factory.invoke(null, 0), seed)).isEqualTo(expected);
      assertThat(expected.size()).isGreaterThan(1);
    }
  }

  private static Object invoke(Method method) {
    try {
      return method.invoke(null, 0);
    } catch (InvocationTargetException e) {
      throw Lib.<RuntimeException>sneaky(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that is seen of a run: most answers are small, few lead out of where they are given. */
  private <T> List<String> run(Computation<T> computation, int seed)
      throws ReflectiveOperationException {
    var log = loaded.get(0).getDeclaredField("log");
    log.setAccessible(true);
    log.set(null, new StringBuilder());
    Dice dice = new Dice(seed);
    List<String> seen = new ArrayList<>();
    Coroutine<T> coroutine = Coroutine.of(computation);
    Step<T> step = coroutine.run();
    while (step instanceof Step.Suspended<T> suspended) {
      seen.add(String.valueOf(suspended.value()));
      int roll = dice.below(400);
      if (roll == 399 && seed > 8) {
        step = coroutine.cancel("enough");
      } else if (roll == 398) {
        step = coroutine.raise(new IllegalStateException("raised"));
      } else {
        step = coroutine.run(roll > 390 ? roll - 386 : roll % 3);
      }
    }
    seen.add(step + " " + log.get(null));
    return seen;
  }
}
