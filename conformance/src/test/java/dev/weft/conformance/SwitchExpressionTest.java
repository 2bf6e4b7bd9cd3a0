package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.math.RoundingMode;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Switch expressions with suspensions in the selector, in branches and around. */
@SuppressWarnings("fallthrough")
class SwitchExpressionTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(SwitchExpressionTest.class);
  }

  @Comp
  static String selectorSuspends() {
    return switch (ask(new Num("n"))) {
      case 0 -> "zero";
      case 1, 2 -> "some";
      default -> "other";
    };
  }

  @Comp
  static int branchesSuspend(Log log) {
    int n = ask(new Num("n"));
    int r =
        switch (n) {
          case 0 -> ask(new Num("zero"));
          case 1 -> {
            log.add("one");
            int t = ask(new Num("t"));
            yield t * 10;
          }
          default -> -n;
        };
    return r + 1;
  }

  @Comp
  static int asOperand(Log log) {
    return log.tap("left", 100)
        + switch (ask(new Num("n"))) {
          case 0 -> log.tap("zero", 0);
          case 1 -> ask(new Num("one"));
          default -> 7;
        }
        + log.tap("right", 1000) * ask(new Num("factor"));
  }

  @Comp
  static String asArgument(Log log) {
    return String.join(
        log.tap("separator", "-"),
        ask(new Str("first")),
        switch (ask(new Num("n"))) {
          case 0, 1 -> ask(new Str("second"));
          default -> log.tap("second", "plain");
        },
        log.tap("third", "c"));
  }

  @Comp
  static String nested() {
    return switch (ask(new Num("outer"))) {
      case 0 ->
          switch (ask(new Str("inner"))) {
            case "alpha" -> "0 alpha";
            case "b" -> "0 b " + ask(new Str("b"));
            default -> "0 rest";
          };
      case 1 -> {
        String s =
            switch (ask(new Num("second"))) {
              case 1 -> "1 1";
              default -> ask(new Str("else"));
            };
        yield s + "!";
      }
      default -> "none";
    };
  }

  @Comp
  static String oldStyleGroups(Log log) {
    return switch (ask(new Num("n"))) {
      case 0:
        yield "zero";
      case 1:
        log.add("falls");
      case 2:
        String s = ask(new Str("two"));
        yield s + s;
      default:
        if (ask(new Bool("b"))) yield "true";
        yield "false";
    };
  }

  @Comp
  static String loopsAndTriesInside(Log log) {
    String r =
        switch (ask(new Num("n"))) {
          case 0 -> {
            int sum = 0;
            for (int i = 0; i < 5; i++) {
              int v = ask(new Num("v" + i));
              if (v < 0) continue;
              if (v == 3) break;
              sum += v;
            }
            yield "sum " + sum;
          }
          case 1 -> {
            try {
              yield "text " + ask(new Str("text"));
            } catch (RuntimeException e) {
              log.add("caught " + e.getMessage());
              yield "failed";
            } finally {
              log.add("finally");
            }
          }
          default -> throw new IllegalArgumentException("bad " + ask(new Str("why")));
        };
    return r + ".";
  }

  @Comp
  static String yieldsAcrossAFinallyThatSuspends(Log log) {
    return log.tap("left", "l")
        + switch (ask(new Num("n"))) {
          case 0 -> {
            try {
              log.add("zero");
              yield "plain";
            } finally {
              log.add("left " + ask(new Str("zero")));
            }
          }
          case 1, 2 -> {
            for (int i = 0; ; i++) {
              try {
                if (ask(new Bool("leave " + i))) {
                  yield "left at " + i;
                }
                if (i > 2) {
                  break;
                }
              } catch (IllegalStateException e) {
                yield "caught " + ask(new Str("caught"));
              } finally {
                log.add("round " + ask(new Num("round")));
              }
            }
            yield "ended";
          }
          default -> {
            try {
              yield switch (ask(new Num("inner"))) {
                case 1 -> {
                  try {
                    yield "inner one";
                  } finally {
                    Yield.emit("inner finally");
                  }
                }
                default -> "inner " + ask(new Str("inner"));
              };
            } finally {
              log.add(
                  switch (ask(new Num("last"))) {
                    case 1 -> "one";
                    default -> ask(new Str("last word"));
                  });
            }
          }
        };
  }

  @Comp
  static int asSelectorAndLabelOfAnother(Log log) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      sum +=
          switch (switch (ask(new Num("n"))) {
            case 0 -> ask(new Str("zero"));
            case 1 -> "b";
            default -> log.tap("default", "none");
          }) {
            case "alpha", "none" -> ask(new Num("word")) * 10;
            case "b" -> {
              if (i == 1) {
                yield sum;
              }
              yield ask(new Num("b"));
            }
            default -> -1;
          };
    }
    return sum;
  }

  @Comp
  static int severalInOneExpression(Log log) {
    int n = ask(new Num("n"));
    return Math.max(
            log.tap("first", n),
            switch (n) {
              case 0 -> ask(new Num("zero"));
              default -> log.tap("rest", n * 2);
            })
        - switch (ask(new Num("m"))) {
          case 1 -> log.tap("one", 1);
          case 2 -> {
            int k = ask(new Num("k"));
            log.add(n + k);
            yield k;
          }
          default -> n++ + ask(new Num("other")) * n;
        }
        + n;
  }

  @Comp
  static double numericPromotion() {
    int n = ask(new Num("n"));
    double d =
        switch (n) {
          case 0 -> 1;
          case 1 -> 'a';
          case 2 -> ask(new Num("int"));
          default -> 2.5f;
        };
    Object boxed =
        switch (n) {
          case 0 -> 1;
          default -> "s" + ask(new Num("other"));
        };
    Yield.emit(boxed.getClass().getSimpleName());
    Yield.emit(
        switch (n) {
          case 1 -> 1;
          case 2 -> 2L;
          default -> Yield.<Integer>yield(Q.num("widened"));
        });
    return d;
  }

  @Comp
  static String exhaustiveOverEnum() {
    RoundingMode mode =
        Yield.yield(Q.oneOf("mode", RoundingMode.UP, RoundingMode.DOWN, RoundingMode.FLOOR));
    return switch (mode) {
      case UP -> "up" + ask(new Num("up"));
      case DOWN -> "down";
      case FLOOR, CEILING, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY -> ask(new Str("rest"));
    };
  }

  @Comp
  static boolean inConditions(Log log) {
    while (switch (ask(new Num("n"))) {
      case 0 -> ask(new Bool("zero"));
      case 1 -> true;
      default -> false;
    }) {
      log.add("looped");
    }
    if (switch (ask(new Num("if"))) {
          case 0, 1 -> true;
          default -> ask(new Bool("rest"));
        }
        && ask(new Bool("and"))) {
      log.add("in");
      return true;
    }
    return false;
  }

  @Comp
  static int polyBranchesKeepTheirTarget() {
    IntBinaryOperator op =
        switch (ask(new Str("operator"))) {
          case "alpha" -> (a, b) -> a + b;
          case "b" -> Math::max;
          default -> {
            int bonus = ask(new Num("bonus"));
            yield (a, b) -> a * b + bonus;
          }
        };
    int left = ask(new Num("left"));
    return op.applyAsInt(left, ask(new Num("right")));
  }

  @Comp
  static String capturesInBranches() {
    int n = ask(new Num("n"));
    Supplier<String> s =
        switch (n) {
          case 0 -> {
            String word = ask(new Str("word"));
            yield () -> word + n;
          }
          default -> () -> "none " + n;
        };
    Yield.emit("between");
    return s.get();
  }

  @Comp
  static int assignedAndReturned() {
    int n = ask(new Num("n"));
    int m = 5;
    m +=
        switch (n) {
          case 0 -> ask(new Num("zero"));
          case 1 -> {
            m = 100;
            yield ask(new Num("one"));
          }
          default -> m;
        };
    int[] a = new int[3];
    a[n & 1] =
        switch (m) {
          case 5 -> 5;
          default -> ask(new Num("element"));
        };
    return m * 1000 + a[0] * 10 + a[1];
  }

  @Comp
  static String suspensionFreeBetween() {
    String s = ask(new Str("s"));
    int k =
        switch (s.length()) {
          case 0 -> 0;
          case 1 -> {
            int t = s.charAt(0);
            yield t;
          }
          default -> s.indexOf('a');
        };
    return k + ask(new Str("t"));
  }
}
