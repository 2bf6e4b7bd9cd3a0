package dev.weft;

import dev.weft.annotations.Comp;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;

/** Tells why a yield or an effect really happened, and what to do instead. */
final class DirectCall {
  private DirectCall() {}

  /** The error for a call on a thread that hosts no computation; looks at who made it. */
  static IllegalStateException refused() {
    List<StackFrame> stack =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(frames -> frames.toList());
    int caller = 0;
    while (isOurs(stack.get(caller))) {
      caller++;
    }
    StackFrame called = stack.get(caller - 1);
    return new IllegalStateException(text(stack.get(caller), called));
  }

  private static boolean isOurs(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type == DirectCall.class
        || type == Yield.class
        || type == Effects.class
        || type.getPackageName().equals("dev.weft.effects");
  }

  private static String text(StackFrame caller, StackFrame called) {
    Class<?> host = caller.getDeclaringClass();
    String method = caller.getMethodName();
    String place = caller.toStackTraceElement().toString();
    if (!isComp(host, method, caller.getMethodType())) {
      return called.getDeclaringClass().getSimpleName()
          + "."
          + called.getMethodName()
          + " was called by "
          + place
          + ", which is not a @Comp method: annotate the method that calls it with @Comp. A lambda or"
          + " another class inside it can't pause for it";
    }
    String factory = factory(host);
    if (!exists(host, factory)) {
      return host.getSimpleName()
          + "."
          + method
          + " was called directly, at "
          + place
          + ", and there is no "
          + factory
          + ": the annotation processor did not run when "
          + host.getSimpleName()
          + " was compiled. JDK 23 and newer run no processor that is merely on the class path:"
          + " name weft-processor by javac's -processorpath, Maven's annotationProcessorPaths or"
          + " Gradle's annotationProcessor(...), or allow them all by -proc:full";
    }
    return host.getSimpleName()
        + "."
        + method
        + " was called directly, at "
        + place
        + ": call "
        + simpleName(factory)
        + "."
        + method
        + "(...) and drive what it returns by Coroutine or AsyncCoroutine";
  }

  private static boolean isComp(Class<?> host, String name, MethodType type) {
    try {
      Method method = host.getDeclaredMethod(name, type.parameterArray());
      return method.isAnnotationPresent(Comp.class);
    } catch (NoSuchMethodException | LinkageError e) {
      // A constructor, an initializer; or a class with parts that can't be loaded.
      return false;
    }
  }

  /** {@code p.Outer_InnerComps} for {@code p.Outer.Inner}. */
  private static String factory(Class<?> host) {
    String nested = host.getSimpleName();
    for (Class<?> outer = host.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      nested = outer.getSimpleName() + "_" + nested;
    }
    String name = nested + "Comps";
    return host.getPackageName().isEmpty() ? name : host.getPackageName() + "." + name;
  }

  private static boolean exists(Class<?> host, String factory) {
    try {
      Class.forName(factory, false, host.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
