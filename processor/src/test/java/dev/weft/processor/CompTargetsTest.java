package dev.weft.processor;

import static dev.weft.processor.Refusals.assertAccepted;
import static dev.weft.processor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code @Comp} on methods that can't have a stepper. */
class CompTargetsTest {
  private static final String LOCAL_CLASS =
      "@Comp on ask, which belongs to a class declared in a method body: a stepper can't name such"
          + " a class; make the class a member of its outer class.";

  @Test
  void refusesANativeMethod() {
    assertRefused(
        Problem.COMP_ON_NATIVE,
        "@Comp on ask, which is native: its body is not Java and can't pause; write a Java method"
            + " around it and annotate that.",
        """
        class T {
          @Comp
          native String /*!*/ask();
        }
        """);
  }

  @Test
  void refusesSignaturesAndBodiesInOneRun() {
    List<String> said =
        Compiling.messages(
            Compiling.compile(
                """
                class T {
                  @Comp
                  native String ask();

                  @Comp
                  synchronized String other() {
                    synchronized (this) {
                      return Yield.yield("a");
                    }
                  }

                  @Comp
                  String third(Object lock) {
                    synchronized (lock) {
                      return Yield.yield("b");
                    }
                  }
                }
                """));

    assertThat(said)
        .satisfiesExactly(
            m -> assertThat(m).startsWith("T.java:4:").contains(Problem.COMP_ON_NATIVE.tag()),
            m -> assertThat(m).startsWith("T.java:7:").contains(Problem.COMP_ON_SYNCHRONIZED.tag()),
            m ->
                assertThat(m).startsWith("T.java:9:").contains(Problem.YIELD_IN_SYNCHRONIZED.tag()),
            m ->
                assertThat(m)
                    .startsWith("T.java:16:")
                    .contains(Problem.YIELD_IN_SYNCHRONIZED.tag()));
  }

  @Test
  void refusesASynchronizedMethod() {
    assertRefused(
        Problem.COMP_ON_SYNCHRONIZED,
        "@Comp on ask, which is synchronized: nobody holds a monitor while the computation is"
            + " paused; remove the modifier, and guard the state by something that can be kept"
            + " across a pause.",
        """
        class T {
          @Comp
          synchronized String /*!*/ask() {
            return Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void refusesAMethodOfALocalClass() {
    assertRefused(
        Problem.COMP_IN_LOCAL_CLASS,
        LOCAL_CLASS,
        """
        class T {
          static void m() {
            class Local {
              @Comp
              String /*!*/ask() {
                return Yield.yield("a");
              }
            }
            new Local().ask();
          }
        }
        """);
  }

  @Test
  void refusesAMethodOfALocalClassInACompMethod() {
    assertRefused(
        Problem.COMP_IN_LOCAL_CLASS,
        LOCAL_CLASS,
        """
        class T {
          @Comp
          static void m() {
            class Local {
              @Comp
              String /*!*/ask() {
                return Yield.yield("a");
              }
            }
            new Local().ask();
          }
        }
        """);
  }

  @Test
  void refusesAMethodOfAnAnonymousClass() {
    assertRefused(
        Problem.COMP_IN_LOCAL_CLASS,
        LOCAL_CLASS,
        """
        class T {
          Object field =
              new Object() {
                @Comp
                String /*!*/ask() {
                  return Yield.yield("a");
                }
              };
        }
        """);
  }

  @Test
  void namesAllThatIsWrongInAFile() {
    var compilation =
        Compiling.compile(
            """
            class T {
              @Comp
              static native String bad();

              private static class Inner {
                @Comp
                static synchronized void worse() {}
              }
            }
            """);
    assertThat(Compiling.messages(compilation))
        .satisfiesExactly(
            m -> assertThat(m).contains(Problem.COMP_ON_NATIVE.tag()),
            m -> assertThat(m).contains(Problem.COMP_ON_SYNCHRONIZED.tag()));
  }

  @Test
  void acceptsAFinalAndAnEmptyMethod() {
    assertAccepted(
        """
        class T {
          @Comp
          final void m() {}

          @Comp
          protected static final double n(double by) {
            return by * Yield.<Double>yield("a");
          }
        }
        """);
  }
}
