package dev.weft.spi;

import dev.weft.Computation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the generated stepper of a method that is known at run time only. */
final class SteppersOfMethods {
  private SteppersOfMethods() {}

  /**
   * What makes computations of a {@code @Comp} method.
   *
   * @param method of an object, not abstract
   * @param lookup of a class in a module that the method's package is open to
   */
  static Overrides.Maker maker(Method method, Lookup lookup) throws ReflectiveOperationException {
    Class<?> host = method.getDeclaringClass();
    Class<?> named = isConstantBody(host) ? host.getSuperclass() : host;
    MethodHandle constructor = constructor(method, named, lookup).asFixedArity();
    int count = constructor.type().parameterCount();
    Class<?> last = constructor.type().parameterType(count - 1);
    MethodHandle frames =
        constructor.asType(MethodType.genericMethodType(count)).asSpreader(Object[].class, count);
    String label = names(named, ".") + "." + method.getName();
    return all -> {
      if (method.isVarArgs()) {
        all[count - 1] = Members.array(last, all[count - 1]);
      }
      return Computation.of(label, () -> frame(frames, all));
    };
  }

  private static Stepper frame(MethodHandle frames, @Nullable Object[] all) {
    try {
      return (Stepper) frames.invoke(all);
    } catch (Throwable e) {
      throw Members.rethrow(e);
    }
  }

  /**
   * The constructor of the method's stepper. The steppers of overloads are told apart by a number,
   * in the order of the source, which classes don't keep.
   *
   * @param named the class that the stepper has for the instance
   */
  private static MethodHandle constructor(Method method, Class<?> named, Lookup lookup)
      throws ReflectiveOperationException {
    Class<?> host = method.getDeclaringClass();
    String container = host.getPackageName().isEmpty() ? "" : host.getPackageName() + ".";
    String constant = isConstantBody(host) ? "_" + constant(host) : "";
    String name = container + names(named, "_") + constant + "_" + method.getName();
    for (int i = 1; i <= host.getDeclaredMethods().length; i++) {
      String number = i == 1 ? "" : "_" + i;
      try {
        Class<?> stepper = Class.forName(name + number + "_Stepper", true, host.getClassLoader());
        Constructor<?> constructor = stepper.getDeclaredConstructors()[0];
        if (takes(constructor.getParameterTypes(), named, method)) {
          OtherModules.read(stepper, lookup);
          return MethodHandles.privateLookupIn(stepper, lookup).unreflectConstructor(constructor);
        }
      } catch (ClassNotFoundException e) {
        // The number of an abstract method.
      }
    }
    throw new ClassNotFoundException(name + "_Stepper");
  }

  /** Whether a constructor takes the instance and what the method takes. */
  private static boolean takes(Class<?>[] taken, Class<?> named, Method method) {
    boolean takes = taken.length == method.getParameterCount() + 1 && taken[0] == named;
    for (int i = 0; takes && i < method.getParameterCount(); i++) {
      // Of the bounds "Object & Comparable<T>" generated code has the second alone.
      boolean isVariable = method.getGenericParameterTypes()[i] instanceof TypeVariable<?>;
      Class<?> wanted = method.getParameterTypes()[i];
      takes = taken[i + 1] == wanted || isVariable && wanted.isAssignableFrom(taken[i + 1]);
    }
    return takes;
  }

  /** The simple names of a class and of those around it. */
  private static String names(Class<?> type, String separator) {
    Class<?> outer = type.getDeclaringClass();
    return (outer == null ? "" : names(outer, separator) + separator) + type.getSimpleName();
  }

  private static boolean isConstantBody(Class<?> host) {
    return host.isAnonymousClass() && host.getSuperclass().isEnum();
  }

  private static String constant(Class<?> body) {
    return Arrays.stream(body.getSuperclass().getEnumConstants())
        .filter(c -> c.getClass() == body)
        .map(c -> ((Enum<?>) c).name())
        .findFirst()
        .orElseThrow();
  }
}
