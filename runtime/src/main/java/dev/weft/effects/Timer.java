package dev.weft.effects;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one timer: a daemon thread, started when somebody first sleeps. */
final class Timer {
  private static final ScheduledThreadPoolExecutor SCHEDULER = start();

  private Timer() {}

  /** A future that is complete after this time; to cancel it takes it off the timer. */
  static CompletableFuture<@Nullable Void> in(Duration duration) {
    Alarm alarm = new Alarm();
    alarm.scheduled = SCHEDULER.schedule(alarm, nanos(duration), TimeUnit.NANOSECONDS);
    return alarm;
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 2;
    }
  }

  private static ScheduledThreadPoolExecutor start() {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "weft-timer");
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }

  private static final class Alarm extends CompletableFuture<@Nullable Void> implements Runnable {
    private volatile @Nullable Future<?> scheduled;

    @Override
    public void run() {
      complete(null);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      boolean isCancelled = super.cancel(mayInterrupt);
      Future<?> task = scheduled;
      if (isCancelled && task != null) {
        task.cancel(false);
      }
      return isCancelled;
    }
  }
}
