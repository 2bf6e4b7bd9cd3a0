package dev.weft.processor;

import static dev.weft.processor.Refusals.assertRefused;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Members that a stepper can't reach from outside of its host. */
class AccessRefusalsTest {
  @Nested
  class PrivateMembers {
    private static final String INACCESSIBLE =
        "this can't be reached from the stepper in this form: the stepper is another class, and %s;"
            + " %s.";

    @Test
    void refusesASubclassOfAClassWithoutAVisibleConstructor() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "the constructor of its superclass is private",
              "make that constructor of Base package-private"),
          """
          class T {
            abstract static class Base {
              private Base() {}
            }

            @Comp
            static String m() {
              Yield.yield("a");
              return /*!*/new Base() {}.toString();
            }
          }
          """);
    }

    @Test
    void refusesASubclassOfAPrivateClassWithoutAConstructor() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "the constructor that its superclass has by itself is private like the class",
              "write Base() {} in that class"),
          """
          class T {
            private class Base {}

            @Comp
            String own() {
              Yield.yield("a");
              return /*!*/new Base() {}.toString();
            }

            @Comp
            String others(T other) {
              Yield.yield("a");
              return "" + other./*!*/new Base() {};
            }
          }
          """);
    }

    @Test
    void refusesALocalClassThatCallsAPrivateConstructor() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "the constructor of its superclass is private",
              "make that constructor of Base package-private"),
          """
          class T {
            static class Base {
              Base() {}

              private Base(int n) {}
            }

            @Comp
            static String m() {
              class Sub extends Base {
                Sub() {
                  super();
                }

                Sub(int n) {
                  /*!*/super(n);
                }
              }
              Yield.yield("a");
              return new Sub(1).toString() + new Sub();
            }
          }
          """);
    }

    @Test
    void refusesASubclassOfAPrivateClassWhoseConstructorIsNotWritten() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "the constructor that its superclass has by itself is private like the class",
              "write Base() {} in that class"),
          """
          class T {
            private static class Base {}

            @Comp
            static String m() {
              /*!*/class Sub extends Base {}
              Yield.yield("a");
              return new Sub().toString();
            }
          }
          """);
    }
  }

  @Test
  void refusesATypeThatVariablesHideWithItsPackage() {
    assertRefused(
        Problem.INACCESSIBLE,
        "T can't be reached from the stepper in this form: the stepper is another class, and a"
            + " variable has the name of the type here; rename the variable.",
        """
        package p;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        public class T {
          static int twice(int n) {
            return 2 * n;
          }

          @Comp
          static int m() {
            int p = 1;
            int /*!*/T = Yield.yield("a");
            return twice(T) + p;
          }
        }
        """);
  }

  @Test
  void refusesAProtectedClassOfAnotherPackage() {
    assertRefused(
        Problem.PROTECTED_TYPE,
        "q.Base.Hidden is a protected class of another package and can't be named by the stepper:"
            + " the stepper is no subclass of the one that declares it; use a type that all classes"
            + " of this package can name.",
        """
        package q;

        public class Base {
          protected static class Hidden {
            public int n = 1;
          }
        }
        """,
        """
        package p;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        public class T extends q.Base {
          @Comp
          static int m() {
            Hidden /*!*/hidden = null;
            Yield.yield("a");
            return hidden.n;
          }
        }
        """);
  }
}
