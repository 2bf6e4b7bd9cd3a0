package dev.weft.benchmarks;

import java.lang.reflect.Method;

/** Threads of the lightest kind that this JDK has. */
final class Lightweight {
  private Lightweight() {}

  /** What such a thread does. */
  interface Task {
    void run() throws InterruptedException;
  }

  /** Starts one. */
  static Thread start(Task task) {
    Runnable body =
        () -> {
          try {
            task.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try {
      Method virtual = Thread.class.getMethod("startVirtualThread", Runnable.class);
      return (Thread) virtual.invoke(null, body);
    } catch (ReflectiveOperationException e) {
      Thread thread = new Thread(body);
      thread.setDaemon(true);
      thread.start();
      return thread;
    }
  }
}
