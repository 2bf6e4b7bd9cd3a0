package dev.weft;

/** Calls callers, whatever they do. */
final class Delivery {
  private Delivery() {}

  /** Gives a message to a caller; what it throws harms nobody. */
  static void deliver(Caller caller, Message<?> message) {
    try {
      caller.receive(message);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /** Tells the thread's uncaught-exception handler, as if the thread had died of it. */
  static void report(Throwable failure) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } catch (Throwable ignored) {
      // As the virtual machine does with a handler that throws.
    }
  }
}
