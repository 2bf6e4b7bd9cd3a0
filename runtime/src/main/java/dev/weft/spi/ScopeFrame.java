package dev.weft.spi;

import dev.weft.Effect;
import dev.weft.Handler;
import dev.weft.KeyedEffect;
import dev.weft.Step;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The frame of a computation with a handler: opens its scope, runs the computation, leaves it. */
final class ScopeFrame extends ContextFrame {
  private final Handler handler;
  private final Recipe body;
  private final @Nullable BiFunction<Object, Object, ?> output;

  private Handler.@Nullable Scope scope;

  /** The class of the effects that the scope answers. */
  private @Nullable Class<?> type;

  /** Their key, if they need one. */
  private @Nullable Object key;

  /** There may be effects of a subclass. */
  private boolean hasSubclasses;

  /** The scope was opened by a cleanup, which the cancellation itself does not end. */
  private boolean isCleanup;

  ScopeFrame(Handler handler, Recipe body, @Nullable BiFunction<Object, Object, ?> output) {
    this.handler = handler;
    this.body = body;
    this.output = output;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    if (at == 0) {
      open(x);
    }
    Object result;
    try {
      if (at == 0 && call(x, 1, body.frame()) == PAUSED) {
        return PAUSED;
      }
      result = answer(x);
    } catch (Throwable error) {
      throw exitWith(x, error);
    }
    CancelSignal signal = isCleanup ? null : x.cancelling();
    exit(x, signal == null ? new Step.Completed<>(result) : cancelled(signal));
    return complete(x, output == null ? result : output(result));
  }

  private void open(Execution x) {
    Handler.Scope opened = Objects.requireNonNull(handler.open(), () -> handler + " opened null");
    scope = opened;
    type = opened.type();
    key = opened.key();
    hasSubclasses = type != null && !Modifier.isFinal(type.getModifiers());
    isCleanup = x.cancelling() != null;
    outward = x.context();
    enter(x);
  }

  private void exit(Execution x, Step<?> outcome) throws Throwable {
    leave(x);
    scope().exited(outcome);
  }

  /** What the frame ends with: the error, unless the scope has another one. */
  private Throwable exitWith(Execution x, Throwable error) {
    try {
      exit(x, error instanceof CancelSignal signal ? cancelled(signal) : new Step.Thrown<>(error));
    } catch (Throwable failure) {
      if (failure != error && !(error instanceof CancelSignal)) {
        failure.addSuppressed(error);
      }
      return failure;
    }
    return error;
  }

  private static Step<?> cancelled(CancelSignal signal) {
    return new Step.Cancelled<>(signal.reason);
  }

  @SuppressWarnings("NullAway") // results and states may be null
  private @Nullable Object output(@Nullable Object result) {
    return output.apply(result, ((Handler.StatefulScope<?>) scope()).state());
  }

  private Handler.Scope scope() {
    return Objects.requireNonNull(scope);
  }

  @Override
  boolean answers(Class<?> effectType, Effect<?> effect) {
    boolean isOfType =
        type == effectType || (hasSubclasses && Objects.requireNonNull(type).isInstance(effect));
    return isOfType
        && (key == null || key == ((KeyedEffect<?>) effect).key())
        && scope().answers(effect);
  }

  /** The handler's answer, or an {@link InPlace}. */
  @Nullable Object answer(Effect<?> effect) throws Throwable {
    return scope().answer(effect);
  }

  @Override
  boolean hasListener() {
    return Listeners.listens(scope());
  }

  @Override
  void suspended(Map<String, Object> into) throws Throwable {
    scope().suspended(into);
  }

  @Override
  void resumed() throws Throwable {
    scope().resumed();
  }

  @Override
  public String toString() {
    return handler.toString();
  }
}
