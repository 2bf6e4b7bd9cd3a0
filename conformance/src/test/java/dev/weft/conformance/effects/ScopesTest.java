package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers see of a run: entry, suspensions, resumes, and one exit. */
class ScopesTest {
  private final List<String> log = new ArrayList<>();
  private final Recording inner = new Recording("inner", log);
  private final Recording outer = new Recording("outer", log);

  @Comp
  static String asks(List<String> log) {
    try {
      return Yield.<String>yield("q") + Yield.<String>yield("r");
    } finally {
      log.add("finally");
    }
  }

  /** As a stepper, and as the original on a thread of its own. */
  private Computation<String> asks(boolean isBlocking) {
    return isBlocking ? Blocking.of(() -> asks(log)) : ScopesTestComps.asks(log);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void entryIsOutermostFirstAndTheRestInnermostFirst(boolean isBlocking) {
    Coroutine<String> coroutine = Coroutine.of(asks(isBlocking).with(inner).with(outer));
    coroutine.run();
    coroutine.run("a");
    assertThat(coroutine.run("b")).isEqualTo(new Step.Completed<>("ab"));
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "finally",
            "inner exited Completed[value=ab]",
            "outer exited Completed[value=ab]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureExitsEachOnce(boolean isBlocking) {
    Coroutine<String> coroutine = Coroutine.of(asks(isBlocking).with(inner).with(outer));
    coroutine.run();
    RuntimeException error = new RuntimeException("no");
    assertThat(coroutine.raise(error)).isEqualTo(new Step.Thrown<>(error));
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "outer resumed",
            "inner resumed",
            "finally",
            "inner exited Thrown[error=" + error + "]",
            "outer exited Thrown[error=" + error + "]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCancellationExitsEachOnceAfterTheBodysOwnCleanups(boolean isBlocking) {
    Coroutine<String> coroutine = Coroutine.of(asks(isBlocking).with(inner).with(outer));
    coroutine.run();
    assertThat(coroutine.cancel("why")).isEqualTo(new Step.Cancelled<>("why"));
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "finally", "inner exited Cancelled[reason=why]", "outer exited Cancelled[reason=why]");
  }

  @Test
  void theOthersAreLeftWhenOneFailsToExit() {
    Recording middle = new Recording("middle", log).failingAt("exited");
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner).with(middle).with(outer));
    coroutine.run();
    coroutine.run("a");
    Step<String> end = coroutine.run("b");
    assertThat(end).isInstanceOf(Step.Thrown.class);
    assertThat(log)
        .endsWith(
            "inner exited Completed[value=ab]",
            "middle exited Completed[value=ab]",
            "outer exited Thrown[error=java.lang.IllegalStateException: middle failed: exited]");
  }

  @Test
  void aFailingExitReplacesTheCancellation() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner.failingAt("exited")).with(outer));
    coroutine.run();
    assertThat(((Step.Thrown<String>) coroutine.cancel()).error())
        .hasMessage("inner failed: exited")
        .hasNoSuppressedExceptions();
    assertThat(log.get(log.size() - 1)).startsWith("outer exited Thrown");
  }

  @Test
  void aFailingExitKeepsTheFailureThatItReplaces() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner.failingAt("exited")));
    coroutine.run();
    RuntimeException first = new RuntimeException("first");
    assertThat(((Step.Thrown<String>) coroutine.raise(first)).error())
        .hasMessage("inner failed: exited")
        .hasSuppressedException(first);
  }

  @Test
  void whatFailsToOpenIsNotLeft() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner.failingAt("entered")).with(outer));
    assertThat(((Step.Thrown<String>) coroutine.run()).error()).hasMessage("inner failed: entered");
    assertThat(log)
        .hasSize(3)
        .endsWith(
            "outer exited Thrown[error=java.lang.IllegalStateException: inner failed: entered]");
  }

  @Test
  void whatIsCancelledBeforeItsStartRunsNoHandler() {
    Coroutine<String> coroutine = Coroutine.of(ScopesTestComps.asks(log).with(inner));
    assertThat(coroutine.cancel("early")).isEqualTo(new Step.Cancelled<>("early"));
    assertThat(log).isEmpty();
  }

  @Test
  void dataIsAddedInnermostFirstAndCannotBeModified() {
    Coroutine<String> coroutine = Coroutine.of(ScopesTestComps.asks(log).with(inner).with(outer));
    Step.Suspended<String> first = (Step.Suspended<String>) coroutine.run();
    assertThat(first.data()).isEqualTo(Map.of("inner", 1, "outer", 2, "last", "outer"));
    assertThatThrownBy(() -> first.data().put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    Step.Suspended<String> second = (Step.Suspended<String>) coroutine.run("a");
    assertThat(second.data()).isEqualTo(first.data());
  }

  @Test
  void aHandlerThatFailsAtASuspensionFailsTheComputationThere() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner.failingAt("suspended")).with(outer));
    assertThat(((Step.Thrown<String>) coroutine.run()).error())
        .hasMessage("inner failed: suspended");
    assertThat(log.subList(2, log.size() - 2))
        .containsExactly(
            "inner suspended", "outer suspended", "outer resumed", "inner resumed", "finally");
  }

  @Test
  void aHandlerThatFailsAtAResumeFailsTheComputationThere() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.asks(log).with(inner).with(outer.failingAt("resumed")));
    coroutine.run();
    assertThat(((Step.Thrown<String>) coroutine.run("a")).error())
        .hasMessage("outer failed: resumed");
    assertThat(log).contains("inner resumed", "finally");
  }

  @Comp
  static String part(List<String> log, Handler handler) {
    String before = Yield.yield("before");
    String within = Effects.call(ScopesTestComps.asks(log).with(handler));
    return before + within + Yield.yield("after");
  }

  @Test
  void aPartOfAComputationHasHandlersOfItsOwn() {
    Coroutine<String> coroutine = Coroutine.of(ScopesTestComps.part(log, inner).with(outer));
    coroutine.run();
    coroutine.run("1");
    assertThat(log).endsWith("inner entered", "inner suspended", "outer suspended");
    coroutine.run("2");
    coroutine.run("3");
    assertThat(log).endsWith("inner exited Completed[value=23]", "outer suspended");
    assertThat(coroutine.run("4")).isEqualTo(new Step.Completed<>("1234"));
  }

  @Comp
  static String recovers(List<String> log, Handler handler) {
    try {
      return Effects.call(ScopesTestComps.asks(log).with(handler));
    } catch (IllegalStateException e) {
      return e.getMessage() + Yield.yield("recovered");
    }
  }

  @Test
  void theFailureOfAPartsHandlerCanBeCaughtAroundThePart() {
    Coroutine<String> coroutine =
        Coroutine.of(ScopesTestComps.recovers(log, inner.failingAt("suspended")).with(outer));
    assertThat(coroutine.run()).isInstanceOf(Step.Suspended.class);
    assertThat(coroutine.run("!")).isEqualTo(new Step.Completed<>("inner failed: suspended!"));
  }

  @Comp
  static String returnsWhenCancelled() {
    try {
      return Yield.yield("q");
    } finally {
      if (Reader.ask(Boolean.class)) {
        Effects.call(ScopesTestComps.count().with(State.of(Integer.class, 5)));
      }
    }
  }

  @Comp
  static int count() {
    return State.modify(Integer.class, n -> n + 1);
  }

  @Test
  void effectsAreAnsweredWhileTheComputationIsCancelled() {
    Coroutine<String> coroutine =
        Coroutine.of(
            ScopesTestComps.returnsWhenCancelled()
                .with(inner)
                .with(Reader.of(Boolean.class, true)));
    coroutine.run();
    assertThat(coroutine.cancel("x")).isEqualTo(new Step.Cancelled<>("x"));
    assertThat(log).endsWith("inner exited Cancelled[reason=x]");
  }

  record Ask(String what) implements Effect<String> {}

  @Comp
  static String performs() {
    return Effects.perform(new Ask("it"));
  }

  @Comp
  static String answers(Ask ask) {
    return Reader.ask(String.class) + Yield.yield(ask.what());
  }

  @Test
  void whatRunsInPlaceOfAnEffectFindsOuterHandlersAndIsSeenByAll() {
    Computation<String> computation =
        ScopesTestComps.performs()
            .with(inner)
            .with(Reader.of(String.class, "wrong "))
            .with(Handler.running(Ask.class, ScopesTestComps::answers))
            .with(outer)
            .with(Reader.of(String.class, "right "));
    Coroutine<String> coroutine = Coroutine.of(computation);
    Step.Suspended<String> step = (Step.Suspended<String>) coroutine.run();
    assertThat(step.data()).containsKeys("inner", "outer");
    assertThat(coroutine.run("answer")).isEqualTo(new Step.Completed<>("right answer"));
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "inner exited Completed[value=right answer]",
            "outer exited Completed[value=right answer]");
  }

  @Test
  void cancellingWhatRunsInPlaceLeavesAllScopes() {
    Coroutine<String> coroutine =
        Coroutine.of(
            ScopesTestComps.performs()
                .with(inner)
                .with(Handler.running(Ask.class, ScopesTestComps::answers))
                .with(outer)
                .with(Reader.of(String.class, "right ")));
    coroutine.run();
    assertThat(coroutine.cancel("x")).isEqualTo(new Step.Cancelled<>("x"));
    assertThat(log)
        .endsWith("inner exited Cancelled[reason=x]", "outer exited Cancelled[reason=x]");
  }

  @Comp
  static int deep(int depth) {
    return depth == 0
        ? State.modify(Integer.class, n -> n + 1) + Yield.<Integer>yield("bottom")
        : Effects.call(ScopesTestComps.deep(depth - 1).with(Reader.of(Integer.class, depth))) + 1;
  }

  @Test
  void handlersMayBeNestedAsDeepAsOneLikes() {
    Coroutine<Integer> coroutine =
        Coroutine.of(ScopesTestComps.deep(20_000).with(State.of(Integer.class, 0)));
    coroutine.run();
    assertThat(coroutine.run(5)).isEqualTo(new Step.Completed<>(20_006));
  }
}
