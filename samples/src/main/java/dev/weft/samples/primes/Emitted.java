package dev.weft.samples.primes;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a computation emits, as an iterator. The computation runs only as far as it is asked for
 * values; closed, it leaves through its {@code finally} blocks.
 */
final class Emitted<E> implements Iterator<E>, AutoCloseable {
  private final Coroutine<Void> coroutine;
  private final Class<E> type;
  private Step<Void> step; // null until the first value is wanted, and once it was taken

  Emitted(Computation<Void> computation, Class<E> type) {
    this.coroutine = Coroutine.of(computation);
    this.type = type;
  }

  /** The same as a stream, to be closed if it is not used up and the computation has cleanups. */
  static <E> Stream<E> stream(Computation<Void> computation, Class<E> type) {
    Emitted<E> emitted = new Emitted<>(computation, type);
    Spliterator<E> values =
        Spliterators.spliteratorUnknownSize(emitted, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(values, false).onClose(emitted::close);
  }

  @Override
  public boolean hasNext() {
    if (step == null) {
      step =
          switch (coroutine.state()) {
            case PENDING -> coroutine.run();
            default -> coroutine.run(null);
          };
    }
    return step.fold(
        suspended -> true,
        completed -> false,
        thrown -> {
          throw new IllegalStateException("The generator failed", thrown.error());
        },
        cancelled -> false);
  }

  @Override
  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    E value = type.cast(((Step.Suspended<Void>) step).value());
    step = null;
    return value;
  }

  /** Ends the computation where it stands. */
  @Override
  public void close() {
    step = coroutine.cancel();
  }
}
