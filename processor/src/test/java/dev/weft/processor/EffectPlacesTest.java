package dev.weft.processor;

import static dev.weft.processor.Refusals.assertAccepted;
import static dev.weft.processor.Refusals.assertRefused;

import org.junit.jupiter.api.Test;

/** Effects in places where the code around them can't pause: the same as of yields. */
class EffectPlacesTest {
  private static final String SYNCHRONIZED =
      "%s can't suspend inside a synchronized block: nobody holds a monitor while the"
          + " computation is paused; leave the synchronized block before it, or guard the state by"
          + " something that can be kept across a pause, such as an AtomicReference.";
  private static final String LAMBDA =
      "%s can't suspend inside a lambda: the code that calls the lambda does not know how"
          + " to pause; write a loop in the @Comp method itself, or yield before and after the"
          + " call.";
  private static final String OUTSIDE =
      "Effects.perform stands in %s, which is not a @Comp method: it would throw an"
          + " IllegalStateException when it runs; annotate the method with @Comp and run it by its"
          + " factory, or remove the call.";
  private static final String REFERENCE =
      "%s refers to a method that pauses: whoever calls the reference does not know how to pause;"
          + " call it in the @Comp method itself.";

  @Test
  void refusesAnEffectInASynchronizedBlock() {
    assertRefused(
        Problem.YIELD_IN_SYNCHRONIZED,
        SYNCHRONIZED.formatted("Effects.perform"),
        """
        class T {
          record Now() implements Effect<Long> {}
          @Comp
          long m() {
            synchronized (this) {
              return Effects/*!*/.perform(new Now());
            }
          }
        }
        """);
  }

  @Test
  void refusesAnEffectOfTheLibraryInASynchronizedBlock() {
    assertRefused(
        Problem.YIELD_IN_SYNCHRONIZED,
        SYNCHRONIZED.formatted("Reader.ask"),
        """
        import dev.weft.annotations.Comp;
        import dev.weft.effects.Reader;

        class T {
          @Comp
          String m() {
            synchronized (this) {
              return Reader/*!*/.ask(String.class);
            }
          }
        }
        """);
  }

  @Test
  void refusesAnEffectInALambda() {
    assertRefused(
        Problem.YIELD_IN_LAMBDA,
        LAMBDA.formatted("Effects.perform"),
        """
        class T {
          record Now() implements Effect<Long> {}
          @Comp
          static long m() {
            Supplier<Long> now = () -> Effects/*!*/.perform(new Now());
            return now.get();
          }
        }
        """);
  }

  @Test
  void refusesAnEffectOfTheLibraryInAHandlerInAComputation() {
    assertRefused(
        Problem.YIELD_IN_LAMBDA,
        LAMBDA.formatted("Reader.ask"),
        """
        import dev.weft.*;
        import dev.weft.annotations.Comp;
        import dev.weft.effects.Reader;

        class T {
          record Now() implements Effect<Long> {}
          @Comp
          static long m(Computation<Long> part) {
            return Effects.call(
                part.with(Handler.of(Now.class, now -> Reader/*!*/.ask(Long.class))));
          }
        }
        """);
  }

  @Test
  void refusesAnEffectOutsideOfComputations() {
    assertRefused(
        Problem.YIELD_OUTSIDE_COMP,
        OUTSIDE.formatted("m"),
        """
        class T {
          record Now() implements Effect<Long> {}
          static long m() {
            return Effects/*!*/.perform(new Now());
          }
        }
        """);
  }

  @Test
  void acceptsAnEffectForTheBlockingMode() {
    assertAccepted(
        """
        class T {
          record Now() implements Effect<Long> {}
          static Computation<Long> now() {
            return Blocking.of(() -> Effects.perform(new Now()));
          }
        }
        """);
  }

  @Test
  void refusesAReferenceToPerform() {
    assertRefused(
        Problem.REFERENCE_TO_COMP,
        REFERENCE.formatted("Effects::perform"),
        """
        class T {
          @Comp
          static Object m(Effect<String> effect) {
            Function<Effect<String>, String> f = /*!*/Effects::perform;
            return f.apply(effect) + Yield.yield("a");
          }
        }
        """);
  }

  @Test
  void acceptsAllFormsOfEffects() {
    assertAccepted(
        """
        import static dev.weft.Effects.perform;

        import dev.weft.*;
        import dev.weft.annotations.Comp;
        import dev.weft.effects.*;
        import java.util.*;

        class T<S> {
          record Now() implements Effect<Long> {}
          record Load<E>(Class<E> type) implements Effect<List<E>> {}
          record Nothing() implements Effect<Void> {}

          @Comp
          <E extends Effect<Integer>> double m(E own, Effect<S> generic, Effect<int[]> array) {
            perform(new Nothing());
            long now = perform(new Now());
            List<String> list = perform(new Load<>(String.class));
            S s = perform(generic);
            int first = perform(array)[0];
            Number n = perform(own);
            var text = State.get(String.class);
            State.put(String.class, text + now);
            return n.doubleValue() + now + list.size() + first + Objects.hash(s);
          }
        }
        """);
  }
}
