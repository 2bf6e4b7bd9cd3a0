package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Blocking;
import dev.weft.Caller;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Lifecycle;
import dev.weft.Mailbox;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Started;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Reader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for stages: done already, foreign, failing, never complete, cancelled. */
@Timeout(60)
class AwaitTest {
  private static final Caller NOBODY = message -> {};

  private final CompletableFuture<String> future = new CompletableFuture<>();
  private final Mailbox mailbox = new Mailbox();

  @Comp
  static String awaits(CompletionStage<String> stage, List<String> log) {
    try {
      return "got " + Await.await(stage) + " on " + Thread.currentThread().getName();
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static String fetch(CompletionStage<String> stage) {
    return "got " + Await.await(stage);
  }

  @Comp
  static String dialogue(CompletionStage<String> first, CompletionStage<String> second) {
    String a = Await.await(first);
    String b = Yield.yield("between");
    return a + b + Await.await(second);
  }

  private Computation<String> fetch(boolean isBlocking) {
    return isBlocking ? Blocking.of(() -> fetch(future)) : AwaitTestComps.fetch(future);
  }

  private Step<?> received() throws InterruptedException {
    return mailbox.receive(Duration.ofSeconds(20)).map(Message::step).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCompleteStageCostsNoSuspension(boolean isBlocking) {
    future.complete("it");
    assertThat(Coroutine.of(fetch(isBlocking)).run()).isEqualTo(new Step.Completed<>("got it"));
  }

  @Test
  void aFailedStageThrowsItsCause() {
    IOException error = new IOException("down");
    future.completeExceptionally(error);
    assertThat(Coroutine.of(AwaitTestComps.fetch(future)).run())
        .isEqualTo(new Step.Thrown<>(error));
    assertThat(Coroutine.of(AwaitTestComps.fetch(future.thenApply(s -> s + "!"))).run())
        .isEqualTo(new Step.Thrown<>(error));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itGoesOnOnTheRunnersExecutorAndNobodyIsTold(boolean isBlocking) throws Exception {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "runners-own"));
    Computation<String> computation =
        isBlocking ? fetch(true) : AwaitTestComps.awaits(future, new ArrayList<>());
    Runner<String> runner =
        AsyncCoroutine.run(computation, "tag", mailbox, RunOptions.defaults().executor(executor));
    assertThat(mailbox.receive(Duration.ofMillis(50))).isEmpty();
    assertThat(runner.state()).isEqualTo(Lifecycle.RUNNING);
    assertThat(runner.step()).isEmpty();
    Thread foreign = new Thread(() -> future.complete("it"));
    foreign.start();
    Step<?> end = received();
    assertThat(end)
        .isEqualTo(new Step.Completed<>(isBlocking ? "got it" : "got it on runners-own"));
    executor.shutdown();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStageThatFailsLaterThrowsItsCause(boolean isBlocking) throws Exception {
    AsyncCoroutine.run(fetch(isBlocking), "tag", mailbox);
    IOException error = new IOException("down");
    future.completeExceptionally(new CompletionException(new CompletionException(error)));
    assertThat(received()).isEqualTo(new Step.Thrown<>(error));
  }

  @Test
  void cancellingTheRunnerCancelsTheFutureAndLeavesTheBody() throws Exception {
    List<String> log = new ArrayList<>();
    Runner<String> runner = AsyncCoroutine.run(AwaitTestComps.awaits(future, log), "tag", mailbox);
    awaitListener(future);
    assertThat(runner.cancel("enough")).isTrue();
    assertThat(received()).isEqualTo(new Step.Cancelled<>("enough"));
    assertThat(future).isCancelled();
    assertThat(log).containsExactly("finally");
    assertThat(mailbox.receive(Duration.ofMillis(20))).isEmpty();
  }

  /** Until the runner listens to the stage. */
  private static void awaitListener(CompletableFuture<?> stage) throws InterruptedException {
    while (stage.getNumberOfDependents() == 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void aFutureThatSomebodyElseCancelsIsAFailure() throws Exception {
    AsyncCoroutine.run(AwaitTestComps.fetch(future), "tag", mailbox);
    future.cancel(true);
    assertThat(((Step.Thrown<?>) received()).error())
        .isInstanceOf(java.util.concurrent.CancellationException.class);
  }

  @Test
  void aStageThatNeverCompletesCanBeCancelledBySync() throws Exception {
    Runner<String> runner = AsyncCoroutine.run(AwaitTestComps.fetch(future), "tag", NOBODY);
    assertThat(runner.cancelSync(Duration.ofSeconds(10))).isInstanceOf(Step.Cancelled.class);
    assertThat(runner.state()).isEqualTo(Lifecycle.CANCELLED);
  }

  @Test
  void theAudienceOfTheStepStaysTheSameAcrossAWait() throws Exception {
    CompletableFuture<String> second = new CompletableFuture<>();
    Runner<String> runner =
        AsyncCoroutine.run(AwaitTestComps.dialogue(future, second), "tag", mailbox);
    future.complete("a");
    assertThat(received()).isEqualTo(new Step.Suspended<>("between", Map.of(), 1));
    CountDownLatch resumed = new CountDownLatch(1);
    Thread completer =
        new Thread(
            () -> {
              try {
                resumed.await();
                awaitListener(second);
                second.complete("c");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    completer.start();
    resumed.countDown();
    assertThat(runner.resumeSync("b", Duration.ofSeconds(20)))
        .isEqualTo(new Step.Completed<>("abc"));
    assertThat(mailbox.receive(Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void aSyncFormThatWaitsGetsTheCancellation() throws Exception {
    Runner<String> runner =
        AsyncCoroutine.run(
            AwaitTestComps.dialogue(CompletableFuture.completedFuture("a"), future),
            "tag",
            mailbox);
    received();
    CompletableFuture<Step<String>> asked =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return runner.resumeSync("b", Duration.ofSeconds(20));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    awaitListener(future);
    runner.cancel("now");
    assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(new Step.Cancelled<>("now"));
    assertThat(mailbox.receive(Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void answersThatComeDuringAWaitAreForTheNextSuspension() throws Exception {
    CompletableFuture<String> second = CompletableFuture.completedFuture("c");
    Runner<String> runner =
        AsyncCoroutine.run(AwaitTestComps.dialogue(future, second), "tag", mailbox);
    awaitListener(future);
    assertThat(runner.answer(0, "wrong")).isFalse();
    assertThat(runner.resume("b")).isTrue();
    future.complete("a");
    assertThat(received()).isEqualTo(new Step.Suspended<>("between", Map.of(), 1));
    assertThat(received()).isEqualTo(new Step.Completed<>("abc"));
  }

  @Test
  void aCancelIsHeardThoughAnswersWait() throws Exception {
    Runner<String> runner =
        AsyncCoroutine.run(
            AwaitTestComps.dialogue(future, new CompletableFuture<>()), "tag", mailbox);
    awaitListener(future);
    runner.resume("b");
    runner.cancel("stop");
    assertThat(received()).isEqualTo(new Step.Cancelled<>("stop"));
    assertThat(future).isCancelled();
  }

  @Test
  void anExecutorThatRejectsTheWayOnEndsTheRunner() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    List<String> log = new ArrayList<>();
    AsyncCoroutine.run(
        AwaitTestComps.awaits(future, log),
        "tag",
        mailbox,
        RunOptions.defaults().executor(executor));
    awaitListener(future);
    executor.shutdown();
    future.complete("late");
    assertThat(((Step.Thrown<?>) received()).error())
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(log).containsExactly("finally");
  }

  @Test
  void anExecutorThatRunsInPlaceWorks() throws Exception {
    RunOptions inPlace = RunOptions.defaults().executor(Runnable::run);
    AsyncCoroutine.run(AwaitTestComps.fetch(future), "tag", mailbox, inPlace);
    future.complete("it");
    assertThat(received()).isEqualTo(new Step.Completed<>("got it"));
  }

  @Test
  void runSyncWaitsForTheFirstRealStep() throws Exception {
    CompletableFuture<String> soon =
        new CompletableFuture<String>().completeOnTimeout("soon", 30, TimeUnit.MILLISECONDS);
    Started<String> started = AsyncCoroutine.runSync(AwaitTestComps.dialogue(soon, soon), "tag");
    assertThat(started.step()).isEqualTo(new Step.Suspended<>("between", Map.of(), 1));
  }

  @Test
  void itsFutureCompletesWithTheResult() throws Exception {
    Runner<String> runner = AsyncCoroutine.run(AwaitTestComps.fetch(future), "tag", NOBODY);
    CompletableFuture<String> completion = runner.completion();
    future.complete("it");
    assertThat(completion.get(20, TimeUnit.SECONDS)).isEqualTo("got it");
  }

  @Test
  void aBareCoroutineSeesTheAwait() {
    Coroutine<String> coroutine = Coroutine.of(AwaitTestComps.fetch(future));
    Step.Suspended<String> step = (Step.Suspended<String>) coroutine.run();
    assertThat(step.value()).isInstanceOf(Await.class);
    assertThat(((Await<?>) step.value()).stage()).isSameAs(future);
    assertThat(coroutine.run("by hand")).isEqualTo(new Step.Completed<>("got by hand"));
  }

  @Test
  void cancellingABareCoroutineCancelsTheFuture() {
    Coroutine<String> coroutine = Coroutine.of(AwaitTestComps.fetch(future));
    coroutine.run();
    coroutine.cancel();
    assertThat(future).isCancelled();
  }

  @Test
  void joinStepsThroughWaits() throws Exception {
    Coroutine<String> coroutine =
        Coroutine.of(
            AwaitTestComps.dialogue(
                new CompletableFuture<String>().completeOnTimeout("a", 5, TimeUnit.MILLISECONDS),
                future));
    Step<String> step = Await.join(coroutine, coroutine.run());
    assertThat(step).isEqualTo(new Step.Suspended<>("between", Map.of(), 2));
    future.completeAsync(() -> "c");
    assertThat(Await.join(coroutine, coroutine.run("b"))).isEqualTo(new Step.Completed<>("abc"));
  }

  @Test
  void joinPassesFailuresOn() throws Exception {
    IOException error = new IOException("down");
    Coroutine<String> coroutine = Coroutine.of(AwaitTestComps.fetch(future));
    Step<String> step = coroutine.run();
    future.completeExceptionally(error);
    assertThat(Await.join(coroutine, step)).isEqualTo(new Step.Thrown<>(error));
  }

  @Test
  void handlersAreStillThereAfterAWait() throws Exception {
    AsyncCoroutine.run(
        AwaitTestComps.readsAround(future).with(Reader.of(Integer.class, 20)), "tag", mailbox);
    future.complete("it");
    assertThat(received()).isEqualTo(new Step.Completed<>("it40"));
  }

  @Comp
  static String readsAround(CompletionStage<String> stage) {
    int before = Reader.ask(Integer.class);
    return Await.await(stage) + (before + Reader.ask(Integer.class));
  }

  @Test
  void whatIsNoFutureIsWaitedForToo() throws Exception {
    CompletionStage<String> stage = future.minimalCompletionStage();
    AsyncCoroutine.run(AwaitTestComps.fetch(stage), "tag", mailbox);
    future.complete("it");
    assertThat(received()).isEqualTo(new Step.Completed<>("got it"));
  }

  @Comp
  static int races(CompletableFuture<Integer>[] stages) {
    int sum = 0;
    for (CompletableFuture<Integer> stage : stages) {
      sum += Await.await(stage);
    }
    return sum;
  }

  @Test
  void stagesThatCompleteWhileTheRunnerComesToThemLoseNothing() throws Exception {
    ExecutorService foreign = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 2_000; round++) {
      @SuppressWarnings({"unchecked", "rawtypes"})
      CompletableFuture<Integer>[] stages = new CompletableFuture[8];
      Phaser start = new Phaser(2);
      for (int i = 0; i < stages.length; i++) {
        stages[i] = new CompletableFuture<>();
      }
      foreign.execute(
          () -> {
            start.arriveAndAwaitAdvance();
            for (CompletableFuture<Integer> stage : stages) {
              stage.complete(1);
            }
          });
      Runner<Integer> runner = AsyncCoroutine.run(AwaitTestComps.races(stages), round, NOBODY);
      start.arriveAndAwaitAdvance();
      assertThat(runner.completion().get(20, TimeUnit.SECONDS)).isEqualTo(8);
    }
    foreign.shutdown();
  }

  @Test
  void aCancelThatRacesWithTheStageEndsTheRunnerOnce() throws Exception {
    ExecutorService foreign = Executors.newFixedThreadPool(2);
    AtomicInteger ends = new AtomicInteger();
    Caller counting = message -> ends.incrementAndGet();
    int rounds = 2_000;
    for (int round = 0; round < rounds; round++) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      Phaser start = new Phaser(2);
      Runner<String> runner = AsyncCoroutine.run(AwaitTestComps.fetch(stage), round, counting);
      foreign.execute(
          () -> {
            start.arriveAndAwaitAdvance();
            stage.complete("it");
          });
      start.arriveAndAwaitAdvance();
      runner.cancel("race");
      try {
        assertThat(runner.completion().get(20, TimeUnit.SECONDS)).isEqualTo("got it");
      } catch (java.util.concurrent.CancellationException e) {
        // Since Java 23 a future throws another exception that has its own as the cause.
        assertThat(e.getCause() == null ? e : e.getCause()).hasMessage("race");
      }
    }
    assertThat(ends).hasValue(rounds);
    foreign.shutdown();
  }

  @Test
  void nullIsNoStage() {
    assertThat(((Step.Thrown<String>) Coroutine.of(AwaitTestComps.fetch(null)).run()).error())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("stage");
  }
}
