package dev.weft;

import dev.weft.Request.Answer;
import dev.weft.Request.Cancel;
import dev.weft.Request.Completion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a runner's host has taken out of the inbox and not yet acted on. For the host alone. */
final class Backlog {
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private final List<Completion<?>> completions = new ArrayList<>();
  private @Nullable Cancel cancel;

  /** Takes in what an inbox held: the latest request, linked to the ones before it. */
  void add(@Nullable Request latest) {
    for (Request request = inOrder(latest); request != null; ) {
      Request next = request.next;
      request.next = null;
      sort(request);
      request.taken = true;
      request = next;
    }
  }

  private static @Nullable Request inOrder(@Nullable Request latest) {
    Request first = null;
    for (Request request = latest; request != null; ) {
      Request before = request.next;
      request.next = first;
      first = request;
      request = before;
    }
    return first;
  }

  private void sort(Request request) {
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
