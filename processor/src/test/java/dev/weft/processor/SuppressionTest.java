package dev.weft.processor;

import static dev.weft.processor.Refusals.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code @SuppressWarnings} says that ordinary code suspends on a thread that may block. */
class SuppressionTest {
  @Test
  void allowsAYieldInAnOrdinaryMethod() {
    assertAccepted(
        """
        class T {
          @SuppressWarnings("weft:yield-outside-comp")
          static String m() {
            return Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void allowsYieldsInAClass() {
    assertAccepted(
        """
        @SuppressWarnings({"unused", "weft:yield-outside-comp", "weft:yield-in-lambda"})
        class T {
          static String m() {
            return Yield.yield("a");
          }

          static class Inner {
            Supplier<String> n() {
              return () -> Yield.yield("a");
            }
          }
        }
        """);
  }

  @Test
  void allowsAYieldInALambda() {
    assertAccepted(
        """
        class T {
          @SuppressWarnings("weft:yield-in-lambda")
          static Supplier<String> m() {
            return () -> Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void isForItsOwnTagOnly() {
    assertTag(
        Problem.YIELD_IN_LAMBDA,
        """
        class T {
          @SuppressWarnings("weft:yield-outside-comp")
          static Supplier<String> m() {
            return () -> Yield.yield("a");
          }
        }
        """);
    assertTag(
        Problem.YIELD_OUTSIDE_COMP,
        """
        class T {
          @SuppressWarnings("all")
          static String m() {
            return Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void neverHoldsInACompMethod() {
    assertTag(
        Problem.YIELD_IN_LAMBDA,
        """
        @SuppressWarnings("weft:yield-in-lambda")
        class T {
          @Comp
          @SuppressWarnings("weft:yield-in-lambda")
          static String m() {
            Supplier<String> later = () -> Yield.yield("a");
            return later.get();
          }
        }
        """);
    assertTag(
        Problem.YIELD_IN_SYNCHRONIZED,
        """
        class T {
          @Comp
          @SuppressWarnings("weft:yield-in-synchronized")
          void m() {
            synchronized (this) {
              Yield.yield("a");
            }
          }
        }
        """);
  }

  @Test
  void neverHoldsInAClassInsideACompMethod() {
    assertTag(
        Problem.YIELD_IN_CLASS_BODY,
        """
        @SuppressWarnings("weft:yield-in-class-body")
        class T {
          @Comp
          static void m() {
            new Object() {
              void ask() {
                Yield.yield("a");
              }
            }.ask();
          }
        }
        """);
  }

  private static void assertTag(Problem problem, String source) {
    assertThat(Compiling.messages(Compiling.compile(source)))
        .singleElement()
        .asString()
        .contains("[" + problem.tag() + "]");
  }
}
