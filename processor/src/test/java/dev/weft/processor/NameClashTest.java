package dev.weft.processor;

import static dev.weft.processor.Refusals.assertRefused;

import org.junit.jupiter.api.Test;

/** Generated names that are taken. */
class NameClashTest {
  private static final String CLASH =
      "the class that is generated for %s would be called %s, like another class: two classes can't"
          + " share a name; rename the method or the class.";

  @Test
  void refusesAStepperCalledLikeAClassOfTheUsers() {
    assertRefused(
        Problem.NAME_CLASH,
        CLASH.formatted("T", "T_m_Stepper"),
        """
        /*!*/class T {
          @Comp
          static void m() {
            Yield.yield("a");
          }
        }
        """,
        """
        class T_m_Stepper {}
        """);
  }

  @Test
  void refusesTwoSteppersOfOneName() {
    assertRefused(
        Problem.NAME_CLASH,
        CLASH.formatted("A", "A_b_c_Stepper"),
        """
        /*!*/class A {
          static class b {
            @Comp
            static void c() {
              Yield.yield("a");
            }
          }

          @Comp
          static void b_c() {
            Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void refusesFactoriesCalledLikeAClassOfTheUsers() {
    assertRefused(
        Problem.NAME_CLASH,
        CLASH.formatted("T", "TComps"),
        """
        /*!*/class T {
          @Comp
          static void m() {}
        }
        """,
        """
        class TComps {}
        """);
  }
}
