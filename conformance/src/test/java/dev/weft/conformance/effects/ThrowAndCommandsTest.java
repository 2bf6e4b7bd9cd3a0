package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Step;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Command;
import dev.weft.effects.Commands;
import dev.weft.effects.RaisedException;
import dev.weft.effects.Reader;
import dev.weft.effects.Throw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is raised and caught, and who does commands: as steppers and as originals. */
class ThrowAndCommandsTest {

  record OutOfStock(String item) {}

  record Load(int id) implements Command<String> {}

  record Store(String text) implements Command<Integer> {}

  record Root(int n) implements Effect<Integer> {}

  /** Fails in the way that it is told to. */
  @Comp
  static String fails(Object how) throws IOException {
    String answer = Yield.yield("really?");
    if (how instanceof IOException checked) {
      throw checked;
    }
    if (how instanceof String) {
      return how + answer;
    }
    throw Throw.raise(how);
  }

  @Comp
  static String catching(Object how) {
    return "<"
        + Throw.catching(
            ThrowAndCommandsTestComps.fails(how), OutOfStock.class, missing -> missing.item())
        + ">";
  }

  @Comp
  static String catchingExceptions(Object how) {
    return Throw.catching(
        ThrowAndCommandsTestComps.fails(how), IOException.class, error -> error.getMessage());
  }

  @Comp
  static String catchingWith(Object how) {
    return Throw.catchingWith(
        ThrowAndCommandsTestComps.fails(how),
        OutOfStock.class,
        missing -> ThrowAndCommandsTestComps.other(missing));
  }

  @Comp
  static String other(OutOfStock missing) {
    return Yield.<String>yield("instead of " + missing.item());
  }

  private static Ways<String> catchingWays(Object how) {
    return Ways.of(ThrowAndCommandsTestComps.catching(how), () -> catching(how));
  }

  private static Ways<String> exceptionWays(Object how) {
    return Ways.of(
        ThrowAndCommandsTestComps.catchingExceptions(how), () -> catchingExceptions(how));
  }

  @Test
  void aValueIsCaughtByItsType() {
    catchingWays(new OutOfStock("tea")).yieldsAndReturns(List.of("really?"), "<tea>");
  }

  @Test
  void whatDoesNotFailIsLeftAlone() {
    catchingWays("fine ").yieldsAndReturns(List.of("really?"), "<fine really?!>");
  }

  @Test
  void aValueOfAnotherTypePassesThrough() {
    catchingWays(42)
        .failsAnswered(
            "yes",
            error -> {
              assertThat(error).isInstanceOf(RaisedException.class);
              assertThat(((RaisedException) error).value()).isEqualTo(42);
            });
  }

  @Test
  void aPlainExceptionIsCaughtByItsTypeAndAnyOtherPassesThrough() {
    exceptionWays(new IOException("down")).yieldsAndReturns(List.of("really?"), "down");
    IllegalStateException other = new IllegalStateException("other");
    exceptionWays(other).failsAnswered("yes", error -> assertThat(error).isSameAs(other));
    exceptionWays(new OutOfStock("tea"))
        .failsAnswered("yes", error -> assertThat(error).isInstanceOf(RaisedException.class));
  }

  @Test
  void whatIsRaisedAtASuspensionOfThePartIsCaughtToo() {
    Computation<String> computation = ThrowAndCommandsTestComps.catchingExceptions("fine ");
    Coroutine<String> coroutine = Coroutine.of(computation);
    coroutine.run();
    assertThat(coroutine.raise(new IOException("from outside")))
        .isEqualTo(new Step.Completed<>("from outside"));
  }

  @Test
  void anotherComputationMayGiveTheResult() {
    Object tea = new OutOfStock("tea");
    Ways.of(ThrowAndCommandsTestComps.catchingWith(tea), () -> catchingWith(tea))
        .yieldsAndReturns(List.of("really?", "instead of tea"), "instead of tea!");
  }

  @Test
  void aCancellationIsNotCaught() {
    Coroutine<String> coroutine = Coroutine.of(ThrowAndCommandsTestComps.catchingAll());
    coroutine.run();
    assertThat(coroutine.cancel("why")).isEqualTo(new Step.Cancelled<>("why"));
  }

  @Comp
  static String catchingAll() {
    return Throw.catching(
        ThrowAndCommandsTestComps.fails("fine "), Throwable.class, error -> "caught");
  }

  @Test
  void nullCannotBeRaised() {
    assertThatThrownBy(() -> Throw.raise(null)).isInstanceOf(NullPointerException.class);
  }

  @Comp
  static String rootOf(int n) {
    try {
      return "root " + Effects.perform(new Root(n));
    } catch (IllegalArgumentException e) {
      return "caught " + e.getMessage();
    }
  }

  @Test
  void whatAHandlersFunctionThrowsIsThrownWhereTheEffectWasPerformed() {
    Handler roots =
        Handler.of(
            Root.class,
            root -> {
              if (root.n() < 0) {
                throw new IllegalArgumentException("root of " + root.n());
              }
              return (int) Math.sqrt(root.n());
            });
    Ways.of(ThrowAndCommandsTestComps.rootOf(9), () -> rootOf(9))
        .with(c -> c.with(roots))
        .returns("root 3");
    Ways.of(ThrowAndCommandsTestComps.rootOf(-1), () -> rootOf(-1))
        .with(c -> c.with(roots))
        .returns("caught root of -1");
  }

  @Comp
  static String commands() {
    int length = Command.execute(new Store(Command.execute(new Load(5))));
    return Command.execute(new Load(length)) + ".";
  }

  @Comp
  static int stored(Store store) {
    String where = Yield.yield("store " + store.text() + " where?");
    return Reader.ask(Integer.class) + where.length();
  }

  private static Ways<String> commandWays() {
    return Ways.of(ThrowAndCommandsTestComps.commands(), () -> commands());
  }

  @Test
  void commandsAreDoneByTheirFunctions() {
    List<String> stored = new ArrayList<>();
    commandWays()
        .with(
            c ->
                c.with(
                    Commands.none()
                        .on(Load.class, load -> "user " + load.id())
                        .on(
                            Store.class,
                            store -> {
                              stored.add(store.text());
                              return store.text().length();
                            })))
        .returns("user 6.");
    assertThat(stored).containsExactly("user 5", "user 5");
  }

  @Test
  void commandsThatAreNotInTheTableGoOutward() {
    Commands inner = Commands.none().on(Load.class, load -> "inner " + load.id());
    Commands outer =
        Commands.none()
            .on(Load.class, load -> "outer " + load.id())
            .on(Store.class, store -> store.text().length());
    commandWays().with(c -> c.with(inner).with(outer)).returns("inner 7.");
    commandWays().with(c -> c.with(Commands.none()).with(outer)).returns("outer 7.");
    commandWays()
        .with(c -> c.with(inner).with(Commands.none()))
        .fails(
            error ->
                assertThat(error)
                    .isInstanceOf(UnhandledEffectException.class)
                    .hasMessageContaining(Store.class.getTypeName())
                    .hasMessageContaining("Commands[Load], Commands[]"));
  }

  @Test
  void aCommandThatIsAComputationFindsTheHandlersOutsideOfTheTable() {
    commandWays()
        .with(
            c ->
                c.with(Reader.of(Integer.class, -1))
                    .with(
                        Commands.none()
                            .on(Load.class, load -> "user " + load.id())
                            .running(Store.class, ThrowAndCommandsTestComps::stored))
                    .with(Reader.of(Integer.class, 100)))
        .yieldsAndReturns(List.of("store user 5 where?"), "user 120.");
  }

  @Test
  void anAdditionLeavesTheTableAsItWasAndReplacesAnOlderFunction() {
    Commands first = Commands.none().on(Load.class, load -> "first").on(Store.class, store -> 0);
    Commands second = first.on(Load.class, load -> "second");
    commandWays().with(c -> c.with(first)).returns("first.");
    commandWays().with(c -> c.with(second)).returns("second.");
  }
}
