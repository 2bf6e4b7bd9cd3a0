package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Patterns in fields of classes that javac compiles in an assignment, but not in an operand. */
class PatternsInOperandsTest {
  private int total = 10;

  private static long all = 100;

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PatternsInOperandsTest.class);
  }

  static int both(int left, int right) {
    return left * 10 + right;
  }

  @Comp
  int field() {
    int n = ask(new Num("n"));
    total -=
        switch (n) {
          case 1:
            class Kept {
              final int size = (Object) n instanceof Integer i ? i + 1 : 0;
            }
            yield new Kept().size;
          default:
            yield 1;
        };
    return total + ask(new Num("m"));
  }

  @Comp
  static long staticField() {
    int n = ask(new Num("n"));
    all = 100;
    return all ^=
        switch (n) {
          case 1:
            Supplier<Long> large =
                new Supplier<>() {
                  private long own = (Object) n instanceof Long i ? i : 7;

                  @Override
                  public Long get() {
                    return own++;
                  }
                };
            yield large.get() + large.get();
          default:
            yield n;
        };
  }

  @Comp
  static long inLambda() {
    int n = ask(new Num("n"));
    all = 100;
    Supplier<Long> run =
        () ->
            all +=
                switch (n) {
                  case 1:
                    class Kept {
                      final int size = (Object) n instanceof Integer i ? i + 1 : 0;
                    }
                    yield new Kept().size;
                  default:
                    yield 1;
                };
    return run.get() + run.get();
  }

  @Comp
  static int behindPause() {
    int n = ask(new Num("n"));
    int[] sums = {1, 2};
    sums[n & 1] *=
        both(
            ask(new Num("m")),
            switch (n) {
              case 1:
                class Kept {
                  final int size = (Object) n instanceof Integer i ? i + 1 : 0;
                }
                yield new Kept().size;
              default:
                yield 1;
            });
    return sums[0] + sums[1];
  }

  @Comp
  static int selector(Log log, Object o) {
    int n = ask(new Num("n"));
    switch (switch (n) {
      case 1:
        class Kept {
          final int size = o instanceof Integer i ? i + 1 : 0;
        }
        yield new Kept().size;
      default:
        yield 0;
    }) {
      case 0 -> log.add(ask(new Str("in switch")));
      default -> log.add("default");
    }
    return n;
  }

  @Comp
  static int assertion(Object o) {
    int n = ask(new Num("n"));
    assert switch (n) {
          case 1:
            class Kept {
              final int size = o instanceof Integer i ? i + 1 : 0;
            }
            yield new Kept().size > -1;
          default:
            yield true;
        }
        : ask(new Str("detail"));
    return n;
  }
}
