package dev.weft;

import dev.weft.spi.InPlace;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers effects of the computations that it is added to by {@link Computation#with(Handler)}, and
 * sees them begin, pause, go on and end.
 *
 * <p>A handler is a recipe, like a computation: it is immutable and can be used any number of
 * times. Each run opens a {@link Scope} of its own, which holds whatever the handler has to
 * remember during that run.
 *
 * <pre>{@code
 * Computation<User> register =
 *     WizardComps.register()
 *         .with(Handler.of(Now.class, now -> clock.instant()))
 *         .with(Handler.running(LoadUser.class, load -> UsersComps.load(load.id())));
 * }</pre>
 *
 * <p>What is added last is outermost. An effect goes to the innermost handler that answers effects
 * of its class.
 */
public interface Handler {

  /**
   * Begins the handler's part in one run. It is called when the computation that has the handler
   * starts, on the thread that runs it; a failure is the computation's failure.
   */
  Scope open();

  /**
   * A handler that answers at once.
   *
   * <pre>{@code
   * Handler.of(Now.class, now -> clock.instant())
   * }</pre>
   *
   * @param type the class of the effects that it answers, or an interface of theirs
   * @param answer gives the answer, on the thread that runs the computation; what it throws, the
   *     computation throws where it performed the effect
   * @throws NullPointerException if an argument is null
   */
  static <R extends @Nullable Object, E extends Effect<R>> Handler of(
      Class<E> type, Answer<? super E, ? extends R> answer) {
    return new EffectHandler<>(type, Objects.requireNonNull(answer, "answer"));
  }

  /**
   * A handler that answers with the result of another computation. That one runs in place of the
   * effect, with the handlers that are further out than this one; it may pause.
   *
   * <pre>{@code
   * Handler.running(LoadUser.class, load -> UsersComps.load(load.id()))
   * }</pre>
   *
   * @param type the class of the effects that it answers, or an interface of theirs
   * @param computation gives what is to run
   * @throws NullPointerException if an argument is null
   */
  static <R extends @Nullable Object, E extends Effect<R>> Handler running(
      Class<E> type, Answer<? super E, ? extends Computation<? extends R>> computation) {
    Objects.requireNonNull(computation, "computation");
    return new EffectHandler<>(type, effect -> new InPlace(computation.to(effect)));
  }

  /**
   * A handler that asks whoever drives the computation: it yields, and what that is answered with
   * is the answer to the effect.
   *
   * <pre>{@code
   * Handler.asking(Confirm.class, confirm -> "Really? " + confirm.what())
   * }</pre>
   *
   * @param type the class of the effects that it answers, or an interface of theirs
   * @param question gives what is yielded
   * @throws NullPointerException if an argument is null
   */
  static <R extends @Nullable Object, E extends Effect<R>> Handler asking(
      Class<E> type, Function<? super E, ?> question) {
    Objects.requireNonNull(question, "question");
    return new EffectHandler<>(
        type, effect -> new InPlace(YieldStepper.yielding(question.apply(effect))));
  }

  /**
   * Gives the answer to an effect.
   *
   * @param <E> the effect
   * @param <R> the answer
   */
  @FunctionalInterface
  interface Answer<E, R extends @Nullable Object> {
    /**
     * Gives it.
     *
     * @throws Throwable if there is none; the computation throws it where it performed the effect
     */
    R to(E effect) throws Throwable;
  }

  /**
   * A handler whose scopes have a state, which the result of a computation can be combined with:
   * see {@link Computation#with(Stateful, java.util.function.BiFunction)}.
   *
   * @param <S> the state
   */
  interface Stateful<S extends @Nullable Object> extends Handler {
    @Override
    StatefulScope<S> open();
  }

  /**
   * A handler's part in one run of a computation.
   *
   * <p>All its methods are called on the thread that runs the computation at that time, one after
   * the other, each happening after the one before. It needs no locks.
   */
  abstract class Scope {
    private final @Nullable Class<?> type;
    private final @Nullable Object key;

    /** A scope that answers no effects. */
    protected Scope() {
      this.type = null;
      this.key = null;
    }

    /**
     * A scope that answers effects of a class and of its subclasses.
     *
     * @throws IllegalArgumentException if the class is not one of effects
     */
    protected Scope(Class<?> type) {
      this.type = checked(Effect.class, type);
      this.key = null;
    }

    /**
     * A scope that answers those effects of a class and of its subclasses that have this key.
     *
     * @throws IllegalArgumentException if the class is not one of effects with keys
     */
    protected Scope(Class<?> type, Object key) {
      this.type = checked(KeyedEffect.class, type);
      this.key = Objects.requireNonNull(key, "key");
    }

    private static Class<?> checked(Class<?> kind, Class<?> type) {
      if (!kind.isAssignableFrom(type)) {
        throw new IllegalArgumentException(type + " is no " + kind.getSimpleName());
      }
      return type;
    }

    /** The class of the effects that it answers; null if it answers none. */
    public final @Nullable Class<?> type() {
      return type;
    }

    /** The key of the effects that it answers; null if they need none. */
    public final @Nullable Object key() {
      return key;
    }

    /**
     * Whether it answers this effect, which is of its class and has its key. One that it does not
     * answer goes to the next handler further out.
     */
    public boolean answers(Effect<?> effect) {
      return true;
    }

    /**
     * Answers an effect.
     *
     * @return the answer, or {@link #inPlace} of a computation that gives it
     * @throws Throwable what the computation is to throw where it performed the effect
     */
    public @Nullable Object answer(Effect<?> effect) throws Throwable {
      throw new UnsupportedOperationException(getClass() + " answers no effects");
    }

    /**
     * Lets a computation run in place of the answer; its result is the answer. It runs with the
     * handlers that are further out than this one.
     */
    protected static Object inPlace(Computation<?> computation) {
      return new InPlace(Objects.requireNonNull(computation, "computation"));
    }

    /**
     * The computation pauses and somebody will be told, unless it is cancelled before that. Called
     * innermost first.
     *
     * <p>Where nobody is told, this is not called either: under {@link AsyncCoroutine} a
     * computation that waits by {@link dev.weft.effects.Await} or {@link dev.weft.effects.Sleep}
     * goes on without {@code suspended} and {@code resumed}. To whoever drives a {@link Coroutine}
     * such a wait is a suspension as any other, and so it is to scopes.
     *
     * @param data becomes {@link Step.Suspended#data}; holds what scopes further in have put there
     * @throws Throwable what the computation is to throw where it paused
     */
    public void suspended(Map<String, Object> data) throws Throwable {}

    /**
     * The computation goes on with an answer. Called outermost first. A cancellation is not
     * announced by this: the next call is {@link #exited} then.
     *
     * @throws Throwable what the computation is to throw where it paused
     */
    public void resumed() throws Throwable {}

    /**
     * The computation that has the handler has ended. Called once, innermost first, whatever
     * happened and whatever other scopes throw.
     *
     * @param outcome {@link Step.Completed}, {@link Step.Thrown} or {@link Step.Cancelled}; where a
     *     runner's executor takes no more tasks it is a cancellation, and the {@link
     *     java.util.concurrent.RejectedExecutionException} its reason
     * @throws Throwable what the computation is to end with instead
     */
    public void exited(Step<?> outcome) throws Throwable {}
  }

  /**
   * A scope with a state.
   *
   * @param <S> the state
   */
  abstract class StatefulScope<S extends @Nullable Object> extends Scope {

    /** A scope that answers no effects. */
    protected StatefulScope() {}

    /** A scope that answers effects of a class and of its subclasses. */
    protected StatefulScope(Class<?> type) {
      super(type);
    }

    /** A scope that answers those effects of a class and of its subclasses that have this key. */
    protected StatefulScope(Class<?> type, Object key) {
      super(type, key);
    }

    /** The state as it is now. */
    public abstract S state();
  }
}
