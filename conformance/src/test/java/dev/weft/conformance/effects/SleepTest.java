package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.Coroutine;
import dev.weft.Handler;
import dev.weft.Runner;
import dev.weft.Started;
import dev.weft.Step;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sleeping, with no thread held. */
@Timeout(120)
class SleepTest {

  @Comp
  static int naps(int count, Duration each) {
    int done = 0;
    while (done < count) {
      Sleep.sleep(each);
      done++;
    }
    return done;
  }

  @Test
  void itTakesAsLongAsItSays() throws Exception {
    long start = System.nanoTime();
    Started<Integer> started =
        AsyncCoroutine.runSync(SleepTestComps.naps(3, Duration.ofMillis(20)), "tag");
    assertThat(started.step()).isEqualTo(new Step.Completed<>(3));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }

  @Test
  void noTimeIsNoSuspension() {
    assertThat(Coroutine.of(SleepTestComps.naps(2, Duration.ZERO)).run())
        .isEqualTo(new Step.Completed<>(2));
    assertThat(Coroutine.of(SleepTestComps.naps(2, Duration.ofDays(-1))).run())
        .isEqualTo(new Step.Completed<>(2));
  }

  @Test
  void aBareCoroutineJoinsIt() throws Exception {
    Coroutine<Integer> coroutine = Coroutine.of(SleepTestComps.naps(2, Duration.ofMillis(5)));
    assertThat(Await.join(coroutine, coroutine.run())).isEqualTo(new Step.Completed<>(2));
  }

  @Test
  void aHandlerMaySleepOtherwise() {
    List<Duration> slept = new ArrayList<>();
    Handler noting =
        Handler.of(
            Sleep.class,
            sleep -> {
              slept.add(sleep.duration());
              return null;
            });
    Coroutine<Integer> coroutine =
        Coroutine.of(SleepTestComps.naps(2, Duration.ofDays(1)).with(noting));
    assertThat(coroutine.run()).isEqualTo(new Step.Completed<>(2));
    assertThat(slept).containsExactly(Duration.ofDays(1), Duration.ofDays(1));
  }

  @Test
  void aVeryLongSleepCanBeCancelled() throws Exception {
    Runner<Integer> runner =
        AsyncCoroutine.run(
            SleepTestComps.naps(1, Duration.ofSeconds(Long.MAX_VALUE)), "tag", message -> {});
    assertThat(runner.cancelSync()).isEqualTo(new Step.Cancelled<>("cancelled"));
  }

  @Test
  void aHundredThousandSleepAtATimeOnOneTimer() throws Exception {
    int sleepers = 100_000;
    CountDownLatch awake = new CountDownLatch(sleepers);
    Caller caller = message -> awake.countDown();
    for (int i = 0; i < sleepers; i++) {
      // Most of them begin before the first is due, so that they sleep together.
      AsyncCoroutine.run(SleepTestComps.naps(1, Duration.ofSeconds(3)), i, caller);
    }
    assertThat(timers()).isEqualTo(1);
    assertThat(awake.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(timers()).isEqualTo(1);
  }

  private static long timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("weft-timer"))
        .count();
  }
}
