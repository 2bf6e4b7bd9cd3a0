package dev.weft.testing;

import dev.weft.Effect;
import dev.weft.Handler;
import dev.weft.effects.AwaitComps;
import dev.weft.effects.Clock;
import dev.weft.effects.Sleep;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a test sets. As a handler it answers {@link Clock#now} and {@link Sleep#sleep}: no
 * test has to wait for time to pass.
 *
 * <pre>{@code
 * VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
 * Runner<Report> runner = AsyncCoroutine.run(ReportsComps.nightly().with(clock), "r", caller);
 * clock.advance(Duration.ofHours(24));
 * }</pre>
 *
 * <p>It can be shared by any number of computations, and all its methods may be called from any
 * thread.
 */
public final class VirtualClock implements Handler {
  private final boolean isHurried;
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparing(Sleeper::due).thenComparingLong(Sleeper::number));
  private Instant now;
  private long count;

  private VirtualClock(Instant now, boolean isHurried) {
    this.now = now;
    this.isHurried = isHurried;
  }

  private record Sleeper(Instant due, long number, CompletableFuture<@Nullable Void> alarm) {}

  /** A clock that stands still until it is told to {@link #advance}; sleepers wait for that. */
  public static VirtualClock at(Instant now) {
    return new VirtualClock(now, false);
  }

  /** A clock that moves on by itself as far as a computation wants to sleep, which it does not. */
  public static VirtualClock hurried(Instant now) {
    return new VirtualClock(now, true);
  }

  /** What time it is. */
  public synchronized Instant now() {
    return now;
  }

  /** How many computations sleep. */
  public synchronized int sleepers() {
    sleepers.removeIf(sleeper -> sleeper.alarm.isDone());
    return sleepers.size();
  }

  /**
   * Moves on. Who is due by then wakes up, one after the other, in the order of the times they
   * sleep until. Who falls asleep meanwhile and is due too, wakes up as well.
   */
  public void advance(Duration duration) {
    Instant until = now().plus(duration);
    for (Sleeper due = next(until); due != null; due = next(until)) {
      due.alarm.complete(null);
    }
  }

  /** Takes off the next one who is due; where there is none, it is that time. */
  private synchronized @Nullable Sleeper next(Instant until) {
    Sleeper first = sleepers.peek();
    boolean isDue = first != null && !first.due.isAfter(until);
    Instant then = isDue ? first.due : until;
    now = then.isAfter(now) ? then : now;
    return isDue ? sleepers.poll() : null;
  }

  private synchronized @Nullable CompletableFuture<@Nullable Void> sleep(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      return null;
    }
    if (isHurried) {
      now = now.plus(duration);
      return null;
    }
    CompletableFuture<@Nullable Void> alarm = new CompletableFuture<>();
    sleepers.add(new Sleeper(now.plus(duration), count++, alarm));
    return alarm;
  }

  @Override
  public Scope open() {
    return new ClockScope();
  }

  /** What time it is. */
  @Override
  public String toString() {
    return "VirtualClock[" + now() + "]";
  }

  private final class ClockScope extends Scope {
    ClockScope() {
      super(Effect.class);
    }

    @Override
    public boolean answers(Effect<?> effect) {
      return effect instanceof Clock.Now || effect instanceof Sleep;
    }

    @Override
    public @Nullable Object answer(Effect<?> effect) {
      if (effect instanceof Sleep sleep) {
        CompletableFuture<@Nullable Void> alarm = sleep(sleep.duration());
        return alarm == null ? null : inPlace(AwaitComps.await(alarm));
      }
      return now();
    }
  }
}
