package dev.weft;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A caller that takes the runners started with it along when it is closed: they are cancelled,
 * cleanups included.
 *
 * <pre>{@code
 * try (CallerScope scope = Caller.closeable(message -> show(message.step()))) {
 *   AsyncCoroutine.run(WizardComps.register(), "wizard", scope);
 *   waitForTheWindowToClose();
 * }
 * }</pre>
 *
 * <p>Linked are the runners that were started with the scope itself as their caller, not with a
 * caller that wraps it. The scope keeps them from being garbage until they end. All methods may be
 * called from any thread.
 */
public final class CallerScope implements Caller, AutoCloseable {
  private final Caller caller;
  private final Set<Runner<?>> runners = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  CallerScope(Caller caller) {
    this.caller = caller;
  }

  /**
   * Passes the message on, after the scope was closed too: the cancelled runners report their end.
   */
  @Override
  public void receive(Message<?> message) {
    caller.receive(message);
  }

  /**
   * Cancels the linked runners and returns without waiting for them. A runner that is started with
   * a closed scope is cancelled before it has begun. Closing twice is closing once.
   */
  @Override
  public void close() {
    List<Runner<?>> linked;
    synchronized (runners) {
      closed = true;
      linked = List.copyOf(runners);
    }
    linked.forEach(Runner::cancel);
  }

  /** Links a runner that has not begun. */
  void link(Runner<?> runner) {
    boolean late;
    synchronized (runners) {
      runners.add(runner);
      late = closed;
    }
    if (late) {
      runner.cancel();
    }
  }

  /** Lets go of a runner that has ended. */
  void unlink(Runner<?> runner) {
    synchronized (runners) {
      runners.remove(runner);
    }
  }
}
