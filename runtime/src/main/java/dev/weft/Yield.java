package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pauses the computation, in the body of a {@code @Comp} method.
 *
 * <pre>{@code
 * @Comp
 * static User register() {
 *   String name = Yield.yield("get_name");
 *   String email = Yield.yield("get_email");
 *   return new User(name, email);
 * }
 * }</pre>
 *
 * <p>The processor replaces these calls. One that really happens stands in a method that was called
 * directly, as plain Java: it blocks in a body of {@link Blocking}, and else throws an {@link
 * IllegalStateException} that says what to do.
 */
// What the driver answers is the user's own promise: it is typed, and null, where it is used.
@SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
public final class Yield {
  private Yield() {}

  /**
   * Pauses until the driver answers.
   *
   * @param value what the driver gets, as {@link Step.Suspended#value}
   * @return what the driver answers
   * @throws IllegalStateException if this thread hosts no computation
   */
  @SuppressWarnings("NamedLikeContextualKeyword")
  public static <R extends @Nullable Object> R yield(@Nullable Object value) {
    return (R) pause(value);
  }

  /**
   * Pauses until the driver answers a question of a known type. It can be imported statically.
   *
   * @param prompt what the driver gets, as {@link Step.Suspended#value}
   * @return what the driver answers
   * @throws IllegalStateException if this thread hosts no computation
   * @throws NullPointerException if the prompt is null
   */
  public static <R extends @Nullable Object> R ask(Prompt<R> prompt) {
    return (R) pause(Objects.requireNonNull(prompt, "prompt"));
  }

  /**
   * Pauses to hand out a value; the answer doesn't matter. For generators.
   *
   * @param value what the driver gets, as {@link Step.Suspended#value}
   * @throws IllegalStateException if this thread hosts no computation
   */
  public static void emit(@Nullable Object value) {
    pause(value);
  }

  private static @Nullable Object pause(@Nullable Object value) {
    BodyThread body = BodyThread.current();
    if (body == null) {
      throw DirectCall.refused();
    }
    return body.pause(value);
  }
}
