package dev.weft;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: a runner that is resumed as long as there is demand.
 *
 * <p>Whoever brings the demand up from 0 lets the computation run; whoever delivers an element
 * takes one off, and lets it run on if there is more. So it never runs twice at a time, and never
 * without demand.
 */
final class Emitting<E> implements Flow.Subscription, Caller {
  /** The subscriber gets nothing more. */
  private static final Object OVER = new Object();

  private final Computation<?> computation;
  private final Class<E> type;
  private final RunOptions options;
  private final Flow.Subscriber<? super E> subscriber;

  /** How many elements are wanted; {@link Long#MAX_VALUE} stays what it is. */
  private final AtomicLong demand = new AtomicLong();

  /**
   * Null as long as the subscriber gets elements; then a Throwable that it is to be told of, when
   * the computation has left its scopes; then {@link #OVER}.
   */
  private final AtomicReference<@Nullable Object> ending = new AtomicReference<>();

  private volatile @Nullable Runner<?> runner;

  Emitting(
      Computation<?> computation,
      Class<E> type,
      RunOptions options,
      Flow.Subscriber<? super E> subscriber) {
    this.computation = computation;
    this.type = type;
    this.options = options;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long count) {
    if (count <= 0) {
      fail(
          new IllegalArgumentException("requested " + count + " elements: it must be more than 0"));
    } else if (demand.getAndAccumulate(count, Emitting::sum) == 0) {
      goOn();
    }
  }

  private static long sum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  private void goOn() {
    Runner<?> started = runner;
    if (started != null) {
      started.resume(null);
    } else if (isEnding()) {
      end(null);
    } else {
      started = AsyncCoroutine.run(computation, this, this, options);
      runner = started;
      // Others can cancel a runner too, and take its last step.
      CompletionStage<?> completion = started.completion();
      completion.whenComplete((result, error) -> end(error));
      if (isEnding()) {
        started.cancel();
      }
    }
  }

  private boolean isEnding() {
    return ending.get() != null;
  }

  @Override
  public void cancel() {
    if (ending.compareAndSet(null, OVER)) {
      Runner<?> started = runner;
      if (started != null) {
        started.cancel();
      }
    }
  }

  /** Ends with an error. */
  private void fail(Throwable error) {
    if (ending.compareAndSet(null, error)) {
      Runner<?> started = runner;
      if (started != null) {
        started.cancel();
      } else if (demand.get() == 0) {
        end(null);
      }
      // Else somebody is starting the runner, and will see that it has to end.
    }
  }

  @Override
  public void receive(Message<?> message) {
    runner = message.runner();
    if (message.step() instanceof Step.Suspended<?> suspended && !isEnding()) {
      deliver(suspended.value());
    }
  }

  private void deliver(@Nullable Object value) {
    if (!type.isInstance(value)) {
      fail(
          new ClassCastException(
              "What was emitted must be a "
                  + type.getTypeName()
                  + ", but it is "
                  + (value == null ? "null" : "a " + value.getClass().getTypeName())));
      return;
    }
    try {
      subscriber.onNext(type.cast(value));
    } catch (Throwable broken) {
      cancel();
      throw broken;
    }
    if (demand.updateAndGet(d -> d == Long.MAX_VALUE ? d : d - 1) > 0) {
      goOn();
    }
  }

  /**
   * Tells the subscriber of the end, once.
   *
   * @param error what the computation ended with, if there is no older failure
   */
  private void end(@Nullable Throwable error) {
    Object pending = ending.getAndSet(OVER);
    Object failure = pending == null ? error : pending;
    try {
      if (failure == null) {
        subscriber.onComplete();
      } else if (failure instanceof Throwable told) {
        subscriber.onError(told);
      }
    } catch (Throwable broken) {
      Delivery.report(broken);
    }
  }
}
