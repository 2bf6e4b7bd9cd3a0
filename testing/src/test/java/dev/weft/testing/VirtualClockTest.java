package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.Computation;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Clock;
import dev.weft.effects.Sleep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final List<Object> log = new ArrayList<>();

  private final Caller caller =
      message -> log.add(message.tag() + " " + ((Step.Completed<?>) message.step()).value());

  @Comp
  static Duration naps(int count, Duration each) {
    Instant start = Clock.now();
    for (int i = 0; i < count; i++) {
      Sleep.sleep(each);
    }
    return Duration.between(start, Clock.now());
  }

  @Comp
  static String reminder() {
    String what = Yield.yield("what?");
    Sleep.sleep(Duration.ofDays(1));
    return what + Yield.yield("now?");
  }

  private static Computation<Duration> naps(int count, int seconds, VirtualClock clock) {
    return VirtualClockTestComps.naps(count, Duration.ofSeconds(seconds)).with(clock);
  }

  @Test
  void sleepersWakeInTheOrderOfTheirTimes() {
    VirtualClock clock = VirtualClock.at(START);
    AsyncCoroutine.run(naps(1, 30, clock), "long", caller, HERE);
    AsyncCoroutine.run(naps(2, 10, clock), "twice", caller, HERE);
    AsyncCoroutine.run(naps(1, 5, clock), "short", caller, HERE);
    assertThat(clock.sleepers()).isEqualTo(3);
    clock.advance(Duration.ofSeconds(4));
    assertThat(log).isEmpty();
    clock.advance(Duration.ofSeconds(16));
    assertThat(log).containsExactly("short PT5S", "twice PT20S");
    clock.advance(Duration.ofDays(1));
    assertThat(log).last().isEqualTo("long PT30S");
    assertThat(clock.now()).isEqualTo(START.plusSeconds(20).plus(Duration.ofDays(1)));
    assertThat(clock.sleepers()).isZero();
  }

  @Test
  void aHurriedClockDoesNotLetAnybodyWait() {
    VirtualClock clock = VirtualClock.hurried(START);
    Dialogue.of(naps(3, 10, clock)).returns(Duration.ofSeconds(30));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void aDialogueGoesOnWhenItIsTime() {
    VirtualClock clock = VirtualClock.at(START);
    Dialogue<String> dialogue = Dialogue.of(VirtualClockTestComps.reminder().with(clock));
    dialogue.asks("what?").answer("tea");
    assertThat(clock.sleepers()).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    dialogue.asks("now?").answer("!").returns("tea!");
  }

  @Test
  void whoIsCancelledSleepsNoMore() {
    VirtualClock clock = VirtualClock.at(START);
    Runner<Duration> runner = AsyncCoroutine.run(naps(1, 30, clock), "t", message -> {}, HERE);
    runner.cancel();
    assertThat(clock.sleepers()).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(runner.step()).contains(new Step.Cancelled<>("cancelled"));
  }
}
