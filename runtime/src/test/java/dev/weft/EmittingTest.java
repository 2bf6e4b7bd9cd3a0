package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.spi.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscriber hears of the end once, whoever brings it about. */
class EmittingTest implements Flow.Subscriber<Object> {

  private final ManualExecutor executor = new ManualExecutor();
  private final LiveRunners live = new LiveRunners();
  private final RunOptions options = RunOptions.defaults().executor(executor).registry(live);
  private final List<Object> events = new ArrayList<>();
  private Flow.Subscription subscription;

  @BeforeEach
  void whatIsUncaughtIsAnEvent() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> events.add(error));
  }

  @AfterEach
  void noMore() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  @Override
  public void onSubscribe(Flow.Subscription own) {
    subscription = own;
  }

  @Override
  public void onNext(Object item) {
    events.add(item);
  }

  @Override
  public void onError(Throwable error) {
    events.add(error);
  }

  @Override
  public void onComplete() {
    events.add("complete");
  }

  private void subscribe(Computation<?> computation, Class<?> type, RunOptions with) {
    Sequences.publisher(computation, type, with).subscribe(this);
  }

  @Test
  void aBadRequestWhileTheRunnerIsBeingStartedIsToldOnce() {
    Executor interfering =
        task -> {
          subscription.request(-1);
          executor.execute(task);
        };
    subscribe(Machines.count(3), Object.class, options.executor(interfering));
    subscription.request(1);
    executor.runAll();
    assertThat(events).hasSize(1).allMatch(IllegalArgumentException.class::isInstance);
    assertThat(live.getCount()).isZero();
  }

  @Test
  void aBadRequestWhileTheComputationIsBeingCancelledIsToldOnce() {
    subscribe(Scripted.fresh(() -> this::badRequestInFinally), Object.class, options);
    subscription.request(1);
    executor.runAll();
    live.runners().forEach(Runner::cancel);
    executor.runAll();
    assertThat(events).hasSize(2).startsWith("a");
    assertThat(events.get(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private int badRequestInFinally(Scripted frame, Execution x, int at) throws Throwable {
    try {
      return at == 0 ? frame.yield(x, 1, "a") : frame.done(x, frame.answered(x));
    } finally {
      if (frame.leavesForGood()) {
        subscription.request(0);
      }
    }
  }

  @Test
  void aBadRequestAfterTheEndIsNotTold() {
    subscribe(Machines.count(0), Object.class, options);
    subscription.request(1);
    executor.runAll();
    subscription.request(0);
    assertThat(events).containsExactly("complete");
  }

  @Test
  void aRunnerThatIsCancelledByOthersIsAnError() {
    subscribe(Machines.count(3), Object.class, options);
    subscription.request(1);
    executor.runAll();
    live.runners().forEach(runner -> runner.cancel("shutting down"));
    executor.runAll();
    assertThat(events).hasSize(2).startsWith(1);
    assertThat((Throwable) events.get(1))
        .isInstanceOf(CancellationException.class)
        .hasMessage("shutting down");
  }

  @Test
  void soIsOneWhoseEndASyncFormTakes() throws Exception {
    RunOptions here = options.executor(Runnable::run);
    subscribe(Machines.count(3), Object.class, here);
    subscription.request(1);
    live.runners().get(0).cancelSync();
    assertThat(events).hasSize(2).startsWith(1);
    assertThat(events.get(1)).isInstanceOf(CancellationException.class);
  }

  @Test
  void aCancelledSubscriptionHearsNothing() {
    subscribe(Machines.count(3), Object.class, options);
    subscription.request(1);
    executor.runAll();
    subscription.cancel();
    executor.runAll();
    subscription.request(-1);
    assertThat(events).containsExactly(1);
    assertThat(live.getCount()).isZero();
  }

  @Test
  void anElementOfAnotherTypeIsNotAskedForItsText() {
    Object mute = new Mute();
    subscribe(Scripted.of((frame, x, at) -> frame.yield(x, 1, mute)), String.class, options);
    subscription.request(1);
    executor.runAll();
    assertThat(events).hasSize(1);
    assertThat((Throwable) events.get(0))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining(Mute.class.getTypeName());
  }

  @Test
  void aSubscriberThatFailsAtTheEndIsReported() {
    Error broken = new AssertionError("broken");
    Flow.Subscriber<Object> failing =
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription own) {
            own.request(1);
          }

          @Override
          public void onNext(Object item) {}

          @Override
          public void onError(Throwable error) {}

          @Override
          public void onComplete() {
            throw broken;
          }
        };
    Sequences.publisher(Machines.count(0), Object.class, options).subscribe(failing);
    executor.runAll();
    assertThat(events).containsExactly(broken);
  }
}
