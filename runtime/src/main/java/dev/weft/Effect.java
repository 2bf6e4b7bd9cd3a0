package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A typed request of a computation to its surroundings, answered by the nearest {@link Handler} for
 * requests of its class.
 *
 * <pre>{@code
 * record Now() implements Effect<Instant> {}
 * ...
 * Instant now = Effects.perform(new Now());
 * }</pre>
 *
 * <p>An effect is a value: immutable, and the same whoever performs it. A record does.
 *
 * @param <R> what it is answered with
 */
@SuppressWarnings("UnusedTypeParameter") // it types the answer
public interface Effect<R extends @Nullable Object> {}
