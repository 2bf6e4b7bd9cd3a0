package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Guards of patterns, in switches without a suspension, that use locals of the method. */
class GuardCapturesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(GuardCapturesTest.class);
  }

  private static <T> T call(Supplier<T> supplier) {
    return supplier.get();
  }

  @Comp
  static Object object() {
    Object number = ask(new Num("object"));
    return ask(new Bool("number?")) ? number : "s" + number;
  }

  @Comp
  static String inASwitchInALambda() {
    Object o = object();
    int least = ask(new Num("least"));
    String found =
        ask(new Str("before"))
            + call(
                () -> {
                  int shown = least + 1;
                  return switch (o) {
                    case Integer n when n > least && n > shown - 1 -> "big " + n;
                    case String s -> s;
                    default -> "other";
                  };
                });
    return found + least;
  }

  @Comp
  static String inAStatementInsideTheGuard(Log log) {
    Object o = object();
    int least = ask(new Num("least"));
    int more = ask(new Num("more"));
    return switch (o) {
      case Integer n
          when switch (n & 1) {
            case 0 -> {
              log.add("even, " + least);
              yield n > least;
            }
            default -> {
              Supplier<Integer> sum = () -> least + more;
              log.add("odd, " + sum.get());
              yield n > more;
            }
          } ->
          "found " + n;
      default -> "other " + least + more;
    };
  }

  @Comp
  static String classesInsideTheGuard(Log log) {
    Object o = object();
    return switch (o) {
      case Integer n
          when switch (n & 1) {
            case 0:
              log.add("even " + ask(new Num("even")));
            default:
              interface Half {
                int of(int n);
              }
              Half half = of -> of / 2;
              yield half.of(n + ask(new Num("more"))) > 2;
          } ->
          "found " + n;
      default -> "other";
    };
  }

  @Comp
  static String bindingsOfTheGuard() {
    Object o = object();
    Object other = object();
    String text =
        switch (ask(new Num("n"))) {
          case Integer n when other instanceof String s && s.length() > n -> s + n;
          case Integer n when o instanceof Integer m && m > n -> "less than " + m;
          case Integer n -> "n " + n;
        };
    return text + ask(new Str("after"));
  }

  /** A copy for a guard in the head of a loop is made each time before the guard is asked. */
  @Comp
  static String inTheHeadsOfLoops(Log log) {
    Object o = object();
    int most = ask(new Num("most"));
    int n = 0;
    while (switch (o) {
      case Integer i when i < most -> n++ < i;
      default -> n++ < 1;
    }) {
      log.add("while " + n + ask(new Str("while")));
    }
    do {
      log.add("do " + n + ask(new Str("do")));
    } while (switch (o) {
      case Integer i when i > most -> n++ < 2;
      default -> n++ < 3;
    });
    for (int k = 0, j = ask(new Num("j"));
        k < 2;
        k++,
            j +=
                switch (o) {
                  case String s when most > 1 -> s.length();
                  default -> most;
                }) {
      log.add("for " + j);
    }
    return "" + n;
  }
}
