package dev.weft;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Checks the answer to an effect where no generated code does: in the original method. What the
 * effect's class says of its answer is enough for all effects that are not generic themselves.
 */
final class AnswerTypes {
  private AnswerTypes() {}

  /**
   * The answer, as the effect promises it.
   *
   * @throws ClassCastException if it is of another type
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // null is an answer of any type
  static <R extends @Nullable Object> R checked(Effect<R> effect, @Nullable Object answer) {
    Class<?> expected = answer == null ? null : answerType(effect.getClass());
    if (expected != null && !expected.isInstance(answer)) {
      throw new ClassCastException(
          "The effect "
              + EffectNames.of(effect)
              + " must be answered with a "
              + expected.getTypeName()
              + ", but its handler answered with a "
              + answer.getClass().getTypeName());
    }
    return (R) answer;
  }

  /** The {@code R} of the {@code Effect<R>} that a class implements, if it is a class. */
  private static @Nullable Class<?> answerType(Class<?> type) {
    for (Type each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType generic && generic.getRawType() == Effect.class) {
        return rawClass(generic.getActualTypeArguments()[0]);
      }
      Class<?> found = each instanceof Class<?> plain ? answerType(plain) : null;
      if (found != null) {
        return found;
      }
    }
    return type.getGenericSuperclass() instanceof Class<?> superclass
        ? answerType(superclass)
        : null;
  }

  private static @Nullable Class<?> rawClass(Type type) {
    if (type instanceof ParameterizedType generic) {
      return rawClass(generic.getRawType());
    }
    return type instanceof Class<?> plain ? plain : null;
  }
}
