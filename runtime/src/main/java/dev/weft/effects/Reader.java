package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.KeyedEffect;
import dev.weft.annotations.Comp;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Values that a computation's surroundings provide: configuration, the user, a service.
 *
 * <pre>{@code
 * @Comp
 * static Duration patience() {
 *   return Reader.ask(Config.class).timeout();
 * }
 * ...
 * JobComps.patience().with(Reader.of(Config.class, config))
 * }</pre>
 *
 * <p>There can be several, told apart by the class or the {@link Key}. The nearest of the same
 * class or key counts.
 */
public final class Reader {
  private Reader() {}

  /** What is asked for: the value under a key. */
  static final class Ask<T> extends KeyedEffect<T> {
    Ask(Object key) {
      super(key);
    }
  }

  /**
   * The value that the nearest reader of this very class holds.
   *
   * @throws dev.weft.UnhandledEffectException if there is none
   */
  @Comp
  public static <T> T ask(Class<T> type) {
    return Effects.perform(asking(type));
  }

  /**
   * The value that the nearest reader with this key holds.
   *
   * @throws dev.weft.UnhandledEffectException if there is none
   */
  @Comp
  public static <T> T ask(Key<T> key) {
    return Effects.perform(asking(key));
  }

  /**
   * Runs a part of the computation with another value in place of the present one.
   *
   * <pre>{@code
   * Reader.local(Config.class, Config::patient, JobComps.download(file));
   * }</pre>
   *
   * @param change makes the part's value of the present one
   * @return the part's result
   * @throws dev.weft.UnhandledEffectException if there is no present one
   */
  @Comp
  public static <T, R> R local(Class<T> type, UnaryOperator<T> change, Computation<R> part) {
    return Effects.call(ReaderComps.local(type, change, part));
  }

  /** As {@link #local(Class, UnaryOperator, Computation)}, for a reader with a key. */
  @Comp
  public static <T, R> R local(Key<T> key, UnaryOperator<T> change, Computation<R> part) {
    return Effects.call(ReaderComps.local(key, change, part));
  }

  /**
   * Provides a value, to be asked for by this class.
   *
   * @throws NullPointerException if an argument is null
   */
  public static <T> Handler of(Class<T> type, T value) {
    return handler(type, value);
  }

  /**
   * Provides a value, to be asked for by this key.
   *
   * @throws NullPointerException if an argument is null
   */
  public static <T> Handler of(Key<T> key, T value) {
    return handler(key, value);
  }

  static <T> Effect<T> asking(Object key) {
    return new Ask<>(key);
  }

  static Handler handler(Object key, Object value) {
    return new ReaderHandler(
        Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
  }

  private record ReaderHandler(Object key, Object value) implements Handler {
    @Override
    public Scope open() {
      return new ReaderScope(key, value);
    }

    @Override
    public String toString() {
      return "Reader[" + Key.text(key) + "]";
    }
  }

  private static final class ReaderScope extends Handler.Scope {
    private final Object value;

    ReaderScope(Object key, Object value) {
      super(Ask.class, key);
      this.value = value;
    }

    @Override
    public Object answer(Effect<?> effect) {
      return value;
    }
  }
}
