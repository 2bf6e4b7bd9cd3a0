package dev.weft.effects;

import dev.weft.Computation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link Writer}. */
public final class WriterComps {
  private WriterComps() {}

  /** The computation of {@link Writer#tell(Class, Object)}. */
  public static <E> Computation<@Nullable Void> tell(Class<E> type, E entry) {
    return Computation.performing(Writer.telling(type, entry));
  }

  /** The computation of {@link Writer#tell(Key, Object)}. */
  public static <E> Computation<@Nullable Void> tell(Key<E> key, E entry) {
    return Computation.performing(Writer.telling(key, entry));
  }

  /** The computation of {@link Writer#listen(Class, Computation)}. */
  public static <E, R> Computation<Writer.Heard<R, E>> listen(Class<E> type, Computation<R> part) {
    return heard(type, part);
  }

  /** The computation of {@link Writer#listen(Key, Computation)}. */
  public static <E, R> Computation<Writer.Heard<R, E>> listen(Key<E> key, Computation<R> part) {
    return heard(key, part);
  }

  private static <E, R> Computation<Writer.Heard<R, E>> heard(Object key, Computation<R> part) {
    Objects.requireNonNull(part, "part");
    return part.with(
        Writer.<E>listening(key), (result, entries) -> new Writer.Heard<>(result, entries));
  }
}
