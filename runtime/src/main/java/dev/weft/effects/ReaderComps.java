package dev.weft.effects;

import dev.weft.Computation;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Makes computations of the methods of {@link Reader}. */
public final class ReaderComps {
  private ReaderComps() {}

  /** The computation of {@link Reader#ask(Class)}. */
  public static <T> Computation<T> ask(Class<T> type) {
    return Computation.performing(Reader.asking(type));
  }

  /** The computation of {@link Reader#ask(Key)}. */
  public static <T> Computation<T> ask(Key<T> key) {
    return Computation.performing(Reader.asking(key));
  }

  /** The computation of {@link Reader#local(Class, UnaryOperator, Computation)}. */
  public static <T, R> Computation<R> local(
      Class<T> type, UnaryOperator<T> change, Computation<R> part) {
    return changed(ask(type), type, change, part);
  }

  /** The computation of {@link Reader#local(Key, UnaryOperator, Computation)}. */
  public static <T, R> Computation<R> local(
      Key<T> key, UnaryOperator<T> change, Computation<R> part) {
    return changed(ask(key), key, change, part);
  }

  private static <T, R> Computation<R> changed(
      Computation<T> present, Object key, UnaryOperator<T> change, Computation<R> part) {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(part, "part");
    return ThenStepper.of(
        "Reader.local", present, value -> part.with(Reader.handler(key, change.apply(value))));
  }
}
