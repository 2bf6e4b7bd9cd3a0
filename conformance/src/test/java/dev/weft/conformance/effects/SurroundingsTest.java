package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effects;
import dev.weft.Step;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Key;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import dev.weft.effects.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers, states and writers: what they give, as steppers and as originals. */
class SurroundingsTest {
  private static final Key<String> FIRST = Key.of("key");
  private static final Key<String> SECOND = Key.of("key");

  @Comp
  static String asks() {
    return Reader.ask(String.class) + Yield.yield("between") + Reader.ask(String.class);
  }

  @Comp
  static String local() {
    String inside = Reader.local(String.class, s -> s + ".inner", SurroundingsTestComps.asks());
    return inside + " " + Reader.ask(String.class);
  }

  @Comp
  static String localInLocal() {
    return Reader.local(String.class, s -> s + ".local", SurroundingsTestComps.local());
  }

  @Test
  void aLocalValueIsForThePartAlone() {
    Ways<String> ways = Ways.of(SurroundingsTestComps.local(), () -> local());
    ways.with(c -> c.with(Reader.of(String.class, "outer")))
        .yieldsAndReturns(List.of("between"), "outer.innerbetween!outer.inner outer");
  }

  @Test
  void localValuesAreMadeOfLocalValues() {
    Ways<String> ways = Ways.of(SurroundingsTestComps.localInLocal(), () -> localInLocal());
    ways.with(c -> c.with(Reader.of(String.class, "a")))
        .yieldsAndReturns(List.of("between"), "a.local.innerbetween!a.local.inner a.local");
  }

  @Test
  void aLocalValueOfNothingIsUnhandled() {
    Ways.of(SurroundingsTestComps.local(), () -> local())
        .with(c -> c.with(Reader.of(Integer.class, 1)))
        .fails(error -> assertThat(error).isInstanceOf(UnhandledEffectException.class));
  }

  @Comp
  static String asksByKey() {
    String local =
        Reader.local(FIRST, s -> s + "'", SurroundingsTestComps.both(Reader.ask(String.class)));
    return local + " " + Reader.ask(FIRST);
  }

  @Comp
  static String both(String start) {
    return start + Reader.ask(FIRST) + Reader.ask(SECOND);
  }

  @Test
  void readersAreToldApartByClassAndKey() {
    Ways<String> ways = Ways.of(SurroundingsTestComps.asksByKey(), () -> asksByKey());
    ways.with(
            c ->
                c.with(Reader.of(FIRST, "1"))
                    .with(Reader.of(CharSequence.class, "not of this very class"))
                    .with(Reader.of(String.class, "c"))
                    .with(Reader.of(SECOND, "2"))
                    .with(Reader.of(SECOND, "not the nearest")))
        .returns("c1'2 1");
  }

  @Comp
  static List<Object> states() {
    State.put(String.class, "put");
    Yield.emit("a");
    State.put(FIRST, State.get(FIRST) + State.get(String.class));
    Yield.emit("b");
    String changed = State.modify(SECOND, s -> s + "+");
    return List.of(changed, State.get(String.class), State.get(FIRST), State.get(SECOND));
  }

  @Test
  void statesAreToldApartAndKeepWhatWasPut() {
    Ways<List<Object>> ways = Ways.of(SurroundingsTestComps.states(), () -> states());
    ways.with(
            c ->
                c.with(State.of(String.class, "initial"))
                    .with(State.of(FIRST, "first "))
                    .with(
                        State.of(SECOND, "second"),
                        (result, state) -> List.of(result, "output " + state)))
        .yieldsAndReturns(
            List.of("a", "b"),
            List.of(List.of("second+", "put", "first put", "second+"), "output second+"));
  }

  @Comp
  static String nearest() {
    String inside =
        Effects.call(SurroundingsTestComps.puts("inside").with(State.of(String.class, "new")));
    return inside + " " + State.get(String.class);
  }

  @Comp
  static String puts(String value) {
    String before = State.get(String.class);
    State.put(String.class, value);
    return before + " " + State.get(String.class);
  }

  @Test
  void theNearestStateOfAClassIsPut() {
    Ways.of(SurroundingsTestComps.nearest(), () -> nearest())
        .with(c -> c.with(State.of(String.class, "outside")))
        .returns("new inside outside");
  }

  @Comp
  static String nothing(boolean isPut) {
    if (isPut) {
      State.put(String.class, null);
      return "put";
    }
    return State.modify(String.class, s -> null);
  }

  @Test
  void aStateIsNeverNull() {
    Ways.of(SurroundingsTestComps.nothing(true), () -> nothing(true))
        .with(c -> c.with(State.of(String.class, "initial")))
        .fails(error -> assertThat(error).isInstanceOf(NullPointerException.class));
    Ways.of(SurroundingsTestComps.nothing(false), () -> nothing(false))
        .with(c -> c.with(State.of(String.class, "initial")))
        .fails(
            error ->
                assertThat(error)
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("a state can't be null"));
  }

  @Comp
  static String listens() {
    Writer.tell(String.class, "before");
    Writer.tell(FIRST, "first");
    Writer.Heard<String, String> heard =
        Writer.listen(String.class, SurroundingsTestComps.tells("x"));
    Writer.tell(String.class, "after");
    return heard.result() + heard.entries();
  }

  @Comp
  static String tells(String what) {
    Writer.tell(String.class, what + 1);
    String answer = Yield.yield(what);
    Writer.tell(FIRST, "not heard");
    Writer.tell(String.class, what + answer);
    return "result";
  }

  @Test
  void whatIsListenedToIsInTheLogAsWell() {
    Ways<String> ways = Ways.of(SurroundingsTestComps.listens(), () -> listens());
    ways.with(
            c ->
                c.with(Writer.of(String.class), (result, log) -> result + " " + log)
                    .with(Writer.of(FIRST), (result, log) -> result + " " + log))
        .yieldsAndReturns(
            List.of("x"), "result[x1, xx!] [before, x1, xx!, after] [first, not heard]");
  }

  @Comp
  static String listensByKey() {
    Writer.Heard<String, String> heard = Writer.listen(FIRST, SurroundingsTestComps.listensTwice());
    return heard.result() + heard.entries();
  }

  @Comp
  static String listensTwice() {
    Writer.tell(FIRST, "a");
    Writer.tell(SECOND, "b");
    return "" + Writer.listen(FIRST, SurroundingsTestComps.tellsOnce()).entries();
  }

  @Comp
  static String tellsOnce() {
    Writer.tell(FIRST, "c");
    return "";
  }

  @Test
  void listenersMayBeNestedAndHaveKeys() {
    Ways<String> ways = Ways.of(SurroundingsTestComps.listensByKey(), () -> listensByKey());
    ways.with(
            c ->
                c.with(Writer.of(FIRST), (result, log) -> result + " " + log)
                    .with(Writer.of(SECOND), (result, log) -> result + " " + log))
        .returns("[c][a, c] [a, c] [b]");
  }

  @Test
  void addingAHandlerLeavesTheComputationAsItWas() {
    Computation<String> plain = SurroundingsTestComps.both("");
    Computation<String> full = plain.with(Reader.of(FIRST, "1")).with(Reader.of(SECOND, "2"));
    assertThat(Coroutine.of(full).run()).isEqualTo(new Step.Completed<>("12"));
    assertThat(((Step.Thrown<String>) Coroutine.of(plain).run()).error())
        .hasMessageContaining("no handler is installed");
  }
}
