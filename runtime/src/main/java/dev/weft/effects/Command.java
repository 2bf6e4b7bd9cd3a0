package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.annotations.Comp;
import org.jspecify.annotations.Nullable;

/**
 * Something that a computation wants done, as a value: load this user, send that mail. Who does it
 * is decided outside, by {@link Commands}.
 *
 * <pre>{@code
 * record LoadUser(long id) implements Command<User> {}
 *
 * @Comp
 * static String greeting(long id) {
 *   User user = Command.execute(new LoadUser(id));
 *   return "Hello, " + user.name();
 * }
 * }</pre>
 *
 * @param <R> what doing it gives
 */
public interface Command<R extends @Nullable Object> extends Effect<R> {

  /**
   * Has a command done.
   *
   * @return what that gives
   * @throws dev.weft.UnhandledEffectException if there is nobody who does such commands
   */
  @Comp
  static <R extends @Nullable Object> R execute(Command<R> command) {
    return Effects.perform(command);
  }
}
