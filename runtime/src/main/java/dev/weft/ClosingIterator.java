package dev.weft;

import java.util.Iterator;

/**
 * The values that a computation emits, one by one. It runs only as far as it is asked for values.
 *
 * <pre>{@code
 * try (ClosingIterator<Integer> primes = Sequences.iterator(PrimesComps.all(), Integer.class)) {
 *   while (primes.hasNext() && primes.next() < limit) { ... }
 * }
 * }</pre>
 *
 * <p>For one thread at a time. What the computation throws, {@code hasNext} and {@code next} throw,
 * checked exceptions as well.
 *
 * @param <E> what is emitted
 */
public interface ClosingIterator<E> extends Iterator<E>, AutoCloseable {

  /**
   * Cancels the computation where it stands, so that its {@code finally} blocks and the scopes of
   * its handlers are left; what these throw, this throws. One that has not started runs nothing,
   * and one that has ended stays as it is.
   */
  @Override
  void close();
}
