package dev.weft.samples.web.live;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.CallerScope;
import dev.weft.Computation;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A computation that is shown by web pages, and cancelled when they are gone.
 *
 * <p>A page is whatever shows a message: the socket of one browser tab. It is told of each step
 * while it is open, and of the latest one when it opens; it answers by {@link Message#answer}. A
 * run without a page, from its start or since the last one was closed, is cancelled after a grace
 * time; a page that was reloaded is back before that.
 *
 * <p>All methods may be called from any thread. Pages are called one at a time and must not block.
 */
public final class LiveRun {
  private final CallerScope scope = Caller.closeable(this::told);
  private final Set<Consumer<Message<?>>> pages = new LinkedHashSet<>();
  private final ScheduledExecutorService timer;
  private final Duration grace;
  private final Runnable left;
  private Runner<?> runner;
  private Message<?> latest;
  private Future<?> leaving;

  private LiveRun(ScheduledExecutorService timer, Duration grace, Runnable left) {
    this.timer = timer;
    this.grace = grace;
    this.left = left;
  }

  /**
   * Starts a computation that waits for its first page.
   *
   * @param tag what its messages carry
   * @param timer measures the grace time
   * @param grace how long the run lives without a page
   * @param left is called once, when that time is over
   */
  public static LiveRun start(
      Computation<?> computation,
      Object tag,
      RunOptions options,
      ScheduledExecutorService timer,
      Duration grace,
      Runnable left) {
    LiveRun run = new LiveRun(timer, grace, left);
    run.expectPage();
    run.runner = AsyncCoroutine.run(computation, tag, run.scope, options);
    return run;
  }

  /** A page was opened: it is shown where the computation stands. */
  public synchronized void opened(Consumer<Message<?>> page) {
    leaving.cancel(false);
    pages.add(page);
    if (latest != null) {
      page.accept(latest);
    }
  }

  /** A page was closed, or its connection lost. */
  public synchronized void closed(Consumer<Message<?>> page) {
    if (pages.remove(page) && pages.isEmpty()) {
      expectPage();
    }
  }

  /** The user wants no more of it. The pages are told of the cancellation. */
  public void cancel() {
    scope.close();
  }

  /** Completes, with nothing, when the computation has ended, its cleanups included. */
  public CompletableFuture<Void> end() {
    return runner.completion().handle((result, error) -> null);
  }

  private synchronized void told(Message<?> message) {
    latest = message;
    pages.forEach(page -> page.accept(message));
    if (message.step() instanceof Step.Suspended<?> s && s.value() instanceof Notice notice) {
      message.answer(notice, null);
    }
  }

  private synchronized void expectPage() {
    leaving = timer.schedule(this::leave, grace.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void leave() {
    if (pages.isEmpty()) {
      scope.close();
      left.run();
    }
  }
}
