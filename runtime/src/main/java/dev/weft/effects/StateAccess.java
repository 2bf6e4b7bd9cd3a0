package dev.weft.effects;

import dev.weft.KeyedEffect;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads or changes the state under a key. One class for all three, so that a state's scope is found
 * by one comparison.
 */
final class StateAccess<R extends @Nullable Object> extends KeyedEffect<R> {
  /** What is to be done. */
  enum Operation {
    GET,
    PUT,
    MODIFY
  }

  private final Operation operation;
  private final @Nullable Object argument;

  private StateAccess(Object key, Operation operation, @Nullable Object argument) {
    super(key);
    this.operation = operation;
    this.argument = argument;
  }

  static <S> StateAccess<S> get(Object key) {
    return new StateAccess<>(key, Operation.GET, null);
  }

  static StateAccess<@Nullable Void> put(Object key, Object value) {
    return new StateAccess<>(key, Operation.PUT, Objects.requireNonNull(value, "value"));
  }

  static <S> StateAccess<S> modify(Object key, UnaryOperator<S> change) {
    return new StateAccess<>(key, Operation.MODIFY, Objects.requireNonNull(change, "change"));
  }

  Operation operation() {
    return operation;
  }

  /** The new value, or the function that makes it. */
  Object argument() {
    return Objects.requireNonNull(argument);
  }
}
