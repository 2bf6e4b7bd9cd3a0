package dev.weft.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The continuation below virtual threads, which the JDK keeps to itself: found at run time, with
 * {@code --add-exports}. There is none before JDK 21.
 */
final class Loom {
  private static final MethodHandle MAKE;
  private static final MethodHandle RUN;
  private static final MethodHandle YIELD;
  private static final MethodHandle IS_DONE;
  private static final Object SCOPE;

  static {
    MethodHandle make = null;
    MethodHandle run = null;
    MethodHandle yield = null;
    MethodHandle isDone = null;
    Object scope = null;
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
      Class<?> scopes = Class.forName("jdk.internal.vm.ContinuationScope");
      scope = scopes.getConstructor(String.class).newInstance("benchmark");
      make =
          lookup
              .findConstructor(
                  continuation, MethodType.methodType(void.class, scopes, Runnable.class))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class, Runnable.class));
      run =
          lookup
              .findVirtual(continuation, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      yield =
          lookup
              .findStatic(continuation, "yield", MethodType.methodType(boolean.class, scopes))
              .bindTo(scope);
      isDone =
          lookup
              .findVirtual(continuation, "isDone", MethodType.methodType(boolean.class))
              .asType(MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException | IllegalAccessError e) {
      make = null;
    }
    MAKE = make;
    RUN = run;
    YIELD = yield;
    IS_DONE = isDone;
    SCOPE = scope;
  }

  private final Object continuation;
  private Object value;

  /** What runs inside, and hands values out by {@link #yield}. */
  interface Body {
    void run(Loom loom);
  }

  Loom(Body body) {
    if (MAKE == null || SCOPE == null) {
      throw new UnsupportedOperationException("This JDK has no continuations");
    }
    try {
      continuation = (Object) MAKE.invokeExact((Runnable) () -> body.run(this));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Inside: pauses with a value, and gives what comes back. */
  Object yield(Object out) {
    value = out;
    try {
      boolean done = (boolean) YIELD.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return value;
  }

  /** Outside: runs to the next value; false at the end. */
  boolean step(Object in) {
    value = in;
    try {
      RUN.invokeExact(continuation);
      return !(boolean) IS_DONE.invokeExact(continuation);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  Object value() {
    return value;
  }

  static long sum(Body body) {
    Loom loom = new Loom(body);
    long sum = 0;
    while (loom.step(null)) {
      sum += ((Number) loom.value()).longValue();
    }
    return sum;
  }
}
