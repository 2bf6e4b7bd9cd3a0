package dev.weft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a computation came: it waits for an answer, or it has ended.
 *
 * <p>On JDK 21 and newer a {@code switch} over it is exhaustive; on 17, {@link #fold} is:
 *
 * <pre>{@code
 * String text = step.fold(
 *     suspended -> "asks " + suspended.value(),
 *     completed -> "returned " + completed.value(),
 *     thrown -> "failed: " + thrown.error(),
 *     cancelled -> "was cancelled: " + cancelled.reason());
 * }</pre>
 *
 * @param <T> what the computation returns
 */
public sealed interface Step<T> {

  /**
   * Applies the one function that is for this kind of step.
   *
   * @return what that function returns
   */
  <R extends @Nullable Object> R fold(
      Function<? super Suspended<T>, ? extends R> suspended,
      Function<? super Completed<T>, ? extends R> completed,
      Function<? super Thrown<T>, ? extends R> thrown,
      Function<? super Cancelled<T>, ? extends R> cancelled);

  /** Whether the computation has ended with this step: it is any but {@link Suspended}. */
  default boolean isTerminal() {
    return !(this instanceof Suspended);
  }

  /**
   * The computation waits for an answer.
   *
   * @param value what it yielded
   * @param data what handlers say about this suspension; cannot be modified
   * @param number 1, 2, 3 …: names this suspension within its execution
   */
  record Suspended<T>(@Nullable Object value, Map<String, Object> data, long number)
      implements Step<T> {
    private static final Map<String, Object> NO_DATA = Map.of();

    /** Copies the data. */
    public Suspended {
      data =
          data == NO_DATA || data.isEmpty()
              ? NO_DATA
              : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    Suspended(@Nullable Object value, long number) {
      this(value, NO_DATA, number);
    }

    /** Whether it can be made again of its value, which tells itself from a step, and number. */
    boolean isPlain() {
      return data == NO_DATA && !isStep(value);
    }

    /** By its classes: to ask a value for an interface that it lacks takes longer. */
    private static boolean isStep(@Nullable Object value) {
      return value instanceof Suspended
          || value instanceof Completed
          || value instanceof Thrown
          || value instanceof Cancelled;
    }

    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super Suspended<T>, ? extends R> suspended,
        Function<? super Completed<T>, ? extends R> completed,
        Function<? super Thrown<T>, ? extends R> thrown,
        Function<? super Cancelled<T>, ? extends R> cancelled) {
      return suspended.apply(this);
    }
  }

  /**
   * The computation returned.
   *
   * @param value what it returned
   */
  record Completed<T>(@Nullable T value) implements Step<T> {
    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super Suspended<T>, ? extends R> suspended,
        Function<? super Completed<T>, ? extends R> completed,
        Function<? super Thrown<T>, ? extends R> thrown,
        Function<? super Cancelled<T>, ? extends R> cancelled) {
      return completed.apply(this);
    }
  }

  /**
   * The computation failed.
   *
   * @param error the very object that it threw
   */
  record Thrown<T>(Throwable error) implements Step<T> {
    /** Checks that there is an error. */
    public Thrown {
      Objects.requireNonNull(error, "error");
    }

    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super Suspended<T>, ? extends R> suspended,
        Function<? super Completed<T>, ? extends R> completed,
        Function<? super Thrown<T>, ? extends R> thrown,
        Function<? super Cancelled<T>, ? extends R> cancelled) {
      return thrown.apply(this);
    }
  }

  /**
   * The computation was cancelled, and its cleanups have run.
   *
   * @param reason what the one who cancelled it said
   */
  record Cancelled<T>(@Nullable Object reason) implements Step<T> {
    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super Suspended<T>, ? extends R> suspended,
        Function<? super Completed<T>, ? extends R> completed,
        Function<? super Thrown<T>, ? extends R> thrown,
        Function<? super Cancelled<T>, ? extends R> cancelled) {
      return cancelled.apply(this);
    }
  }
}
