package dev.weft.spi;

import dev.weft.Handler;
import java.util.Map;

/**
 * Which scopes want to hear of suspensions: those whose class says what happens then. Few do, and
 * the others are not asked each time.
 */
final class Listeners {
  private static final ClassValue<Boolean> LISTENS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return overrides(type, "suspended", Map.class) || overrides(type, "resumed");
        }
      };

  private Listeners() {}

  static boolean listens(Handler.Scope scope) {
    return LISTENS.get(scope.getClass());
  }

  private static boolean overrides(Class<?> type, String method, Class<?>... parameters) {
    try {
      return type.getMethod(method, parameters).getDeclaringClass() != Handler.Scope.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
