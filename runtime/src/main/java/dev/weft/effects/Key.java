package dev.weft.effects;

import java.util.Objects;

/**
 * Names one of several readers, states or writers, and says what type it is of. A key is equal to
 * no other; keep it in a constant:
 *
 * <pre>{@code
 * static final Key<List<String>> WARNINGS = Key.of("warnings");
 * }</pre>
 *
 * @param <T> what is found under the key
 */
@SuppressWarnings("UnusedTypeParameter") // it types what is found
public final class Key<T> {
  private final String name;

  private Key(String name) {
    this.name = name;
  }

  /**
   * Makes a new key.
   *
   * @param name for messages
   * @throws NullPointerException if the name is null
   */
  public static <T> Key<T> of(String name) {
    return new Key<>(Objects.requireNonNull(name, "name"));
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }

  /** How a key, or the class that stands for one, reads in a handler's name. */
  static String text(Object key) {
    return key instanceof Class<?> type ? type.getSimpleName() : key.toString();
  }
}
