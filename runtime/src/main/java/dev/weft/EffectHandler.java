package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A handler that is one function, without a state. */
final class EffectHandler<E extends Effect<?>> implements Handler {
  private final Class<E> type;
  private final Answer<? super E, ?> function;

  EffectHandler(Class<E> type, Answer<? super E, ?> function) {
    this.type = Objects.requireNonNull(type, "type");
    this.function = function;
  }

  @Override
  public Scope open() {
    return new FunctionScope<>(type, function);
  }

  @Override
  public String toString() {
    return "Handler[" + type.getTypeName() + "]";
  }

  private static final class FunctionScope<E extends Effect<?>> extends Scope {
    private final Answer<? super E, ?> function;

    FunctionScope(Class<E> type, Answer<? super E, ?> function) {
      super(type);
      this.function = function;
    }

    @Override
    @SuppressWarnings("unchecked") // it is asked for effects of its type alone
    public @Nullable Object answer(Effect<?> effect) throws Throwable {
      return function.to((E) effect);
    }
  }
}
