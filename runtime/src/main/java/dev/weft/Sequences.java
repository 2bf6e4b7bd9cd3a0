package dev.weft;

import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a computation emits, as what Java has for sequences. Each value that it yields is one
 * element, and the yield returns null.
 *
 * <pre>{@code
 * @Comp
 * static void countdown(int from) {
 *   for (int i = from; i > 0; i--) {
 *     Yield.emit(i);
 *   }
 * }
 * ...
 * Sequences.stream(CountersComps.countdown(3), Integer.class).toList() // [3, 2, 1]
 * }</pre>
 *
 * <p>The computation runs only as far as elements are wanted. Except in a publisher, it runs on the
 * thread that asks for them, which is blocked while the computation waits for something.
 */
public final class Sequences {
  private Sequences() {}

  /**
   * An iterator that can be closed before its end.
   *
   * @param type what is emitted; something else is a {@code ClassCastException}
   * @throws NullPointerException if an argument is null
   */
  public static <E> ClosingIterator<E> iterator(Computation<?> computation, Class<E> type) {
    Objects.requireNonNull(computation, "computation");
    return new Emissions<>(computation, Objects.requireNonNull(type, "type"));
  }

  /**
   * An iterable whose every iterator is a run of its own. A {@code for} loop closes no iterator:
   * one that is left early leaves the computation suspended, and its cleanups undone.
   *
   * @param type what is emitted; something else is a {@code ClassCastException}
   * @throws NullPointerException if an argument is null
   */
  public static <E> Iterable<E> iterable(Computation<?> computation, Class<E> type) {
    Objects.requireNonNull(computation, "computation");
    Objects.requireNonNull(type, "type");
    return () -> iterator(computation, type);
  }

  /**
   * A sequential stream. To close it cancels the computation.
   *
   * @param type what is emitted; something else is a {@code ClassCastException}
   * @throws NullPointerException if an argument is null
   */
  public static <E> Stream<E> stream(Computation<?> computation, Class<E> type) {
    ClosingIterator<E> iterator = iterator(computation, type);
    Spliterator<E> elements = Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED);
    return StreamSupport.stream(elements, false).onClose(iterator::close);
  }

  /**
   * A publisher, each of whose subscribers has a run of its own. It runs on the common pool, one
   * element at a time, and no further than is requested; to cancel the subscription cancels it.
   *
   * @param type what is emitted; something else, and null, is an error
   * @throws NullPointerException if an argument is null
   */
  public static <E> Flow.Publisher<E> publisher(Computation<?> computation, Class<E> type) {
    return publisher(computation, type, RunOptions.defaults());
  }

  /**
   * As {@link #publisher(Computation, Class)}, with options for its runners.
   *
   * @throws NullPointerException if an argument is null
   */
  public static <E> Flow.Publisher<E> publisher(
      Computation<?> computation, Class<E> type, RunOptions options) {
    Objects.requireNonNull(computation, "computation");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(options, "options");
    return subscriber -> {
      Objects.requireNonNull(subscriber, "subscriber");
      subscriber.onSubscribe(new Emitting<>(computation, type, options, subscriber));
    };
  }
}
