package dev.weft;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: a runner that is resumed as long as there is demand.
 *
 * <p>Whoever brings the demand up from 0 lets the computation run; whoever delivers an element
 * takes one off, and lets it run on if there is more. So it never runs twice at a time, and never
 * without demand.
 */
final class Emitting<E> implements Flow.Subscription, Caller {
  private final Computation<?> computation;
  private final Class<E> type;
  private final RunOptions options;
  private final Flow.Subscriber<? super E> subscriber;

  /** How many elements are wanted; {@link Long#MAX_VALUE} stays what it is. */
  private final AtomicLong demand = new AtomicLong();

  /** The subscriber gets nothing more, or only the failure. */
  private final AtomicBoolean isOver = new AtomicBoolean();

  private volatile @Nullable Runner<?> runner;
  private volatile @Nullable Throwable failure;

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
    } else if (!isOver.get()) {
      started = AsyncCoroutine.run(computation, this, this, options);
      runner = started;
      if (isOver.get()) {
        started.cancel();
      }
    }
  }

  @Override
  public void cancel() {
    if (isOver.compareAndSet(false, true)) {
      stop();
    }
  }

  private void stop() {
    Runner<?> started = runner;
    if (started != null) {
      started.cancel();
    }
  }

  /** Ends with an error, which the subscriber gets when the computation has left its scopes. */
  private void fail(Throwable error) {
    if (isOver.compareAndSet(false, true)) {
      failure = error;
      Runner<?> started = runner;
      if (started == null || !started.cancel()) {
        subscriber.onError(error);
      }
    }
  }

  @Override
  public void receive(Message<?> message) {
    runner = message.runner();
    if (message.step() instanceof Step.Suspended<?> suspended) {
      if (!isOver.get()) {
        deliver(suspended.value());
      }
    } else {
      end(message.step());
    }
  }

  private void deliver(@Nullable Object value) {
    if (!type.isInstance(value)) {
      fail(
          new ClassCastException(
              "What was emitted must be a " + type.getTypeName() + ", but it is " + value));
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

  private void end(Step<?> step) {
    Throwable pending = failure;
    if (pending != null) {
      subscriber.onError(pending);
    } else if (isOver.compareAndSet(false, true)) {
      if (step instanceof Step.Thrown<?> thrown) {
        subscriber.onError(thrown.error());
      } else if (step instanceof Step.Completed<?>) {
        subscriber.onComplete();
      }
    }
  }
}
