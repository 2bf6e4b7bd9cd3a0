package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Handler;
import dev.weft.spi.InPlace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does commands: a table of their classes and the functions that do them. Immutable: each addition
 * returns a copy.
 *
 * <pre>{@code
 * GreetingsComps.greeting(7)
 *     .with(
 *         Commands.none()
 *             .on(SendMail.class, mail -> mails.send(mail.to(), mail.text()))
 *             .running(LoadUser.class, load -> UsersComps.load(load.id())))
 * }</pre>
 *
 * <p>Commands of classes that are not in the table go to handlers further out.
 */
public final class Commands implements Handler {
  private static final Commands NONE = new Commands(Map.of());

  private final Map<Class<?>, Answer<Object, ?>> functions;

  private Commands(Map<Class<?>, Answer<Object, ?>> functions) {
    this.functions = functions;
  }

  /** An empty table. */
  public static Commands none() {
    return NONE;
  }

  /**
   * Adds a function that does commands of a class at once; it replaces an older one.
   *
   * @param type the very class of the commands
   * @param function does one and returns the answer; what it throws, the computation throws
   * @throws NullPointerException if an argument is null
   */
  public <R extends @Nullable Object, C extends Command<R>> Commands on(
      Class<C> type, Answer<? super C, ? extends R> function) {
    Objects.requireNonNull(function, "function");
    return plus(type, function);
  }

  /**
   * Adds a function that gives a computation, such as a {@code @Comp} method's factory does. It
   * runs in place of the command, with the handlers further out than this table, and may pause.
   *
   * @param type the very class of the commands
   * @param function gives what is to run
   * @throws NullPointerException if an argument is null
   */
  public <R extends @Nullable Object, C extends Command<R>> Commands running(
      Class<C> type, Answer<? super C, ? extends Computation<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return plus(type, (C command) -> new InPlace(function.to(command)));
  }

  @SuppressWarnings("unchecked") // it is called with commands of its class alone
  private <C> Commands plus(Class<C> type, Answer<? super C, ?> function) {
    Map<Class<?>, Answer<Object, ?>> more = new HashMap<>(functions);
    more.put(Objects.requireNonNull(type, "type"), (Answer<Object, ?>) function);
    return new Commands(more);
  }

  @Override
  public Scope open() {
    return new CommandScope(functions);
  }

  @Override
  public String toString() {
    return functions.keySet().stream()
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.joining(", ", "Commands[", "]"));
  }

  private static final class CommandScope extends Scope {
    private final Map<Class<?>, Answer<Object, ?>> functions;

    CommandScope(Map<Class<?>, Answer<Object, ?>> functions) {
      super(Command.class);
      this.functions = functions;
    }

    @Override
    public boolean answers(Effect<?> effect) {
      return functions.containsKey(effect.getClass());
    }

    @Override
    public @Nullable Object answer(Effect<?> effect) throws Throwable {
      return Objects.requireNonNull(functions.get(effect.getClass())).to(effect);
    }
  }
}
