package dev.weft;

import static dev.weft.Word.has;
import static dev.weft.Word.number;
import static dev.weft.Word.to;

import dev.weft.Request.Cancel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The telling side of a runner: its latest step, who hears of it, and how it ends. All but the
 * reading is for the thread that hosts it.
 */
abstract class RunnerOutbox<T> extends RunnerInbox<T> {
  /** For writing with release: the word changes right after, and that is a fence. */
  private static final VarHandle LATEST;

  static {
    try {
      LATEST = MethodHandles.lookup().findVarHandle(RunnerOutbox.class, "latest", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Stands for the latest step before the first one, while the word is ahead of it. */
  private static final Object NONE = new Object();

  final Object tag;
  final RunOptions options;
  final Caller caller;

  /**
   * The latest step. While nobody hosts a suspended runner it is, mostly, the value alone: the
   * number is in the word, and a million suspended runners are smaller by a million steps.
   */
  private volatile @Nullable Object latest;

  RunnerOutbox(Computation<T> computation, Object tag, Caller caller, RunOptions options) {
    super(computation);
    this.tag = tag;
    this.caller = caller;
    this.options = options;
  }

  abstract Runner<T> self();

  /** Makes it known to those who keep lists of runners. */
  final void enlist() {
    if (caller instanceof CallerScope scope) {
      scope.link(self());
    }
    LiveRunners registry = options.registryOrNull();
    if (registry != null) {
      registry.add(self());
    }
  }

  private void delist() {
    if (caller instanceof CallerScope scope) {
      scope.unlink(self());
    }
    LiveRunners registry = options.registryOrNull();
    if (registry != null) {
      registry.remove(self());
    }
  }

  /** Where the frames are paused, for the thread that may step them. */
  final List<StackTraceElement> placesNow() {
    return places();
  }

  /** The latest step; none before the first. */
  @SuppressWarnings("unchecked")
  final @Nullable Step<T> latest() {
    while (true) {
      long before = number(word());
      Object known = latest;
      long number = number(word());
      if (before == number && !isAhead(known, number) && !isBehind(known)) {
        return known instanceof Step<?> step ? (Step<T>) step : suspended(known, number);
      }
      Thread.onSpinWait();
    }
  }

  /** A suspension that is ahead of the word may still give way to a cancel, and never be told. */
  private static boolean isAhead(@Nullable Object known, long number) {
    return known instanceof Step.Suspended<?> step && step.number() > number;
  }

  /** Whoever is refused because the runner has ended must see the end, which is about to come. */
  private boolean isBehind(@Nullable Object known) {
    return isShut() && !(known instanceof Step<?> step && step.isTerminal());
  }

  /** Of a value alone: it is put there and replaced while the word has its suspension's number. */
  private @Nullable Step<T> suspended(@Nullable Object value, long number) {
    return number == 0 || value == NONE ? null : new Step.Suspended<>(value, number);
  }

  /** Keeps no more of the latest step than is needed while nobody hosts the runner. */
  final void slim() {
    if (latest instanceof Step.Suspended<?> step && step.isPlain()) {
      LATEST.setRelease(this, step.value());
    }
  }

  /** The cancel that the host knows of. */
  final @Nullable Cancel firstCancel() {
    Mail all = mail();
    return all == null ? null : all.cancel();
  }

  /** At a new suspension: tells of it, or cancels there; false if that was the end. */
  final boolean settle(Step.Suspended<T> step, Object audience) {
    Object before = latest;
    long seen = word();
    while (!has(seen, Word.MAIL)) {
      // Whoever sees that the runner is suspended must see the step too.
      LATEST.setRelease(this, step);
      if (advance(seen, Word.next(to(seen, Word.TELLING)))) {
        tell(step, audience);
        return true;
      }
      seen = word();
    }
    boolean isAlone = !(before instanceof Step);
    Step<T> full = isAlone ? suspended(before, number(seen)) : null;
    latest = isAlone ? (full == null ? NONE : full) : before;
    return settleWithMail(step, audience);
  }

  private boolean settleWithMail(Step.Suspended<T> step, Object audience) {
    long seen = word();
    while (!advance(seen, Word.next(Word.entered(seen, Word.SETTLING)))) {
      seen = word();
    }
    Mail mail = openMail();
    Cancel cancel = mail.cancel();
    if (cancel != null) {
      cancel(cancel, audience, true);
      return false;
    }
    latest = step;
    long flags = mail.hasAnswers() ? Word.MAIL : 0;
    do {
      seen = word();
    } while (!advance(seen, to(seen, Word.TELLING) | flags));
    tell(step, audience);
    return true;
  }

  private void tell(Step<T> step, Object audience) {
    if (!(audience instanceof Waiter waiter && waiter.offer(step))) {
      deliver(step, audience);
    }
  }

  private void deliver(Step<T> step, Object audience) {
    Caller receiver = audience != caller && audience instanceof Caller other ? other : caller;
    try {
      Delivery.deliver(receiver, new Message<>(tag, step, self()));
    } catch (Throwable failure) {
      // There was no memory for the message.
      Delivery.report(failure);
    }
  }

  /** Ends it where it stands; what has not started runs nothing. */
  final void cancel(Cancel cancel, Object audience, boolean started) {
    int outcome = CANCELLED;
    if (started) {
      unwind(cancel.reason);
      outcome = drive();
    }
    Step<T> step = ending(outcome, cancel.reason);
    // A caller that was to get one answer is not told of a cancellation, nor of what it led to.
    end(step, audience instanceof Waiter ? audience : caller, null);
  }

  /** Ends it because nobody hosts it, its frames in good order. */
  final void abandon(Throwable rejection, Object audience, boolean started) {
    RejectedExecutionException error =
        rejection instanceof RejectedExecutionException known
            ? known
            : new RejectedExecutionException(rejection);
    if (started) {
      unwind(error);
      Throwable failure = drive() == THROWN ? takeError() : error;
      if (failure != error) {
        error.addSuppressed(failure);
      }
    }
    end(new Step.Thrown<>(error), audience, null);
  }

  @SuppressWarnings("unchecked")
  final Step<T> ending(int outcome, @Nullable Object reason) {
    return switch (outcome) {
      case COMPLETED -> new Step.Completed<>((T) take());
      case THROWN -> new Step.Thrown<>(takeError());
      default -> new Step.Cancelled<>(reason);
    };
  }

  final void end(Step<T> step, Object audience, @Nullable Object flight) {
    Flights.ended(flight, this, step);
    // First, so that nothing is accepted from one who has seen the end.
    Mail rest = shutMail();
    latest = step;
    close(null);
    long seen;
    do {
      seen = word();
    } while (!advance(seen, to(seen, Word.ENDED)));
    delist();
    boolean accepted = audience instanceof Waiter waiter && waiter.offer(step);
    if (!rest.offerToAll(step) && !accepted) {
      deliver(step, audience);
    }
    rest.complete(step);
  }
}
