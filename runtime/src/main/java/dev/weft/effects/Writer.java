package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.KeyedEffect;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log that a computation writes as it goes. It belongs to the run: each run of a computation
 * starts with an empty one.
 *
 * <pre>{@code
 * @Comp
 * static void pay(Order order) {
 *   Writer.tell(Event.class, new Paid(order));
 * }
 * ...
 * Computation<List<Event>> events =
 *     ShopComps.pay(order).with(Writer.of(Event.class), (nothing, log) -> log);
 * }</pre>
 *
 * <p>There can be several, told apart by the class or the {@link Key}. The nearest of the same
 * class or key counts. Every method throws a {@link dev.weft.UnhandledEffectException} if there is
 * none.
 */
public final class Writer {
  private Writer() {}

  /** One more entry for the log under a key. */
  static final class Tell extends KeyedEffect<@Nullable Void> {
    private final Object entry;

    Tell(Object key, Object entry) {
      super(key);
      this.entry = Objects.requireNonNull(entry, "entry");
    }
  }

  /**
   * What a part of a computation returned, and what it told meanwhile.
   *
   * @param result what it returned
   * @param entries what it told, in order
   * @param <R> the type of the result
   * @param <E> the type of the entries
   */
  public record Heard<R, E>(@Nullable R result, List<E> entries) {}

  /** Adds an entry to the log of this very class. */
  @Comp
  public static <E> void tell(Class<E> type, E entry) {
    Effects.perform(telling(type, entry));
  }

  /** Adds an entry to the log with this key. */
  @Comp
  public static <E> void tell(Key<E> key, E entry) {
    Effects.perform(telling(key, entry));
  }

  /**
   * Runs a part of the computation and listens to what it tells. That is added to the log as well.
   *
   * @return the part's result, and what it told
   */
  @Comp
  public static <E, R> Heard<R, E> listen(Class<E> type, Computation<R> part) {
    return Effects.call(WriterComps.listen(type, part));
  }

  /** As {@link #listen(Class, Computation)}, for the log with a key. */
  @Comp
  public static <E, R> Heard<R, E> listen(Key<E> key, Computation<R> part) {
    return Effects.call(WriterComps.listen(key, part));
  }

  /**
   * Collects the log that is known by this class. The state is all that was told, in order.
   *
   * @throws NullPointerException if the class is null
   */
  public static <E> Handler.Stateful<List<E>> of(Class<E> type) {
    return new WriterHandler<>(type, false);
  }

  /**
   * Collects the log that is known by this key. The state is all that was told, in order.
   *
   * @throws NullPointerException if the key is null
   */
  public static <E> Handler.Stateful<List<E>> of(Key<E> key) {
    return new WriterHandler<>(key, false);
  }

  static Effect<@Nullable Void> telling(Object key, Object entry) {
    return new Tell(key, entry);
  }

  /** Collects, and passes all on to the next log further out. */
  static <E> Handler.Stateful<List<E>> listening(Object key) {
    return new WriterHandler<>(key, true);
  }

  private record WriterHandler<E>(Object key, boolean isPassedOn)
      implements Handler.Stateful<List<E>> {
    WriterHandler {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public Handler.StatefulScope<List<E>> open() {
      return new WriterScope<>(key, isPassedOn);
    }

    @Override
    public String toString() {
      return "Writer[" + Key.text(key) + "]";
    }
  }

  private static final class WriterScope<E> extends Handler.StatefulScope<List<E>> {
    private final boolean isPassedOn;
    private final List<E> entries = new ArrayList<>();

    WriterScope(Object key, boolean isPassedOn) {
      super(Tell.class, key);
      this.isPassedOn = isPassedOn;
    }

    @Override
    @SuppressWarnings("unchecked") // the key of the entry says what it is
    public @Nullable Object answer(Effect<?> effect) {
      Tell told = (Tell) effect;
      entries.add((E) told.entry);
      return isPassedOn ? inPlace(Computation.performing(told)) : null;
    }

    @Override
    public List<E> state() {
      return List.copyOf(entries);
    }
  }
}
