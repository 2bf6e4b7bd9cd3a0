package dev.weft.processor;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Gets at javac's trees, where the compiler is javac. It gives them to nobody but its own
 * environment, and build tools hand processors a wrapper: Gradle and kapt to see what a processor
 * writes, IntelliJ to keep the classes of its own JVM apart from those of the compiler's.
 */
final class TreeApi {
  private static final int DEEPEST = 8;

  private TreeApi() {}

  /** The environment that is javac's own; nothing if the compiler is another one. */
  static Optional<ProcessingEnvironment> javac(ProcessingEnvironment environment) {
    Optional<ProcessingEnvironment> each = Optional.of(environment);
    for (int depth = 0; each.isPresent() && depth < DEEPEST; depth++) {
      if (hasTrees(each.get())) {
        return each;
      }
      each = wrappedIn(each.get());
    }
    return Optional.empty();
  }

  private static boolean hasTrees(ProcessingEnvironment environment) {
    try {
      Trees.instance(environment);
      return true;
    } catch (IllegalArgumentException | LinkageError e) {
      return false;
    }
  }

  private static Optional<ProcessingEnvironment> wrappedIn(ProcessingEnvironment wrapper) {
    try {
      return java.lang.reflect.Proxy.isProxyClass(wrapper.getClass())
          ? wrappedByIntelliJ(wrapper)
          : wrappedInField(wrapper);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> wrappedInField(ProcessingEnvironment wrapper)
      throws ReflectiveOperationException {
    for (Class<?> c = wrapper.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (ProcessingEnvironment.class.isAssignableFrom(field.getType())) {
          field.setAccessible(true);
          return Optional.ofNullable((ProcessingEnvironment) field.get(wrapper));
        }
      }
    }
    return Optional.empty();
  }

  /** IntelliJ documents this call for processors that need the compiler's own objects. */
  private static Optional<ProcessingEnvironment> wrappedByIntelliJ(ProcessingEnvironment wrapper)
      throws ReflectiveOperationException {
    ClassLoader loader = wrapper.getClass().getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    Object wrapped =
        loader
            .loadClass("org.jetbrains.jps.javac.APIWrappers")
            .getDeclaredMethod("unwrap", Class.class, Object.class)
            .invoke(null, ProcessingEnvironment.class, wrapper);
    return Optional.ofNullable((ProcessingEnvironment) wrapped);
  }
}
