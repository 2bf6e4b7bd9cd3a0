package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Blocking;
import dev.weft.Caller;
import dev.weft.CallerScope;
import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Mailbox;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers see of a computation that has a runner: the same, and one exit. */
@Timeout(60)
class ScopesOfRunnersTest {
  private final List<String> log = new ArrayList<>();
  private final Recording inner = new Recording("inner", log);
  private final Recording outer = new Recording("outer", log);
  private final Mailbox mailbox = new Mailbox();

  record Stop() implements Effect<String> {}

  @Comp
  static String asks(List<String> log) {
    try {
      return Yield.<String>yield("q") + Yield.<String>yield("r");
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static String stops(List<String> log) {
    try {
      return Effects.perform(new Stop()) + Yield.<String>yield("never told");
    } finally {
      log.add("finally");
    }
  }

  /** As a stepper, and as the original on a thread of its own, with two handlers. */
  private Computation<String> asks(boolean isBlocking) {
    Computation<String> alone =
        isBlocking ? Blocking.of(() -> asks(log)) : ScopesOfRunnersTestComps.asks(log);
    return alone.with(inner).with(outer);
  }

  private Step<?> received() throws InterruptedException {
    return mailbox.receive(Duration.ofSeconds(20)).map(Message::step).orElseThrow();
  }

  /** The runner has ended, and nobody is told anything more. */
  private void assertEnds(Step<?> end) throws InterruptedException {
    assertThat(received()).isEqualTo(end);
    assertThat(mailbox.receive(Duration.ofMillis(20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void completingExitsEachOnceBeforeTheCallerIsTold(boolean isBlocking) throws Exception {
    List<String> logAtTheEnd = new ArrayList<>();
    Runner<String> runner =
        AsyncCoroutine.run(
            asks(isBlocking),
            "tag",
            message -> {
              if (message.step().isTerminal()) {
                logAtTheEnd.addAll(log);
              }
              mailbox.receive(message);
            });
    received();
    runner.resume("a");
    received();
    runner.resume("b");
    assertEnds(new Step.Completed<>("ab"));
    assertThat(log)
        .isEqualTo(logAtTheEnd)
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
  void failingExitsEachOnce(boolean isBlocking) throws Exception {
    Runner<String> runner = AsyncCoroutine.run(asks(isBlocking), "tag", mailbox);
    received();
    RuntimeException error = new RuntimeException("no");
    runner.raise(error);
    assertEnds(new Step.Thrown<>(error));
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
  void cancellingASuspendedOneExitsEachOnce(boolean isBlocking) throws Exception {
    Runner<String> runner = AsyncCoroutine.run(asks(isBlocking), "tag", mailbox);
    received();
    assertThat(runner.cancel("why")).isTrue();
    assertThat(runner.cancel("again")).isFalse();
    assertEnds(new Step.Cancelled<>("why"));
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "finally", "inner exited Cancelled[reason=why]", "outer exited Cancelled[reason=why]");
  }

  @Test
  void closingTheCallersScopeExitsEachOnce() throws Exception {
    CallerScope scope = Caller.closeable(mailbox);
    AsyncCoroutine.run(asks(false), "tag", scope);
    received();
    scope.close();
    assertEnds(new Step.Cancelled<>("cancelled"));
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "finally",
            "inner exited Cancelled[reason=cancelled]",
            "outer exited Cancelled[reason=cancelled]");
  }

  @Test
  void oneThatHasNotStartedEntersAndExitsNone() throws Exception {
    List<Runnable> kept = new ArrayList<>();
    Runner<String> runner =
        AsyncCoroutine.run(asks(false), "tag", mailbox, RunOptions.defaults().executor(kept::add));
    runner.cancel("early");
    kept.forEach(Runnable::run);
    assertEnds(new Step.Cancelled<>("early"));
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSuspensionThatACancelComesBeforeIsSeenButHasNoResume(boolean isBlocking) throws Exception {
    AtomicReference<Runner<String>> runner = new AtomicReference<>();
    Computation<String> alone =
        isBlocking ? Blocking.of(() -> stops(log)) : ScopesOfRunnersTestComps.stops(log);
    List<Runnable> kept = new ArrayList<>();
    runner.set(
        AsyncCoroutine.run(
            alone
                .with(inner)
                .with(Handler.of(Stop.class, stop -> "" + runner.get().cancel("inside")))
                .with(outer),
            "tag",
            mailbox,
            RunOptions.defaults().executor(kept::add)));
    kept.forEach(Runnable::run);
    assertEnds(new Step.Cancelled<>("inside"));
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "inner suspended",
            "outer suspended",
            "finally",
            "inner exited Cancelled[reason=inside]",
            "outer exited Cancelled[reason=inside]");
  }

  @Test
  void anExecutorThatRejectsTheWayOnIsACancellationToHandlers() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Runner<String> runner =
        AsyncCoroutine.run(asks(false), "tag", mailbox, RunOptions.defaults().executor(executor));
    received();
    executor.shutdown();
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    runner.resume("a");
    Throwable error = ((Step.Thrown<?>) received()).error();
    assertThat(error).isInstanceOf(RejectedExecutionException.class);
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "finally",
            "inner exited Cancelled[reason=" + error + "]",
            "outer exited Cancelled[reason=" + error + "]");
  }

  @Test
  void theOthersAreLeftWhenOneFailsToExit() throws Exception {
    Recording middle = new Recording("middle", log).failingAt("exited");
    Computation<String> computation =
        ScopesOfRunnersTestComps.asks(log).with(inner).with(middle).with(outer);
    Runner<String> runner = AsyncCoroutine.run(computation, "tag", mailbox);
    received();
    runner.cancel("why");
    assertThat(((Step.Thrown<?>) received()).error()).hasMessage("middle failed: exited");
    assertThat(log.subList(6, log.size()))
        .containsExactly(
            "finally",
            "inner exited Cancelled[reason=why]",
            "middle exited Cancelled[reason=why]",
            "outer exited Thrown[error=java.lang.IllegalStateException: middle failed: exited]");
  }

  @Test
  void oneThatFailsAtASuspensionFailsTheComputationThereAndNobodyIsTold() throws Exception {
    Computation<String> computation =
        ScopesOfRunnersTestComps.asks(log).with(inner.failingAt("suspended")).with(outer);
    AsyncCoroutine.run(computation, "tag", mailbox);
    Step<?> end = received();
    assertThat(((Step.Thrown<?>) end).error()).hasMessage("inner failed: suspended");
    assertThat(log.subList(2, log.size()))
        .containsExactly(
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "finally",
            "inner exited " + end,
            "outer exited " + end);
  }

  @Test
  void whatTheyAddIsInEachStep() throws Exception {
    Map<String, Object> data = Map.of("inner", 1, "outer", 2, "last", "outer");
    Runner<String> runner =
        AsyncCoroutine.runSync(asks(false), "tag", RunOptions.defaults().caller(mailbox)).runner();
    assertThat(runner.step()).contains(new Step.Suspended<>("q", data, 1));
    assertThat(runner.resumeSync("a")).isEqualTo(new Step.Suspended<>("r", data, 2));
    assertThat(runner.step()).contains(new Step.Suspended<>("r", data, 2));
  }

  @Test
  void aCancelThatRacesWithAnAnswerExitsEachOnce() throws Exception {
    ExecutorService foreign = Executors.newSingleThreadExecutor();
    for (int round = 0; round < 2_000; round++) {
      List<String> own = new ArrayList<>();
      Computation<String> computation =
          ScopesOfRunnersTestComps.asks(own)
              .with(new Recording("inner", own))
              .with(new Recording("outer", own));
      Runner<String> runner = AsyncCoroutine.run(computation, round, message -> {});
      foreign.execute(
          () -> {
            runner.resume("a");
            runner.resume("b");
          });
      runner.cancel("race");
      try {
        runner.completion().get(20, TimeUnit.SECONDS);
      } catch (CancellationException e) {
        assertThat(own).allMatch(line -> !line.contains("Completed"));
      }
      List<String> exits = own.stream().filter(line -> line.contains("exited")).toList();
      assertThat(exits).hasSize(own.contains("outer entered") ? 2 : 0);
      if (!exits.isEmpty()) {
        assertThat(exits.get(0)).startsWith("inner");
        assertThat(own).containsOnlyOnce("finally").endsWith(exits.toArray(String[]::new));
      }
    }
    foreign.shutdown();
  }
}
