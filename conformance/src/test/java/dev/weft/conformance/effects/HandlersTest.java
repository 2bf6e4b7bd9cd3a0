package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.EffectsComps;
import dev.weft.Handler;
import dev.weft.KeyedEffect;
import dev.weft.Step;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers an effect, and how. */
class HandlersTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  record Now() implements Effect<Instant> {}

  sealed interface Shop<R> extends Effect<R> {
    record Price(String item) implements Shop<Integer> {}

    record Buy(String item) implements Shop<Integer> {}
  }

  @Comp
  static Instant now() {
    return Effects.perform(new Now()); // the time
  }

  @Comp
  static int shop() {
    int price = Effects.perform(new Shop.Price("tea"));
    return price + Effects.perform(new Shop.Buy("tea"));
  }

  private static Computation<Instant> now(boolean isBlocking) {
    return isBlocking ? Blocking.of(() -> now()) : HandlersTestComps.now();
  }

  private static Throwable failure(Computation<?> computation) {
    return ((Step.Thrown<?>) Coroutine.of(computation).run()).error();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNearestHandlerAnswers(boolean isBlocking) {
    Computation<Instant> computation =
        now(isBlocking)
            .with(Reader.of(String.class, "not this"))
            .with(Handler.of(Now.class, now -> NOON))
            .with(Handler.of(Now.class, now -> Instant.MAX));
    assertThat(Coroutine.of(computation).run()).isEqualTo(new Step.Completed<>(NOON));
  }

  @Test
  void aHandlerOfAnInterfaceAnswersAllOfItsEffects() {
    Computation<Integer> computation =
        HandlersTestComps.shop()
            .with(Handler.of(Shop.Buy.class, buy -> 1))
            .with(Handler.of(Now.class, now -> NOON));
    Handler all =
        () ->
            new Handler.Scope(Shop.class) {
              @Override
              public Object answer(Effect<?> effect) {
                return effect instanceof Shop.Price ? 40 : 2;
              }
            };
    assertThat(Coroutine.of(computation.with(all)).run()).isEqualTo(new Step.Completed<>(41));
    assertThat(Coroutine.of(HandlersTestComps.shop().with(all)).run())
        .isEqualTo(new Step.Completed<>(42));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHandlerMayFailWithAnyException(boolean isBlocking) {
    IOException error = new IOException("clock is broken");
    Computation<Instant> computation =
        now(isBlocking)
            .with(
                Handler.of(
                    Now.class,
                    now -> {
                      throw error;
                    }));
    assertThat(failure(computation)).isSameAs(error);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHandlerMayAskTheDriver(boolean isBlocking) {
    Coroutine<Instant> coroutine =
        Coroutine.of(now(isBlocking).with(Handler.asking(Now.class, now -> "what time is it?")));
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("what time is it?", Map.of(), 1));
    assertThat(coroutine.run(NOON)).isEqualTo(new Step.Completed<>(NOON));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerOfTheWrongTypeNamesTheEffectAndBothTypes(boolean isBlocking) {
    Coroutine<Instant> coroutine =
        Coroutine.of(now(isBlocking).with(Handler.asking(Now.class, now -> "what time is it?")));
    coroutine.run();
    assertThat(((Step.Thrown<Instant>) coroutine.run("noon")).error())
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining(Now.class.getTypeName())
        .hasMessageContaining("java.time.Instant")
        .hasMessageContaining("java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itNamesThePlaceToo(boolean isBlocking) throws Exception {
    Coroutine<Instant> coroutine =
        Coroutine.of(now(isBlocking).with(Handler.asking(Now.class, now -> "?")));
    coroutine.run();
    assertThat(((Step.Thrown<Instant>) coroutine.run("noon")).error())
        .hasMessageContaining(SourceLines.place(HandlersTest.class, "now", "the time"));
  }

  @Test
  void anEffectWithoutAHandlerNamesEffectPlaceAndHandlers() {
    Throwable error =
        failure(
            HandlersTestComps.now()
                .with(Reader.of(String.class, "x"))
                .with(State.of(Integer.class, 1))
                .with(Handler.of(Shop.Buy.class, buy -> 1)));
    assertThat(error)
        .isInstanceOf(UnhandledEffectException.class)
        .hasMessageContaining(Now.class.getTypeName())
        .hasMessageContaining("HandlersTest.now(HandlersTest.java:")
        .hasMessageContaining("Reader[String], State[Integer], Handler[" + typeName() + "]");
    assertThat(((UnhandledEffectException) error).effect()).isEqualTo(new Now());
    assertThat(error.getStackTrace()[0].toString())
        .startsWith("dev.weft.conformance.effects.HandlersTest.now(HandlersTest.java:");
  }

  private static String typeName() {
    return Shop.Buy.class.getTypeName();
  }

  @Test
  void withoutAnyHandlersItSaysSo() {
    assertThat(failure(HandlersTestComps.now())).hasMessageContaining("no handler is installed");
    assertThat(failure(now(true))).hasMessageContaining("no handler is installed");
  }

  @Test
  void aKeyedEffectWithoutAHandlerNamesItsKey() {
    assertThat(failure(HandlersTestComps.asksReader().with(Reader.of(String.class, "x"))))
        .hasMessageContaining("Reader$Ask of java.lang.Integer")
        .hasMessageContaining("HandlersTest.asksReader(HandlersTest.java:");
  }

  @Comp
  static int asksReader() {
    return Reader.ask(Integer.class);
  }

  @Test
  void itCanBeCaughtWhereItWasPerformed() {
    assertThat(Coroutine.of(HandlersTestComps.catches()).run())
        .isEqualTo(new Step.Completed<>(Instant.EPOCH));
  }

  @Comp
  static Instant catches() {
    try {
      return Effects.perform(new Now());
    } catch (UnhandledEffectException e) {
      return Instant.EPOCH;
    }
  }

  @Test
  void handlersStateIsOfARun() {
    Computation<Integer> twice =
        HandlersTestComps.incrementTwice().with(State.of(Integer.class, 0));
    Coroutine<Integer> first = Coroutine.of(twice);
    Coroutine<Integer> second = Coroutine.of(twice);
    first.run();
    second.run();
    assertThat(first.run(null)).isEqualTo(new Step.Completed<>(2));
    assertThat(second.run(null)).isEqualTo(new Step.Completed<>(2));
  }

  @Comp
  static int incrementTwice() {
    State.modify(Integer.class, n -> n + 1);
    Yield.emit("between");
    return State.modify(Integer.class, n -> n + 1);
  }

  @Test
  void aHandlerOfSomethingThatIsNoEffectIsRefused() {
    Handler wrong = () -> new Handler.Scope(String.class) {};
    assertThat(failure(HandlersTestComps.now().with(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
    assertThatIllegalArgumentException().isThrownBy(() -> new Handler.Scope(Object.class) {});
  }

  static final class Rate extends KeyedEffect<Integer> {
    Rate(String currency) {
      super(currency);
    }
  }

  private static Handler rate(String currency, int rate) {
    return () ->
        new Handler.Scope(Rate.class, currency) {
          @Override
          public Object answer(Effect<?> effect) {
            return rate;
          }
        };
  }

  @Comp
  static String rates() {
    return Effects.perform(new Rate("euro")) + " " + Effects.perform(new Rate("yen"));
  }

  @Test
  void effectsOfOnesOwnMayHaveKeysToo() {
    Ways.of(HandlersTestComps.rates(), () -> rates())
        .with(c -> c.with(rate("yen", 160)).with(rate("euro", 1)).with(rate("yen", 0)))
        .returns("1 160");
    Ways.of(HandlersTestComps.rates(), () -> rates())
        .with(c -> c.with(rate("euro", 1)))
        .fails(
            error ->
                assertThat(error)
                    .isInstanceOf(UnhandledEffectException.class)
                    .hasMessageContaining(Rate.class.getTypeName() + " of yen"));
  }

  @Test
  void aKeyForEffectsWithoutKeysIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Handler.Scope(Now.class, "key") {})
        .withMessageContaining(Now.class.getName());
  }

  @Test
  void anEffectIsAComputationToo() {
    Computation<Instant> now = EffectsComps.perform(new Now());
    assertThat(Coroutine.of(now.with(Handler.of(Now.class, n -> NOON))).run())
        .isEqualTo(new Step.Completed<>(NOON));
    assertThat(failure(now)).isInstanceOf(UnhandledEffectException.class);
  }

  @Test
  void calledDirectlyItSaysWhatToDo() {
    assertThatIllegalStateException()
        .isThrownBy(HandlersTest::now)
        .withMessageContaining("HandlersTestComps.now(...)");
    assertThatIllegalStateException()
        .isThrownBy(() -> Reader.ask(String.class))
        .withMessageContaining("Reader.ask was called by")
        .withMessageContaining("not a @Comp method");
    assertThatIllegalStateException()
        .isThrownBy(HandlersTest::asksReader)
        .withMessageContaining("HandlersTest.asksReader was called directly")
        .withMessageContaining("HandlersTestComps.asksReader(...)");
  }

  @Test
  void nullIsNoEffectAndNoHandler() {
    assertThatThrownBy(() -> HandlersTestComps.now().with(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("handler");
    assertThat(failure(HandlersTestComps.performsNull(null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("effect");
  }

  @Comp
  static Instant performsNull(Now now) {
    return Effects.perform(now);
  }

  @Test
  void anOutputFunctionGetsTheResultAndTheLastState() {
    Computation<List<Object>> both =
        HandlersTestComps.incrementTwice()
            .with(State.of(Integer.class, 5), (result, state) -> List.of(result, state, "done"));
    Coroutine<List<Object>> coroutine = Coroutine.of(both);
    coroutine.run();
    assertThat(coroutine.run(null)).isEqualTo(new Step.Completed<>(List.of(7, 7, "done")));
  }
}
