package dev.weft.processor;

import static dev.weft.processor.Refusals.assertAccepted;
import static dev.weft.processor.Refusals.assertRefused;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the body of a {@code @Comp} method may not hold yet, or never. */
class BodyRefusalsTest {
  @Nested
  class UnnameableTypes {
    private static final String LOCAL =
        "%s has the type %s, which has no name: it must be kept in a field across a suspension, and"
            + " a field needs a type; declare it with a type that can be written down, or use it up"
            + " in a block of its own before the suspension.";

    @Test
    void refusesALocalOfAnAnonymousClassThatIsUsedAfterASuspension() {
      assertRefused(
          Problem.UNNAMEABLE_LOCAL,
          LOCAL.formatted("point", "of an anonymous class"),
          """
          class T {
            @Comp
            static int m() {
              var /*!*/point =
                  java.util.Optional.of("p").map(p -> new Object() { int x = 1; }).get();
              Yield.yield("a");
              return point.x;
            }
          }
          """);
    }

    @Test
    void refusesAValueOfAnAnonymousClassLeftOfASuspension() {
      assertRefused(
          Problem.UNNAMEABLE_VALUE,
          "this expression has the type of an anonymous class, which has no name: its value must be"
              + " kept in a field across the suspension to its right; assign it to a local variable"
              + " with a type that can be written down, before the statement.",
          """
          class T {
            @Comp
            static int m() {
              return java.util.Optional.of("p").map(p -> new Object() {
                int plus(int more) {
                  return more + 1;
                }
              }).get()/*!*/.plus(Yield.<Integer>yield("a"));
            }
          }
          """);
    }

    @Test
    void acceptsALocalOfAnAnonymousClassInABlockOfItsOwn() {
      assertAccepted(
          """
          class T {
            @Comp
            static int m() {
              int x = 0;
              {
                var point = new Object() { int x = 1; };
                x += point.x;
              }
              return x + Yield.<Integer>yield("a");
            }
          }
          """);
    }

    @Test
    void keepsAnIntersectionTypeByItsFirstBound() {
      assertAccepted(
          """
          class T {
            static <A extends Number & Comparable<A>> A same(A a) {
              return a;
            }

            @Comp
            static int m() {
              var both = List.of(1, 2.0).get(0);
              Yield.yield("a");
              return both.intValue();
            }
          }
          """);
    }
  }

  @Nested
  class References {
    private static final String REFERENCE =
        "%s refers to a @Comp method: whoever calls the reference does not know how to pause; refer"
            + " to its factory instead, which gives a Computation.";
    private static final String REFERENCE_TO_YIELD =
        "%s refers to a method that pauses: whoever calls the reference does not know how to pause;"
            + " call it in the @Comp method itself.";

    @Test
    void refusesAReferenceToACompMethod() {
      assertRefused(
          Problem.REFERENCE_TO_COMP,
          REFERENCE.formatted("T::ask"),
          """
          class T {
            @Comp
            static String ask() {
              return Yield.yield("a");
            }

            @Comp
            static String m() {
              Supplier<String> later = /*!*/T::ask;
              return later.get();
            }
          }
          """);
    }

    @Test
    void refusesAReferenceToYield() {
      assertRefused(
          Problem.REFERENCE_TO_COMP,
          REFERENCE_TO_YIELD.formatted("Yield::yield"),
          """
          class T {
            @Comp
            static List<Object> m(List<String> names) {
              return names.stream().map(/*!*/Yield::yield).toList();
            }
          }
          """);
    }
  }

  @Nested
  class ImplicitCalls {
    private static final String IMPLICIT =
        "%s is a @Comp method and is called here without being named: the language makes the call"
            + " by itself, at a place that can't pause; call it by its name.";
    private static final String SESSION =
        """
        final class Session implements AutoCloseable {
          @Override
          @Comp
          public void close() {
            Yield.yield("bye");
          }
        }
        """;

    @Test
    void refusesAResourceWhoseCloseIsACompMethod() {
      assertRefused(
          Problem.IMPLICIT_CALL,
          IMPLICIT.formatted("Session.close"),
          SESSION,
          """
          class T {
            @Comp
            static String m() {
              try (Session /*!*/session = new Session()) {
                return session + Yield.<String>yield("a");
              }
            }
          }
          """);
    }

    @Test
    void refusesItInATryWithoutASuspensionToo() {
      assertRefused(
          Problem.IMPLICIT_CALL,
          IMPLICIT.formatted("Session.close"),
          SESSION,
          """
          class T {
            @Comp
            static String m(Session given) {
              try (/*!*/given) {
                return given.toString();
              }
            }
          }
          """);
    }

    @Test
    void refusesALoopOverElementsWhoseIteratorIsACompMethod() {
      assertRefused(
          Problem.IMPLICIT_CALL,
          IMPLICIT.formatted("Asked.iterator"),
          """
          interface Asked extends Iterable<String> {
            @Override
            @Comp
            default Iterator<String> iterator() {
              return List.of(Yield.<String>yield("a")).iterator();
            }
          }
          """,
          """
          class T {
            @Comp
            static int m(Asked asked) {
              int count = 0;
              for (String each : /*!*/asked) {
                count += each.length();
              }
              return count;
            }
          }
          """);
    }
  }

  @Nested
  class CapturesAssigned {
    private static final String ASSIGNED =
        "%s is captured and assigned in the same statement: the stepper captures a copy that is made"
            + " before the statement; assign it in a statement of its own.";

    @Test
    void refusesACaptureOfALocalThatTheSameStatementAssigns() {
      assertRefused(
          Problem.CAPTURE_ASSIGNED,
          ASSIGNED.formatted("name"),
          """
          class T {
            static String use(String given, Supplier<String> later) {
              return given + later.get();
            }

            @Comp
            static String m() {
              Yield.yield("a");
              String name;
              String all = use(name = "x", () -> /*!*/name);
              Yield.yield("b");
              return all + name;
            }
          }
          """);
    }
  }

  @Nested
  class ReturnsThatComeToNothing {
    private static final String METHOD =
        """
        class T {
          @Comp
          static int m() {
            int n = Yield.yield("a");
            BEFORE {
              try {
                return n;
              } finally /*!*/{
                label:
                try {
                  return n + 1;
                } finally {
                  if (n > 2) {
                    break label;
                  }
                }
              }
            }
          }
        }
        """;

    @Test
    void refusesOneInsideSynchronized() {
      assertRefused(
          Problem.ABANDONED_RETURN,
          "a return in this finally may come to nothing: the result of the one that it interrupts"
              + " would be lost: to keep it aside, the statement is taken apart, which can't be done"
              + " inside synchronized; assign a variable there and return behind the finally.",
          METHOD.replace("BEFORE", "synchronized (T.class)"));
    }

    @Test
    void acceptsOneElsewhere() {
      assertAccepted(METHOD.replace("BEFORE", "").replace("/*!*/", ""));
    }

    @Test
    void acceptsAReturnOutsideOfAnotherTry() {
      assertAccepted(
          """
          class T {
            @Comp
            static int m() {
              int n = Yield.yield("a");
              synchronized (T.class) {
                try {
                  return n;
                } finally {
                  if (n > 2) {
                    return 3;
                  }
                }
              }
            }
          }
          """);
    }
  }

  @Nested
  class PatternSwitches {
    @Test
    void acceptsSuspensionsInASwitchOverPatterns() {
      assumeTrue(
          Runtime.version().feature() >= 21, "patterns in switch came with Java 21, this is older");
      assertAccepted(
          """
          class T {
            @Comp
            static String m(Object of) {
              return switch (of) {
                case String s when Yield.<Boolean>yield(s) -> s + Yield.yield("a");
                case Integer i -> "i" + i;
                default -> "else";
              };
            }
          }
          """);
    }

    @Test
    void acceptsASwitchOverPatternsWithoutASuspension() {
      assumeTrue(
          Runtime.version().feature() >= 21, "patterns in switch came with Java 21, this is older");
      assertAccepted(
          """
          class T {
            record Pair(Object a, Object b) {}

            @Comp
            static String m() {
              Object of = Yield.yield("a");
              return switch (of) {
                case String s when s.isEmpty() -> "empty";
                case Pair(String a, var b) -> a + b;
                case null, default -> "else";
              };
            }
          }
          """);
    }
  }
}
