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
    void refusesAPrivateConstructorOfAnInnerClass() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "its class needs an outer instance", "make its constructor package-private"),
          """
          class T {
            class Inner {
              private Inner(int n) {}
            }

            @Comp
            Object m() {
              return /*!*/new Inner(Yield.yield("a"));
            }
          }
          """);
    }

    @Test
    void refusesASubclassOfAClassWithoutAVisibleConstructor() {
      assertRefused(
          Problem.INACCESSIBLE,
          INACCESSIBLE.formatted(
              "its superclass has only private constructors",
              "make a constructor of Base package-private"),
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
  }

  @Test
  void refusesASuperclassMethodOfAnOuterClass() {
    assertRefused(
        Problem.OUTER_SUPER,
        "T.super.toString() calls a method of the superclass of an outer class: the stepper is another"
            + " class, where that can't be written; write a method of the outer class that makes the"
            + " call, and call that.",
        """
        class T {
          class Inner {
            @Comp
            String m() {
              return Yield.yield("a") + T.super/*!*/.toString();
            }
          }
        }
        """);
  }

  @Test
  void refusesADelegationToASuperclassOfAnotherPackage() {
    assertRefused(
        Problem.SUPER_DELEGATION,
        "super.m is a @Comp method and can't be called from a computation: a stepper is made for the"
            + " method that an object has, not for the one it overrides; move the shared steps into"
            + " a static or private @Comp method.",
        """
        package q;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        public class Base {
          @Comp
          public String m() {
            return Yield.yield("a");
          }
        }
        """,
        """
        package p;

        import dev.weft.annotations.Comp;

        public class T extends q.Base {
          @Override
          @Comp
          public String m() {
            return super/*!*/.m();
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
