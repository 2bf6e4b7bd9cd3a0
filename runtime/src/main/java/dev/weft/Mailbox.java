package dev.weft;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A caller to poll: it keeps messages until somebody asks for them.
 *
 * <pre>{@code
 * Mailbox mailbox = new Mailbox();
 * AsyncCoroutine.run(WizardComps.register(), "wizard", mailbox);
 * Message<?> first = mailbox.receive(Duration.ofSeconds(5)).orElseThrow();
 * }</pre>
 *
 * <p>Any number of threads may put in and take out.
 */
public final class Mailbox implements Caller {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final Queue<Message<?>> messages = new ArrayDeque<>();

  /** Makes an empty mailbox. */
  public Mailbox() {}

  @Override
  public void receive(Message<?> message) {
    Objects.requireNonNull(message, "message");
    lock.lock();
    try {
      messages.add(message);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the oldest message.
   *
   * @param timeout how long to wait for one; zero doesn't wait
   * @return the message; empty if none came in time
   * @throws InterruptedException if the thread is interrupted; no message is lost
   * @throws IllegalArgumentException if the timeout is negative
   */
  public Optional<Message<?>> receive(Duration timeout) throws InterruptedException {
    return take(message -> true, timeout);
  }

  /**
   * Takes the oldest message of a tag; others stay.
   *
   * @param tag what the message's tag must be equal to
   * @param timeout how long to wait for one; zero doesn't wait
   * @return the message; empty if none came in time
   * @throws InterruptedException if the thread is interrupted; no message is lost
   * @throws IllegalArgumentException if the timeout is negative
   */
  public Optional<Message<?>> receive(Object tag, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(tag, "tag");
    return take(message -> message.tag().equals(tag), timeout);
  }

  private Optional<Message<?>> take(Predicate<Message<?>> wanted, Duration timeout)
      throws InterruptedException {
    long nanos = Timeouts.nanos(timeout);
    lock.lockInterruptibly();
    try {
      Message<?> found = remove(wanted);
      while (found == null && nanos > 0) {
        nanos = arrival.awaitNanos(nanos);
        found = remove(wanted);
      }
      return Optional.ofNullable(found);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Message<?> remove(Predicate<Message<?>> wanted) {
    for (Iterator<Message<?>> all = messages.iterator(); all.hasNext(); ) {
      Message<?> message = all.next();
      if (wanted.test(message)) {
        all.remove();
        return message;
      }
    }
    return null;
  }
}
