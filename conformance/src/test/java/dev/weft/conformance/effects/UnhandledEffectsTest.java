package dev.weft.conformance.effects;

import static dev.weft.conformance.effects.SourceLines.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Clock;
import dev.weft.effects.Command;
import dev.weft.effects.Fresh;
import dev.weft.effects.Random;
import dev.weft.effects.Reader;
import dev.weft.effects.ReaderComps;
import dev.weft.effects.State;
import dev.weft.effects.Throw;
import dev.weft.effects.Writer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An effect that nobody answers: the error names it, the line of this very file, the handlers. */
class UnhandledEffectsTest {

  record Now() implements Effect<Long> {}

  record Load(int id) implements Command<String> {}

  private static <T> void assertNames(Ways<T> ways, String method, String comment)
      throws IOException {
    String place = place(UnhandledEffectsTest.class, method, comment);
    ways.fails(
        error -> {
          assertThat(error)
              .isInstanceOf(UnhandledEffectException.class)
              .hasMessageContaining(", performed at " + place + ":");
          assertThat(error.getStackTrace())
              .extracting(element -> element.toString().replace("caller//", ""))
              .anySatisfy(element -> assertThat(element).endsWith(place));
        });
  }

  /** The innermost element is the place too. */
  private static <T> void assertNamesFirst(Ways<T> ways, String method, String comment)
      throws IOException {
    assertNames(ways, method, comment);
    String place = place(UnhandledEffectsTest.class, method, comment);
    ways.fails(error -> assertThat(error.getStackTrace()[0]).hasToString(place));
  }

  @Comp
  static long now() {
    long before = System.nanoTime();
    return before
        + Effects.perform(new Now()) // the first
        + Effects.perform(new Now());
  }

  @Test
  void itIsTheLineOfTheEffect() throws Exception {
    Ways<Long> ways = Ways.of(UnhandledEffectsTestComps.now(), () -> now());
    assertNamesFirst(ways, "now", "the first");
    Handler other = Handler.of(Load.class, load -> "");
    ways.with(c -> c.with(Reader.of(String.class, "")).with(State.of(Long.class, 1L)).with(other))
        .fails(
            error ->
                assertThat(error)
                    .hasMessageContaining(
                        "answers the effect " + Now.class.getTypeName() + ", performed")
                    .hasMessageContaining(
                        "Reader[String], State[Long], Handler[" + Load.class.getTypeName() + "]"));
  }

  @Comp
  static String delegates() {
    String found = "";
    while (found.isEmpty()) {
      found += Yield.<String>yield("again?") + now(); // the call
    }
    return found;
  }

  @Test
  void inAMethodThatIsCalledItIsTheLineInThatMethod() throws Exception {
    String place = place(UnhandledEffectsTest.class, "now", "the first");
    String call = place(UnhandledEffectsTest.class, "delegates", "the call");
    Ways.of(UnhandledEffectsTestComps.delegates(), () -> delegates())
        .failsAnswered(
            "",
            error -> {
              assertThat(error).hasMessageContaining(place);
              assertThat(error.getStackTrace()[0]).hasToString(place);
              assertThat(error.getStackTrace()[1].toString()).endsWith(call);
            });
  }

  @Comp
  static String catches() {
    try {
      return "" + Effects.perform(new Now()); // caught
    } catch (UnhandledEffectException e) {
      return e.getMessage();
    }
  }

  @Test
  void whereItIsCaughtInTheMethodTheMessageIsTheSame() throws Exception {
    Ways.of(UnhandledEffectsTestComps.catches(), () -> catches())
        .returns(
            "No handler answers the effect "
                + Now.class.getTypeName()
                + ", performed at "
                + place(UnhandledEffectsTest.class, "catches", "caught")
                + ": no handler is installed. Add one to the computation, by with(Handler)");
  }

  @Test
  void aRunnerTellsItToo() throws Exception {
    String place = place(UnhandledEffectsTest.class, "now", "the first");
    for (Computation<Long> way :
        Ways.of(UnhandledEffectsTestComps.now(), () -> now()).byName().values()) {
      Step<Long> step = AsyncCoroutine.runSync(way, "tag").step();
      assertThat(((Step.Thrown<Long>) step).error()).hasMessageContaining(place);
    }
  }

  @Comp
  static String library(String what) {
    return switch (what) {
      case "reader" -> "" + Reader.ask(Integer.class); // reader
      case "state" -> "" + State.get(Integer.class); // state
      case "command" -> Command.execute(new Load(1)); // command
      case "fresh" -> "" + Fresh.number(); // fresh
      case "random" -> "" + Random.nextInt(5); // random
      case "clock" -> "" + Clock.now(); // clock
      case "local" -> Reader.local(String.class, s -> s, UnhandledEffectsTestComps.fine()); // local
      case "part" -> Effects.call(ReaderComps.ask(String.class)); // part
      case "with" -> Effects.call(asking().with(Clock.system())); // with
      case "catching" -> Throw.catching(asking(), Void.class, v -> ""); // catching
      case "listen" -> Writer.listen(String.class, UnhandledEffectsTestComps.tells()).result();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static Computation<String> asking() {
    return ReaderComps.ask(String.class);
  }

  @Comp
  static String fine() {
    return "fine";
  }

  @Comp
  static String tells() {
    Writer.tell(String.class, "entry"); // listen
    return "told";
  }

  private static Ways<String> libraryWays(String what) {
    return Ways.of(UnhandledEffectsTestComps.library(what), () -> library(what));
  }

  @Test
  void ofTheLibrarysEffectsItIsTheLineThatAsksForThem() throws Exception {
    for (String what : new String[] {"reader", "state", "command", "fresh", "random", "clock"}) {
      assertNames(libraryWays(what), "library", what);
    }
  }

  @Test
  void ofAPartWithoutLinesItIsTheLineThatCallsThePart() throws Exception {
    for (String what : new String[] {"local", "part", "with", "catching"}) {
      assertNames(libraryWays(what), "library", what);
    }
    assertNames(libraryWays("listen"), "tells", "listen");
  }

  @Comp
  static String outer(Handler handler) {
    return Effects.call(UnhandledEffectsTestComps.nowText().with(handler));
  }

  @Comp
  static String nowText() {
    return Effects.perform(new Now()) + ""; // text
  }

  @Comp
  static long inPlace(Now now) {
    return Reader.ask(Long.class); // in place
  }

  @Test
  void inPlaceOfAnotherEffectItIsTheLineInTheComputationThere() throws Exception {
    Handler running = Handler.running(Now.class, UnhandledEffectsTestComps::inPlace);
    Ways<String> ways =
        Ways.of(UnhandledEffectsTestComps.outer(running), () -> outer(running))
            .with(c -> c.with(Reader.of(String.class, "")));
    assertNames(ways, "inPlace", "in place");
    ways.fails(
        error -> assertThat(error).hasMessageContaining("innermost first, Reader[String]. Add"));
  }

  @Test
  void whatPausedBeforeNamesTheLineToo() throws Exception {
    String place = place(UnhandledEffectsTest.class, "now", "the first");
    Runner<String> runner =
        AsyncCoroutine.runSync(UnhandledEffectsTestComps.delegates(), "tag").runner();
    assertThat(runner.step()).contains(new Step.Suspended<>("again?", Map.of(), 1));
    Step<String> end = runner.resumeSync("");
    assertThat(((Step.Thrown<String>) end).error()).hasMessageContaining(place);
  }
}
