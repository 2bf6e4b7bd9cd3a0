package dev.weft.processor;

import static dev.weft.processor.Refusals.assertAccepted;
import static dev.weft.processor.Refusals.assertRefused;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Suspensions in places where the code around them can't pause. */
class YieldPlacesTest {
  private static final String SYNCHRONIZED =
      "Yield.yield can't suspend inside a synchronized block: nobody holds a monitor while the"
          + " computation is paused; leave the synchronized block before it, or guard the state by"
          + " something that can be kept across a pause, such as an AtomicReference.";
  private static final String LAMBDA =
      "Yield.yield can't suspend inside a lambda: the code that calls the lambda does not know how"
          + " to pause; write a loop in the @Comp method itself, or yield before and after the"
          + " call.";
  private static final String CLASS_BODY =
      "Yield.yield can't suspend inside a class declared in a method body: its methods are called"
          + " by code that does not know how to pause; move it into a @Comp method of a named class"
          + " and call that.";
  private static final String CONSTRUCTOR =
      "Yield.yield can't suspend inside a constructor: an object must not be left half made; write"
          + " a static @Comp method that asks first and then calls the constructor.";
  private static final String INITIALIZER =
      "Yield.yield can't suspend inside an initializer: a class or an object must not be left half"
          + " made; write a @Comp method that asks first and then sets the field.";
  private static final String OUTSIDE =
      "Yield.yield stands in %s, which is not a @Comp method: it would throw an"
          + " IllegalStateException when it runs; annotate the method with @Comp and run it by its"
          + " factory, or remove the call.";

  @Nested
  class Synchronized {
    @Test
    void refusesAYieldInABlock() {
      assertRefused(
          Problem.YIELD_IN_SYNCHRONIZED,
          SYNCHRONIZED,
          """
          class T {
            @Comp
            String m() {
              String a = Yield.yield("before");
              synchronized (this) {
                a += Yield/*!*/.yield("inside");
              }
              return a;
            }
          }
          """);
    }

    @Test
    void refusesEachYieldOfABlock() {
      assertRefused(
          Problem.YIELD_IN_SYNCHRONIZED,
          SYNCHRONIZED,
          """
          class T {
            @Comp
            void m() {
              synchronized (this) {
                for (int i = 0; i < 3; i++) {
                  if (i > 1) {
                    Yield/*!*/.yield(i);
                  }
                }
                Yield/*!*/.yield("last");
              }
            }
          }
          """);
    }

    @Test
    void refusesADelegationInABlock() {
      assertRefused(
          Problem.YIELD_IN_SYNCHRONIZED,
          SYNCHRONIZED.replace("Yield.yield", "ask"),
          """
          class T {
            @Comp
            String ask() {
              return Yield.yield("a");
            }

            @Comp
            String m() {
              synchronized (this) {
                return /*!*/ask();
              }
            }
          }
          """);
    }

    @Test
    void acceptsAYieldInTheLockExpression() {
      assertAccepted(
          """
          class T {
            @Comp
            static int m() {
              synchronized (Yield.<Object>yield("lock")) {
                return 1;
              }
            }
          }
          """);
    }
  }

  @Nested
  class Lambdas {
    @Test
    void refusesAYieldInALambda() {
      assertRefused(
          Problem.YIELD_IN_LAMBDA,
          LAMBDA,
          """
          class T {
            @Comp
            static List<String> m(List<String> names) {
              List<String> all = new ArrayList<>();
              names.forEach(n -> all.add(Yield/*!*/.yield(n)));
              Runnable block = () -> {
                Yield/*!*/.yield("block");
              };
              block.run();
              return all;
            }
          }
          """);
    }

    @Test
    void refusesADelegationInALambda() {
      assertRefused(
          Problem.YIELD_IN_LAMBDA,
          LAMBDA.replace("Yield.yield", "T.ask"),
          """
          class T {
            @Comp
            static String ask() {
              return Yield.yield("a");
            }

            @Comp
            static String m() {
              Supplier<String> later = () -> T/*!*/.ask();
              return later.get();
            }
          }
          """);
    }

    @Test
    void namesTheLambdaAndNotTheMonitorAroundIt() {
      assertRefused(
          Problem.YIELD_IN_LAMBDA,
          LAMBDA,
          """
          class T {
            @Comp
            void m() {
              synchronized (this) {
                Runnable r = () -> Yield/*!*/.emit("x");
                r.run();
              }
            }
          }
          """
              .replace("emit", "yield"));
    }

    @Test
    void namesTheMonitorInsideALambda() {
      assertRefused(
          Problem.YIELD_IN_SYNCHRONIZED,
          SYNCHRONIZED,
          """
          class T {
            @Comp
            void m() {
              Runnable r = () -> {
                synchronized (this) {
                  Yield/*!*/.yield("x");
                }
              };
              r.run();
            }
          }
          """);
    }

    @Test
    void refusesALambdaInAnOrdinaryMethodAndInAField() {
      assertRefused(
          Problem.YIELD_IN_LAMBDA,
          LAMBDA,
          """
          class T {
            Supplier<String> field = () -> Yield/*!*/.yield("field");

            Supplier<String> m() {
              return () -> Yield/*!*/.yield("method");
            }
          }
          """);
    }

    @Test
    void acceptsALambdaForTheBlockingMode() {
      assertAccepted(
          """
          class T {
            static Computation<String> m() {
              return Blocking.of(() -> Yield.<String>yield("name"));
            }
          }
          """);
    }
  }

  @Nested
  class ClassBodies {
    @Test
    void refusesAYieldInAnAnonymousClass() {
      assertRefused(
          Problem.YIELD_IN_CLASS_BODY,
          CLASS_BODY,
          """
          class T {
            @Comp
            static void m() {
              new Object() {
                void ask() {
                  Yield/*!*/.yield("a");
                }
              }.ask();
            }
          }
          """);
    }

    @Test
    void refusesAYieldInALocalClass() {
      assertRefused(
          Problem.YIELD_IN_CLASS_BODY,
          CLASS_BODY,
          """
          class T {
            @Comp
            static String m() {
              class Asker {
                String ask() {
                  return Yield/*!*/.yield("a");
                }
              }
              return new Asker().ask();
            }
          }
          """);
    }
  }

  @Nested
  class Constructors {
    @Test
    void refusesAYieldInAConstructor() {
      assertRefused(
          Problem.YIELD_IN_CONSTRUCTOR,
          CONSTRUCTOR,
          """
          class T {
            final String name;

            T() {
              name = Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesAYieldInACompactConstructor() {
      assertRefused(
          Problem.YIELD_IN_CONSTRUCTOR,
          CONSTRUCTOR,
          """
          record T(String name) {
            T {
              name = Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesAYieldInAnArgumentOfAnotherConstructor() {
      assertRefused(
          Problem.YIELD_IN_CONSTRUCTOR,
          CONSTRUCTOR,
          """
          class T {
            T(String name) {}

            T() {
              this(Yield/*!*/.<String>yield("name"));
            }
          }
          """);
    }
  }

  @Nested
  class Initializers {
    @Test
    void refusesAYieldInAFieldInitializer() {
      assertRefused(
          Problem.YIELD_IN_INITIALIZER,
          INITIALIZER,
          """
          class T {
            final String name = Yield/*!*/.yield("name");
            static final String SHARED = Yield/*!*/.yield("shared");
          }
          """);
    }

    @Test
    void refusesAYieldInAnInstanceInitializer() {
      assertRefused(
          Problem.YIELD_IN_INITIALIZER,
          INITIALIZER,
          """
          class T {
            String name;

            {
              name = Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesAYieldInAStaticInitializer() {
      assertRefused(
          Problem.YIELD_IN_INITIALIZER,
          INITIALIZER,
          """
          class T {
            static String name;

            static {
              name = Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesAYieldInAnArgumentOfAnEnumConstant() {
      assertRefused(
          Problem.YIELD_IN_INITIALIZER,
          INITIALIZER,
          """
          enum T {
            A(Yield/*!*/.<String>yield("name"));

            T(String name) {}
          }
          """);
    }
  }

  @Nested
  class OrdinaryMethods {
    @Test
    void refusesAYieldInAMethodWithoutTheAnnotation() {
      assertRefused(
          Problem.YIELD_OUTSIDE_COMP,
          OUTSIDE.formatted("register"),
          """
          class T {
            static String register() {
              return Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesItBesideACompMethod() {
      assertRefused(
          Problem.YIELD_OUTSIDE_COMP,
          OUTSIDE.formatted("other"),
          """
          class T {
            @Comp
            static String register() {
              return Yield.yield("name");
            }

            static String other() {
              return Yield/*!*/.yield("name");
            }
          }
          """);
    }

    @Test
    void refusesAskAndEmitByTheirOwnNames() {
      assertRefused(
          Problem.YIELD_OUTSIDE_COMP,
          OUTSIDE.formatted("m").replace("Yield.yield", "Yield.ask"),
          """
          class T {
            record Name() implements Prompt<String> {}

            static String m() {
              return Yield/*!*/.ask(new Name());
            }
          }
          """);
      assertRefused(
          Problem.YIELD_OUTSIDE_COMP,
          OUTSIDE.formatted("m").replace("Yield.yield", "Yield.emit"),
          """
          class T {
            static void m() {
              Yield/*!*/.emit(1);
            }
          }
          """);
    }

    @Test
    void findsAStaticallyImportedCall() {
      assertRefused(
          Problem.YIELD_OUTSIDE_COMP,
          OUTSIDE.formatted("m").replace("Yield.yield", "emit"),
          """
          package p;

          import static dev.weft.Yield.emit;

          class T {
            static void m() {
              /*!*/emit(1);
            }
          }
          """);
    }

    @Test
    void acceptsAnOrdinaryMethodThatCallsACompMethod() {
      assertAccepted(
          """
          class T {
            @Comp
            static String register() {
              return Yield.yield("name");
            }

            static String onAThreadOfItsOwn() {
              Supplier<String> later = () -> register();
              return later.get() + register();
            }
          }
          """);
    }

    @Test
    void acceptsAYieldMethodOfSomebodyElse() {
      assertAccepted(
          """
          package p;

          class T {
            static class Yield {
              static String yield(String value) {
                return value;
              }
            }

            // dev.weft.Yield is only mentioned here.
            String m() {
              return Yield.yield("a");
            }
          }
          """);
    }
  }
}
