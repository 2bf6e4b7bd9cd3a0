package dev.weft.conformance.effects;

import static dev.weft.conformance.effects.SourceLines.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.EffectsComps;
import dev.weft.Handler;
import dev.weft.KeyedEffect;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Command;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An answer of a wrong type, however it is given, is an error that says what is wrong. */
class WrongAnswersTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  record Now() implements Effect<Instant> {}

  record Count() implements Effect<Integer> {}

  record Load(int id) implements Command<String> {}

  interface Query<A, R> extends Effect<R> {}

  record Find(int id) implements Query<Integer, String> {}

  record Notify(String what) implements Effect<Void> {}

  static final class Own extends KeyedEffect<Integer> {
    Own() {
      super("own key");
    }
  }

  @Comp
  static Instant now() {
    return Effects.perform(new Now()); // now
  }

  @Comp
  static int count() {
    return 1 + Effects.perform(new Count()); // count
  }

  @Comp
  static String loads() {
    return "<" + Command.execute(new Load(1)).strip() + ">"; // command
  }

  @Comp
  static String finds() {
    return "<" + Effects.perform(new Find(1)).strip() + ">"; // find
  }

  @Comp
  static int own() {
    return 1 + Effects.perform(new Own()); // keyed
  }

  @Comp
  static Instant calls() {
    return Effects.call(EffectsComps.perform(new Now())); // called
  }

  @Comp
  static Object five() {
    return 5L;
  }

  @Comp
  static Object fiveAfterAPause() {
    Yield.emit("pause");
    return 5L;
  }

  /** How a handler that says 5L, which nobody here expects, may say so. */
  enum Way {
    AT_ONCE(false, effect -> 5L),
    IN_PLACE(false, effect -> Answering.running(WrongAnswersTestComps.five())),
    IN_PLACE_AFTER_A_PAUSE(
        true, effect -> Answering.running(WrongAnswersTestComps.fiveAfterAPause()));

    final boolean pauses;
    final Function<Effect<?>, Object> answer;

    Way(boolean pauses, Function<Effect<?>, Object> answer) {
      this.pauses = pauses;
      this.answer = answer;
    }

    Handler handlerOf(Class<?> type) {
      return () -> new Answering(type, answer);
    }
  }

  private static final class Answering extends Handler.Scope {
    private final Function<Effect<?>, Object> answer;

    Answering(Class<?> type, Function<Effect<?>, Object> answer) {
      super(type);
      this.answer = answer;
    }

    static Object running(Computation<?> computation) {
      return inPlace(computation);
    }

    @Override
    public Object answer(Effect<?> effect) {
      return answer.apply(effect);
    }
  }

  private static <T> void assertFails(
      Ways<T> ways, Class<?> effect, Class<?> expected, String method, String comment)
      throws IOException {
    Consumer<Throwable> check =
        assertsText(effect.getTypeName(), expected, Long.class, method, comment);
    assertFails(ways, effect, check);
  }

  private static <T> void assertFails(Ways<T> ways, Class<?> effect, Consumer<Throwable> check) {
    for (Way way : Way.values()) {
      Ways<T> handled = ways.with(c -> c.with(way.handlerOf(effect)));
      if (way.pauses) {
        handled.failsAnswered("on", check);
      } else {
        handled.fails(check);
      }
    }
  }

  private static Consumer<Throwable> assertsText(
      String effect, Class<?> expected, Class<?> actual, String method, String comment)
      throws IOException {
    String text =
        "The effect "
            + effect
            + ", performed at "
            + place(WrongAnswersTest.class, method, comment)
            + ", must be answered with a "
            + expected.getTypeName()
            + ", but its handler answered with a "
            + actual.getTypeName();
    return error -> assertThat(error).isInstanceOf(ClassCastException.class).hasMessage(text);
  }

  @Test
  void ofAnEffect() throws Exception {
    Ways<Instant> ways = Ways.of(WrongAnswersTestComps.now(), () -> now());
    assertFails(ways, Now.class, Instant.class, "now", "now");
  }

  @Test
  void ofAnEffectWithANumber() throws Exception {
    Ways<Integer> ways = Ways.of(WrongAnswersTestComps.count(), () -> count());
    assertFails(ways, Count.class, Integer.class, "count", "count");
  }

  @Test
  void ofACommand() throws Exception {
    Ways<String> ways = Ways.of(WrongAnswersTestComps.loads(), () -> loads());
    assertFails(ways, Load.class, String.class, "loads", "command");
  }

  @Test
  void ofAnEffectOfAGenericKind() throws Exception {
    Ways<String> ways = Ways.of(WrongAnswersTestComps.finds(), () -> finds());
    assertFails(ways, Find.class, String.class, "finds", "find");
  }

  @Test
  void ofAnEffectThatIsCalledAsAComputation() throws Exception {
    Ways<Instant> ways = Ways.of(WrongAnswersTestComps.calls(), () -> calls());
    assertFails(ways, Now.class, Instant.class, "calls", "called");
  }

  @Test
  void ofAnEffectWithAKey() throws Exception {
    Ways<Integer> ways = Ways.of(WrongAnswersTestComps.own(), () -> own());
    assertFails(ways, Own.class, Integer.class, "own", "keyed");
  }

  @Test
  void ofWhoeverIsAsked() throws Exception {
    Handler asking = Handler.asking(Load.class, load -> "load?");
    Ways.of(WrongAnswersTestComps.loads(), () -> loads())
        .with(c -> c.with(asking))
        .failsAnswered(
            5L,
            assertsText(Load.class.getTypeName(), String.class, Long.class, "loads", "command"));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // to lie about the type
  void ofAComputationThatRunsInItsPlace() throws Exception {
    Handler running =
        Handler.running(Now.class, now -> (Computation) WrongAnswersTestComps.fiveAfterAPause());
    Ways.of(WrongAnswersTestComps.now(), () -> now())
        .with(c -> c.with(running))
        .failsAnswered(
            "on", assertsText(Now.class.getTypeName(), Instant.class, Long.class, "now", "now"));
  }

  @Test
  void ofAnEffectThatIsRunAlone() {
    Computation<Instant> alone = EffectsComps.perform(new Now());
    for (Way way : Way.values()) {
      Coroutine<Instant> coroutine = Coroutine.of(alone.with(way.handlerOf(Now.class)));
      Step<Instant> step = coroutine.run();
      if (way.pauses) {
        step = coroutine.run("on");
      }
      assertThat(((Step.Thrown<Instant>) step).error())
          .as(way.name())
          .isInstanceOf(ClassCastException.class)
          .hasMessageContaining(Now.class.getTypeName())
          .hasMessageEndingWith(
              "must be answered with a java.time.Instant,"
                  + " but its handler answered with a java.lang.Long");
    }
  }

  @Comp
  static String tells() {
    Effects.perform(new Notify("begin"));
    return "told";
  }

  @Test
  void ofAnEffectWithoutAnAnswerItIsNoMistake() {
    Ways.of(WrongAnswersTestComps.tells(), () -> tells())
        .with(c -> c.with(Handler.asking(Notify.class, notify -> notify.what())))
        .yieldsAndReturns(List.of("begin"), "told");
    Ways.of(WrongAnswersTestComps.tells(), () -> tells())
        .with(c -> c.with(Way.AT_ONCE.handlerOf(Notify.class)))
        .returns("told");
  }

  @Comp
  static String catchesIt() {
    try {
      return "" + Effects.perform(new Now());
    } catch (ClassCastException e) {
      return "caught";
    }
  }

  @Test
  void itCanBeCaughtWhereTheEffectWasPerformed() {
    Ways<String> ways = Ways.of(WrongAnswersTestComps.catchesIt(), () -> catchesIt());
    ways.with(c -> c.with(Way.AT_ONCE.handlerOf(Now.class))).returns("caught");
    ways.with(c -> c.with(Way.IN_PLACE.handlerOf(Now.class))).returns("caught");
    ways.with(c -> c.with(Way.IN_PLACE_AFTER_A_PAUSE.handlerOf(Now.class)))
        .yieldsAndReturns(List.of("pause"), "caught");
  }

  @Test
  void aRightOneIsNoMistake() {
    Ways.of(WrongAnswersTestComps.calls(), () -> calls())
        .with(c -> c.with(Handler.of(Now.class, now -> NOON)))
        .returns(NOON);
    Ways.of(WrongAnswersTestComps.loads(), () -> loads())
        .with(c -> c.with(Handler.of(Load.class, load -> " x ")))
        .returns("<x>");
  }
}
