package dev.weft.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Handles for members that a generated class may not name, because they are private or protected.
 * Generated accessor classes keep them in constants, so that the JIT compiler sees through them.
 */
public final class Members {
  private Members() {}

  /**
   * A lookup that sees what a class itself sees.
   *
   * @param type the class
   * @param caller a full lookup of a class in the same module, or in one that the package is open
   *     to
   */
  public static Lookup in(Class<?> type, Lookup caller) {
    try {
      return MethodHandles.privateLookupIn(type, caller);
    } catch (IllegalAccessException e) {
      Module module = caller.lookupClass().getModule();
      throw type.getModule() == module
          ? stale(type, "", e)
          : new IllegalStateException(
              type.getName() + " can't be used: its package is not open to " + module, e);
    }
  }

  /**
   * A field.
   *
   * @param owner the class that declares it
   */
  public static VarHandle field(
      Lookup lookup, Class<?> owner, String name, boolean isStatic, Class<?> type) {
    try {
      return isStatic
          ? lookup.findStaticVarHandle(owner, name, type)
          : lookup.findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw stale(owner, name, e);
    }
  }

  /**
   * A method; the handle of an instance method takes the instance first.
   *
   * @param owner the class that declares it
   */
  public static MethodHandle method(
      Lookup lookup,
      Class<?> owner,
      String name,
      boolean isStatic,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    try {
      return isStatic
          ? lookup.findStatic(owner, name, type).asFixedArity()
          : lookup
              .findVirtual(owner, name, type)
              .asFixedArity()
              .asType(type.insertParameterTypes(0, owner));
    } catch (ReflectiveOperationException e) {
      throw stale(owner, name, e);
    }
  }

  /**
   * The method that a class calls by {@code super}; the handle takes the instance first.
   *
   * @param lookup of the class that calls
   * @param above the class or interface whose method is meant
   */
  public static MethodHandle superMethod(
      Lookup lookup, Class<?> above, String name, Class<?> result, Class<?>... parameters) {
    try {
      return lookup
          .findSpecial(above, name, MethodType.methodType(result, parameters), lookup.lookupClass())
          .asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw stale(above, name, e);
    }
  }

  /**
   * The field in which an inner class keeps the instance around it.
   *
   * @param lookup of the inner class
   * @param outer the class around it
   */
  public static VarHandle outer(Lookup lookup, Class<?> inner, Class<?> outer) {
    for (Field field : inner.getDeclaredFields()) {
      if (field.isSynthetic() && field.getType() == outer && field.getName().startsWith("this$")) {
        try {
          return lookup.unreflectVarHandle(field);
        } catch (IllegalAccessException e) {
          throw stale(inner, field.getName(), e);
        }
      }
    }
    throw stale(inner, "this$0", new NoSuchFieldException(outer.getName()));
  }

  /** A constructor. */
  public static MethodHandle constructor(Lookup lookup, Class<?> owner, Class<?>... parameters) {
    try {
      return lookup
          .findConstructor(owner, MethodType.methodType(void.class, parameters))
          .asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw stale(owner, "<init>", e);
    }
  }

  /**
   * What makes a stepper that belongs to another package.
   *
   * @param lookup of the class that calls the method
   * @param stepper the name of its class
   * @param isWidened whether its method {@code frame} makes it, and not its constructor
   * @param parameters what that takes, the instance first
   */
  public static MethodHandle frame(
      Lookup lookup, String stepper, boolean isWidened, Class<?>... parameters) {
    Class<?> owner = parameters[0];
    try {
      Class<?> type = Class.forName(stepper, true, owner.getClassLoader());
      return isWidened
          ? method(in(type, lookup), type, "frame", true, Stepper.class, parameters)
          : constructor(in(type, lookup), type, parameters)
              .asType(MethodType.methodType(Stepper.class, parameters));
    } catch (ReflectiveOperationException e) {
      throw stale(owner, stepper, e);
    }
  }

  /**
   * A class that the language hides from generated sources, but not the virtual machine.
   *
   * @param lookup of a class of the same package
   * @param name as {@link Class#getName} has it
   */
  public static Class<?> type(Lookup lookup, String name) {
    try {
      return lookup.findClass(name);
    } catch (ReflectiveOperationException e) {
      throw stale(lookup.lookupClass(), name, e);
    }
  }

  /**
   * An array of the very type that a method of variable arity takes. Who may not name that type
   * passes its elements in another array.
   */
  public static <A> @Nullable A array(Class<A> type, @Nullable Object array) {
    return array instanceof Object[] elements && !type.isInstance(array)
        ? type.cast(Arrays.copyOf(elements, elements.length, type.asSubclass(Object[].class)))
        : type.cast(array);
  }

  /**
   * Throws what an accessed member has thrown, whatever its type.
   *
   * @return never
   */
  public static RuntimeException rethrow(Throwable thrown) {
    throw Members.<RuntimeException>sneak(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static IllegalStateException stale(
      Class<?> owner, String name, ReflectiveOperationException cause) {
    return new IllegalStateException(
        owner.getName()
            + (name.isEmpty() ? "" : "." + name)
            + " is not what it was when its steppers were generated; compile it again",
        cause);
  }
}
