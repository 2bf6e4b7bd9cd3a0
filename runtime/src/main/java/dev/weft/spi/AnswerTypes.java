package dev.weft.spi;

import dev.weft.Effect;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks answers where no generated code does, by what the effect's class says of its answer:
 * {@code String} for a class that implements {@code Effect<String>}, by whatever way.
 */
final class AnswerTypes {

  /** What an answer must be an instance of; {@code Object} where anything will do. */
  private static final ClassValue<Class<?>> TYPES =
      new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> effect) {
          Class<?> answer = rawClass(answerType(effect));
          // What is answered to an effect without an answer is of no use to anybody, nor harm.
          return answer == null || answer == Void.class ? Object.class : answer;
        }
      };

  private AnswerTypes() {}

  /**
   * Checks the answer to an effect.
   *
   * @param frame who performed it
   * @param at the number of the suspension there that stands for it
   * @throws ClassCastException if it is of another type
   */
  static void check(@Nullable Object answer, Effect<?> effect, Stepper frame, int at) {
    if (answer != null) {
      Class<?> expected = TYPES.get(effect.getClass());
      if (!expected.isInstance(answer)) {
        throw error(effect.getClass(), frame.place(at), expected, answer);
      }
    }
  }

  /** The error for an answer of another type than the effect wants. */
  static ClassCastException error(
      Class<?> effect, StackTraceElement place, Class<?> expected, Object answer) {
    return new ClassCastException(
        "The effect "
            + effect.getTypeName()
            + ", performed at "
            + place
            + ", must be answered with a "
            + expected.getTypeName()
            + ", but its handler answered with a "
            + answer.getClass().getTypeName());
  }

  /** The {@code R} of the {@code Effect<R>} that a class is; it may be a variable of that class. */
  private static @Nullable Type answerType(Class<?> type) {
    if (type == Effect.class) {
      return Effect.class.getTypeParameters()[0];
    }
    for (Type each : supertypes(type)) {
      Class<?> raw = rawClass(each);
      if (raw != null && Effect.class.isAssignableFrom(raw)) {
        Type answer = answerType(raw);
        return each instanceof ParameterizedType generic && answer instanceof TypeVariable<?> name
            ? argument(generic, raw, name)
            : answer;
      }
    }
    return null;
  }

  private static List<Type> supertypes(Class<?> type) {
    List<Type> all = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      all.add(type.getGenericSuperclass());
    }
    return all;
  }

  private static Type argument(ParameterizedType generic, Class<?> raw, TypeVariable<?> name) {
    int index = Arrays.asList(raw.getTypeParameters()).indexOf(name);
    return generic.getActualTypeArguments()[index];
  }

  private static @Nullable Class<?> rawClass(@Nullable Type type) {
    if (type instanceof ParameterizedType generic) {
      return rawClass(generic.getRawType());
    }
    return type instanceof Class<?> plain ? plain : null;
  }
}
