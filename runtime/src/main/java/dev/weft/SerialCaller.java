package dev.weft;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Delivers messages on an executor, in order and one at a time. */
final class SerialCaller implements Caller {
  /** How many messages are delivered before others get their turn on the executor. */
  private static final int BATCH = 64;

  private final Executor executor;
  private final Caller caller;

  // Guarded by the queue. While scheduled, exactly one task is on the executor or delivers.
  private final Queue<Message<?>> queue = new ArrayDeque<>();
  private boolean scheduled;

  SerialCaller(Executor executor, Caller caller) {
    this.executor = executor;
    this.caller = caller;
  }

  @Override
  public void receive(Message<?> message) {
    synchronized (queue) {
      queue.add(message);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    Turn turn = new Turn();
    try {
      executor.execute(turn);
    } catch (Throwable rejection) {
      for (int others = turn.take() ? discard() - 1 : 0; others > 0; others--) {
        Delivery.report(rejection);
      }
      throw rejection;
    }
  }

  /** Drops the messages that nobody will come to deliver. */
  private int discard() {
    synchronized (queue) {
      int lost = queue.size();
      queue.clear();
      scheduled = false;
      return lost;
    }
  }

  private void deliver() {
    do {
      for (int count = 0; count < BATCH; count++) {
        Message<?> message = next();
        if (message == null) {
          return;
        }
        Delivery.deliver(caller, message);
      }
    } while (!new NextTurn().passOn());
  }

  private @Nullable Message<?> next() {
    synchronized (queue) {
      Message<?> message = queue.poll();
      scheduled = message != null;
      return message;
    }
  }

  /** A batch, as a task. It counts once, however often the executor runs it. */
  private class Turn implements Runnable {
    private final AtomicBoolean taken = new AtomicBoolean();

    /** Whether this is the first to see to the batch. */
    final boolean take() {
      return taken.compareAndSet(false, true);
    }

    @Override
    public void run() {
      if (take()) {
        deliver();
      }
    }
  }

  /** The batch that follows another one. */
  private final class NextTurn extends Turn {
    private final Thread from = Thread.currentThread();

    // Both are for the first thread alone.
    private boolean passed;
    private boolean returned;

    /**
     * Gives the batch to the executor.
     *
     * @return false if it is to be delivered right here: the executor runs tasks on the thread that
     *     gives them, where a nested batch would let the stack grow; or it has been shut down, and
     *     what it took before is still delivered
     */
    boolean passOn() {
      try {
        executor.execute(this);
      } catch (Throwable rejection) {
        return !returned && !take();
      }
      passed = true;
      return !returned;
    }

    @Override
    public void run() {
      if (Thread.currentThread() == from && !passed) {
        returned |= take();
      } else {
        super.run();
      }
    }
  }
}
