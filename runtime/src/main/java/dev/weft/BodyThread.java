package dev.weft;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body on a thread of its own, and the baton that goes between it and whoever drives it: one of
 * the two runs, the other waits. The thread is known to the driver; the other plain fields belong
 * to the one who has the baton.
 */
final class BodyThread implements Runnable {
  private static final ThreadLocal<@Nullable BodyThread> CURRENT = new ThreadLocal<>();

  private static final List<String> OURS =
      Stream.of(BodyThread.class, Blocking.class, Yield.class, Effects.class)
          .map(Class::getName)
          .toList();

  private final Blocking.Body<?> body;
  private volatile boolean bodyRuns;
  private @Nullable Thread thread;
  private @Nullable Thread driver;

  /** What the driver hosts: on the body's thread it is hosted as well. */
  private @Nullable Object hosted;

  /** What goes over with the baton: an answer or an error one way, a value or an end the other. */
  private @Nullable Object value;

  private @Nullable Throwable error;
  private boolean ended;

  /** What the body yields, which may be an effect or a computation too. */
  record Yielded(@Nullable Object value) {}

  BodyThread(Blocking.Body<?> body) {
    this.body = body;
  }

  /** The body that runs on this thread, if it is one of these. */
  static @Nullable BodyThread current() {
    return CURRENT.get();
  }

  // What the driver does.

  void start() {
    take();
    bodyRuns = true;
    thread = Threads.start("weft-blocking", this);
  }

  void resume(@Nullable Object answer) {
    pass(answer, null);
  }

  void raise(Throwable raised) {
    pass(null, raised);
  }

  private void pass(@Nullable Object answer, @Nullable Throwable raised) {
    take();
    value = answer;
    error = raised;
    bodyRuns = true;
    LockSupport.unpark(thread);
  }

  private void take() {
    driver = Thread.currentThread();
    hosted = Hosting.current();
  }

  /** Waits until the body wants something or ends; whether it wants something. */
  boolean await() {
    parkUntil(false);
    driver = null;
    hosted = null;
    return !ended;
  }

  /** What it wants: an {@link Effect}, a {@link Computation}, or {@link Yielded}. */
  Object wanted() {
    Object wanted = Objects.requireNonNull(value);
    value = null;
    return wanted;
  }

  /** What the body returned. */
  @Nullable Object result() throws Throwable {
    if (error != null) {
      throw error;
    }
    return value;
  }

  /** Where the body is paused, innermost method first. Any thread may ask. */
  List<StackTraceElement> places() {
    Thread known = thread;
    if (known == null) {
      return List.of();
    }
    List<StackTraceElement> stack = above(known.getStackTrace());
    int user = 0;
    for (int i = 0; i < stack.size(); i++) {
      if (isCall(stack.get(i), "want")) {
        user = i + 1;
      }
    }
    while (user < stack.size() && isOurs(stack.get(user))) {
      user++;
    }
    return stack.subList(user, stack.size()).stream()
        .filter(element -> !isHidden(element))
        .map(BodyThread::shown)
        .toList();
  }

  /** The part of a stack that is the body's; all of it on any other thread. */
  static List<StackTraceElement> above(StackTraceElement[] stack) {
    List<StackTraceElement> all = Arrays.asList(stack);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (isCall(all.get(i), "run")) {
        int end = i;
        while (end > 0 && isOurs(all.get(end - 1))) {
          end--;
        }
        return all.subList(0, end);
      }
    }
    return all;
  }

  /** Traces of exceptions leave out the classes behind lambdas; stacks of other threads don't. */
  private static boolean isHidden(StackTraceElement element) {
    return element.getClassName().contains("$$Lambda");
  }

  /** Nor do they name the class loader of applications. */
  private static StackTraceElement shown(StackTraceElement element) {
    return "app".equals(element.getClassLoaderName())
        ? new StackTraceElement(
            null,
            element.getModuleName(),
            element.getModuleVersion(),
            element.getClassName(),
            element.getMethodName(),
            element.getFileName(),
            element.getLineNumber())
        : element;
  }

  private static boolean isCall(StackTraceElement element, String method) {
    return element.getClassName().equals(BodyThread.class.getName())
        && element.getMethodName().equals(method);
  }

  /** The methods that user code reaches this class by, and those that reach user code. */
  private static boolean isOurs(StackTraceElement element) {
    String name = element.getClassName();
    return OURS.stream().anyMatch(our -> name.equals(our) || name.startsWith(our + "$"));
  }

  // What the body does.

  @Override
  public void run() {
    CURRENT.set(this);
    Hosting.restart(hosted);
    try {
      value = body.run();
      error = null;
    } catch (Throwable failure) {
      error = failure;
    }
    ended = true;
    passBack();
  }

  /** Blocks the body until the driver answers what it yields. */
  @Nullable Object pause(@Nullable Object yielded) {
    return want(new Yielded(yielded));
  }

  /** Blocks the body until the driver has performed the effect. */
  @Nullable Object perform(Effect<?> effect) {
    return want(effect);
  }

  /** Blocks the body until the driver has run the computation. */
  @Nullable Object call(Computation<?> computation) {
    return want(computation);
  }

  private @Nullable Object want(Object wanted) {
    value = wanted;
    Hosting.restore(null);
    passBack();
    parkUntil(true);
    Hosting.restart(hosted);
    if (error != null) {
      throw BodyThread.<RuntimeException>sneaky(error);
    }
    Object answer = value;
    value = null;
    return answer;
  }

  private void passBack() {
    Thread waiting = driver;
    bodyRuns = false;
    LockSupport.unpark(waiting);
  }

  /** Waits for the baton. An interruption is no reason to go on, and is kept for later. */
  private void parkUntil(boolean baton) {
    boolean interrupted = false;
    while (bodyRuns != baton) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The yield throws what was raised there, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneaky(Throwable raised) throws E {
    throw (E) raised;
  }
}
