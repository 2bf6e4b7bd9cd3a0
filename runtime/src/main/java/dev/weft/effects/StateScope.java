package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Handler;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The state of one run. */
final class StateScope<S> extends Handler.StatefulScope<S> {
  private final Object key;
  private S value;

  StateScope(Object key, S initial) {
    super(StateAccess.class);
    this.key = key;
    this.value = initial;
  }

  @Override
  public boolean answers(Effect<?> effect) {
    return ((StateAccess<?>) effect).key() == key;
  }

  @Override
  @SuppressWarnings("unchecked") // the key of the access says what it is for
  public @Nullable Object answer(Effect<?> effect) {
    StateAccess<?> access = (StateAccess<?>) effect;
    switch (access.operation()) {
      case GET -> {
        return value;
      }
      case PUT -> {
        value = (S) access.argument();
        return null;
      }
      case MODIFY -> {
        S changed = ((UnaryOperator<S>) access.argument()).apply(value);
        value = Objects.requireNonNull(changed, "a state can't be null");
        return changed;
      }
    }
    throw new AssertionError(access.operation());
  }

  @Override
  public S state() {
    return value;
  }
}
