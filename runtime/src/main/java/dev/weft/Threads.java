package dev.weft;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Starts threads of the lightest kind that this JDK has. */
final class Threads {
  private static final @Nullable MethodHandle VIRTUAL = findVirtual();

  private Threads() {}

  /** Starts a virtual thread, or a daemon. */
  static Thread start(String name, Runnable task) {
    Thread virtual = startVirtual(task);
    if (virtual != null) {
      virtual.setName(name);
      return virtual;
    }
    Thread daemon = new Thread(task, name);
    daemon.setDaemon(true);
    daemon.start();
    return daemon;
  }

  private static @Nullable Thread startVirtual(Runnable task) {
    if (VIRTUAL == null) {
      return null;
    }
    try {
      return (Thread) VIRTUAL.invokeExact(task);
    } catch (UnsupportedOperationException e) {
      // JDK 19 and 20 have the method, but only as a preview.
      return null;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable MethodHandle findVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
