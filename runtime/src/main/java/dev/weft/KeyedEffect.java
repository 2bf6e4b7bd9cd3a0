package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An effect that is answered by the handler with the same key, so that there can be several of one
 * kind: one reader for the configuration, another for the user. Keys are the same if they are
 * identical.
 *
 * @param <R> what it is answered with
 */
// A class with a field and not an interface: handlers are told apart without a virtual call.
public abstract class KeyedEffect<R extends @Nullable Object> implements Effect<R> {
  private final Object key;

  /**
   * Sets the key.
   *
   * @param key says which of the handlers is meant; its text is part of messages
   * @throws NullPointerException if the key is null
   */
  protected KeyedEffect(Object key) {
    this.key = Objects.requireNonNull(key, "key");
  }

  /** Says which of the handlers is meant. */
  public final Object key() {
    return key;
  }
}
