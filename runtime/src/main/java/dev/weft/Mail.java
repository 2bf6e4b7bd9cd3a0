package dev.weft;

import dev.weft.Request.Answer;
import dev.weft.Request.Cancel;
import dev.weft.Request.Completion;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The requests to a runner that nobody has acted on: those that senders have pushed, any thread at
 * any time, and those that the host has taken in and put in order.
 */
final class Mail {
  private static final Request SHUT = new Request.Shut();
  private static final VarHandle LATEST;

  static {
    try {
      LATEST = MethodHandles.lookup().findVarHandle(Mail.class, "latest", Request.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The latest request that was pushed, linked to those before it. */
  private volatile @Nullable Request latest;

  // For the host alone.
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private final List<Completion<?>> completions = new ArrayList<>();
  private @Nullable Cancel cancel;

  /** The mail of all runners that have ended. */
  static Mail ofTheEnded() {
    Mail mail = new Mail();
    mail.latest = SHUT;
    return mail;
  }

  /** Puts a request in, for the host to find; false if the runner has ended. */
  boolean push(Request request) {
    while (true) {
      Request before = latest;
      if (before == SHUT) {
        return false;
      }
      request.next = before;
      if (LATEST.compareAndSet(this, before, request)) {
        return true;
      }
    }
  }

  /** Takes in what was pushed. */
  void takeIn() {
    sort((Request) LATEST.getAndSet(this, (Request) null));
  }

  /** Takes in what was pushed, and no more ever. */
  void shut() {
    sort((Request) LATEST.getAndSet(this, SHUT));
  }

  private void sort(@Nullable Request pushed) {
    for (Request request = inOrder(pushed); request != null; ) {
      Request next = request.next;
      request.next = null;
      add(request);
      request.taken = true;
      request = next;
    }
  }

  private static @Nullable Request inOrder(@Nullable Request pushed) {
    Request first = null;
    for (Request request = pushed; request != null; ) {
      Request before = request.next;
      request.next = first;
      first = request;
      request = before;
    }
    return first;
  }

  private void add(Request request) {
    if (request instanceof Answer answer) {
      answers.add(answer);
    } else if (request instanceof Waiter waiter) {
      waiters.add(waiter);
    } else if (request instanceof Completion<?> completion) {
      completions.add(completion);
    } else if (request instanceof Cancel first && cancel == null) {
      cancel = first;
    }
  }

  /** The first cancel. */
  @Nullable Cancel cancel() {
    return cancel;
  }

  /** Whether an answer waits. */
  boolean hasAnswers() {
    return !answers.isEmpty();
  }

  /** Removes the oldest answer. */
  @Nullable Answer poll() {
    return answers.poll();
  }

  /** Gives the last step to all who wait for one; false if there was nobody to take it. */
  boolean offerToAll(Step<?> end) {
    boolean accepted = false;
    for (Waiter waiter : waiters) {
      accepted |= waiter.offer(end);
    }
    for (Answer answer : answers) {
      accepted |= answer.audience instanceof Waiter waiter && waiter.offer(end);
    }
    return accepted;
  }

  /** Completes the futures. */
  void complete(Step<?> end) {
    completions.forEach(completion -> completion.complete(end));
  }
}
