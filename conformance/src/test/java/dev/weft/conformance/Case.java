package dev.weft.conformance;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.annotations.Comp;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One {@code @Comp} method, as the original in blocking mode and as its generated stepper. */
record Case(
    String name,
    boolean catchesThrowable,
    Function<Log, Computation<?>> original,
    Function<Log, Computation<?>> stepper) {

  /**
   * {@code -Dweft.conformance.subject=blocking} compares the originals with themselves: checks
   * harness and cases without a processor.
   */
  private static final boolean SELF =
      "blocking".equals(System.getProperty("weft.conformance.subject"));

  boolean comparesItself() {
    return original == stepper;
  }

  /** The cases of a class and of the classes nested in it, by name. */
  static List<Case> of(Class<?> host) {
    List<Case> cases = new ArrayList<>();
    Arrays.stream(host.getDeclaredMethods())
        .filter(Case::isCase)
        .sorted(Comparator.comparing(Method::getName))
        .map(Case::of)
        .forEach(cases::add);
    Arrays.stream(host.getDeclaredClasses())
        .sorted(Comparator.comparing(Class::getName))
        .forEach(nested -> cases.addAll(of(nested)));
    return cases;
  }

  private static boolean isCase(Method method) {
    return method.isAnnotationPresent(Comp.class)
        && Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && (method.getParameterCount() == 0
            || Arrays.equals(method.getParameterTypes(), new Class<?>[] {Log.class}));
  }

  private static Case of(Method method) {
    Function<Log, Computation<?>> original = surrounded(method, original(method));
    return new Case(
        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
        method.isAnnotationPresent(CatchesThrowable.class),
        original,
        SELF ? original : surrounded(method, stepper(method)));
  }

  /** A class may add handlers to its cases, by a static {@code surround(computation, log)}. */
  private static Function<Log, Computation<?>> surrounded(
      Method method, Function<Log, Computation<?>> bare) {
    try {
      Method surround =
          method.getDeclaringClass().getDeclaredMethod("surround", Computation.class, Log.class);
      MethodHandle handle = MethodHandles.lookup().unreflect(surround);
      return log -> {
        try {
          return (Computation<?>) handle.invoke(bare.apply(log), log);
        } catch (Throwable error) {
          throw Case.<RuntimeException>unchecked(error);
        }
      };
    } catch (NoSuchMethodException e) {
      return bare;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Function<Log, Computation<?>> original(Method method) {
    MethodHandle handle = handle(method);
    return log -> Blocking.of(() -> invoke(handle, log));
  }

  private static Function<Log, Computation<?>> stepper(Method method) {
    Class<?> host = method.getDeclaringClass();
    String binary = host.getName().replace('$', '_') + "Comps";
    try {
      Method factory =
          Class.forName(binary).getDeclaredMethod(method.getName(), method.getParameterTypes());
      MethodHandle handle = handle(factory);
      return log -> (Computation<?>) invoke(handle, log);
    } catch (ReflectiveOperationException e) {
      return log -> {
        throw new AssertionError("no factory " + binary + "." + method.getName(), e);
      };
    }
  }

  private static MethodHandle handle(Method method) {
    try {
      method.setAccessible(true);
      return MethodHandles.lookup().unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object invoke(MethodHandle handle, Log log) {
    try {
      return handle.type().parameterCount() == 0
          ? handle.invokeWithArguments()
          : handle.invokeWithArguments(log);
    } catch (Throwable error) {
      throw Case.<RuntimeException>unchecked(error);
    }
  }

  /** Lets a method's own checked exceptions (and the runtime's cancel signal) pass as they are. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
