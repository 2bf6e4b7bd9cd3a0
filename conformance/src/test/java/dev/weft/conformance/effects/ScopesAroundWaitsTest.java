package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Mailbox;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers see while a computation waits for a future, or sleeps. */
@Timeout(60)
class ScopesAroundWaitsTest {
  private final List<String> log = new ArrayList<>();
  private final CompletableFuture<String> future = new CompletableFuture<>();
  private final Mailbox mailbox = new Mailbox();

  @Comp
  static String awaits(CompletionStage<String> stage, List<String> log) {
    try {
      String got = Await.await(stage);
      log.add("got " + got);
      return got + Yield.<String>yield("q");
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static String sleeps(List<String> log) {
    Sleep.sleep(Duration.ofMillis(1));
    log.add("slept");
    return Yield.yield("q");
  }

  private Computation<String> awaits(boolean isBlocking) {
    Computation<String> alone =
        isBlocking
            ? Blocking.of(() -> awaits(future, log))
            : ScopesAroundWaitsTestComps.awaits(future, log);
    return recorded(alone);
  }

  private Computation<String> recorded(Computation<String> alone) {
    return alone.with(new Recording("inner", log)).with(new Recording("outer", log));
  }

  private Step<?> received() throws InterruptedException {
    return mailbox.receive(Duration.ofSeconds(20)).map(Message::step).orElseThrow();
  }

  /** Until the runner listens to the stage. */
  private void untilItWaits() throws InterruptedException {
    while (future.getNumberOfDependents() == 0) {
      Thread.sleep(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofWhatARunnerWaitsForTheyAreToldNothing(boolean isBlocking) throws Exception {
    Runner<String> runner = AsyncCoroutine.run(awaits(isBlocking), "tag", mailbox);
    untilItWaits();
    assertThat(log).containsExactly("outer entered", "inner entered");
    future.complete("it");
    assertThat(received())
        .isEqualTo(new Step.Suspended<>("q", Map.of("inner", 1, "outer", 2, "last", "outer"), 1));
    runner.resume("!");
    assertThat(received()).isEqualTo(new Step.Completed<>("it!"));
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "got it",
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "finally",
            "inner exited Completed[value=it!]",
            "outer exited Completed[value=it!]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancellingWhatWaitsExitsEachOnce(boolean isBlocking) throws Exception {
    Runner<String> runner = AsyncCoroutine.run(awaits(isBlocking), "tag", mailbox);
    untilItWaits();
    assertThat(runner.cancel("enough")).isTrue();
    assertThat(received()).isEqualTo(new Step.Cancelled<>("enough"));
    assertThat(future).isCancelled();
    assertThat(mailbox.receive(Duration.ofMillis(20))).isEmpty();
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "finally",
            "inner exited Cancelled[reason=enough]",
            "outer exited Cancelled[reason=enough]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStageThatFailsExitsEachOnce(boolean isBlocking) throws Exception {
    AsyncCoroutine.run(awaits(isBlocking), "tag", mailbox);
    untilItWaits();
    IOException error = new IOException("down");
    future.completeExceptionally(error);
    assertThat(received()).isEqualTo(new Step.Thrown<>(error));
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "finally",
            "inner exited Thrown[error=" + error + "]",
            "outer exited Thrown[error=" + error + "]");
  }

  @Test
  void ofASleepingRunnerTheyAreToldNothing() throws Exception {
    AsyncCoroutine.run(recorded(ScopesAroundWaitsTestComps.sleeps(log)), "tag", mailbox);
    received();
    assertThat(log)
        .containsExactly(
            "outer entered", "inner entered", "slept", "inner suspended", "outer suspended");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void toABareCoroutineItIsASuspensionAsAnyOther(boolean isBlocking) {
    Coroutine<String> coroutine = Coroutine.of(awaits(isBlocking));
    Step.Suspended<String> step = (Step.Suspended<String>) coroutine.run();
    assertThat(step.value()).isInstanceOf(Await.class);
    assertThat(step.data()).isEqualTo(Map.of("inner", 1, "outer", 2, "last", "outer"));
    coroutine.run("it");
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "inner suspended",
            "outer suspended",
            "outer resumed",
            "inner resumed",
            "got it",
            "inner suspended",
            "outer suspended");
  }

  @Test
  void anExecutorThatRejectsTheWayOnExitsEachOnce() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    AsyncCoroutine.run(awaits(false), "tag", mailbox, RunOptions.defaults().executor(executor));
    untilItWaits();
    executor.shutdown();
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    future.complete("late");
    Throwable error = ((Step.Thrown<?>) received()).error();
    assertThat(error).isInstanceOf(RejectedExecutionException.class);
    assertThat(log)
        .containsExactly(
            "outer entered",
            "inner entered",
            "finally",
            "inner exited Cancelled[reason=" + error + "]",
            "outer exited Cancelled[reason=" + error + "]");
  }

  @Test
  void aCancelThatRacesWithTheStageExitsEachOnce() throws Exception {
    ExecutorService foreign = Executors.newSingleThreadExecutor();
    for (int round = 0; round < 2_000; round++) {
      List<String> own = new ArrayList<>();
      CompletableFuture<String> stage = new CompletableFuture<>();
      Computation<String> computation =
          ScopesAroundWaitsTestComps.awaits(stage, own)
              .with(new Recording("inner", own))
              .with(new Recording("outer", own));
      Runner<String> runner = AsyncCoroutine.run(computation, round, message -> {});
      foreign.execute(() -> stage.complete("it"));
      runner.cancel("race");
      try {
        runner.completion().get(20, TimeUnit.SECONDS);
      } catch (CancellationException e) {
        // It can't complete: nobody answers what it asks.
      }
      assertThat(runner.step()).contains(new Step.Cancelled<>("race"));
      if (own.contains("outer entered")) {
        assertThat(own)
            .containsOnlyOnce("finally")
            .containsOnlyOnce("inner exited Cancelled[reason=race]")
            .endsWith("inner exited Cancelled[reason=race]", "outer exited Cancelled[reason=race]");
      } else {
        assertThat(own).isEmpty();
      }
    }
    foreign.shutdown();
  }
}
