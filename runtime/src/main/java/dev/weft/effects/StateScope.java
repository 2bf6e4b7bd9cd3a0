package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Handler;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The state of one run. */
final class StateScope<S> extends Handler.StatefulScope<S> {
  private S value;

  StateScope(Object key, S initial) {
    super(StateAccess.class, key);
    this.value = initial;
  }

  @Override
  @SuppressWarnings("unchecked") // the key of the access says what it is for
  public @Nullable Object answer(Effect<?> effect) {
    StateAccess<?> access = (StateAccess<?>) effect;
    StateAccess.Operation operation = access.operation();
    if (operation == StateAccess.Operation.GET) {
      return value;
    }
    if (operation == StateAccess.Operation.PUT) {
      value = (S) access.argument();
      return null;
    }
    S changed = ((UnaryOperator<S>) access.argument()).apply(value);
    value = Objects.requireNonNull(changed, "a state can't be null");
    return changed;
  }

  @Override
  public S state() {
    return value;
  }
}
