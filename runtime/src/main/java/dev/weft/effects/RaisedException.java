package dev.weft.effects;

import java.util.Objects;

/** A value that was raised by {@link Throw#raise}. */
public final class RaisedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object value;

  RaisedException(Object value) {
    super("raised: " + value);
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The value itself. */
  public Object value() {
    return value;
  }
}
