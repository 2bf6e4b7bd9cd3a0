package dev.weft;

import static dev.weft.Word.has;
import static dev.weft.Word.number;
import static dev.weft.Word.phase;
import static dev.weft.Word.to;

import dev.weft.Request.Answer;
import dev.weft.Request.Cancel;
import dev.weft.spi.Wait;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of a runner: the one thread that steps its frames and tells its caller. It goes
 * on in place as long as answers come while it tells. {@link RunnerInbox} has the phases.
 */
abstract class RunnerHost<T> extends RunnerInbox<T> implements Runnable {
  /** How many turns are taken in place before others get theirs on the executor. */
  private static final int BATCH = 64;

  /** In place of a word: this thread hosts the runner no more. */
  private static final long LEFT = -1;

  final Object tag;
  final RunOptions options;
  private final Caller caller;

  /**
   * The latest step. While nobody hosts a suspended runner it is, mostly, the value alone: the
   * number is in the word, and a million suspended runners are smaller by a million steps.
   */
  private volatile @Nullable Object latest;

  RunnerHost(Computation<T> computation, Object tag, Caller caller, RunOptions options) {
    super(computation);
    this.tag = tag;
    this.caller = caller;
    this.options = options;
  }

  abstract Runner<T> self();

  /** Begins; the waiter, if any, gets the first step. */
  final void start(@Nullable Waiter waiter) {
    if (waiter != null) {
      give(new Answer(null, null, waiter));
    }
    if (caller instanceof CallerScope scope) {
      scope.link(self());
    }
    LiveRunners registry = options.registryOrNull();
    if (registry != null) {
      registry.add(self());
    }
    Flights.started(this);
    submit();
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
      if (known instanceof Step<?> step) {
        // A suspension that is ahead of the word may still give way to a cancel, and never be told.
        if (!(step instanceof Step.Suspended<?> s && s.number() > number)) {
          return (Step<T>) step;
        }
      } else if (before == number) {
        // A value alone is put there and replaced while the word has its suspension's number.
        return number == 0 ? null : new Step.Suspended<>(known, number);
      }
      Thread.onSpinWait();
    }
  }

  /** The executor's entry. A call that the runner has not asked for does nothing. */
  @Override
  public final void run() {
    while (true) {
      long seen = word();
      if (phase(seen) != Word.READY) {
        return;
      }
      Object outer = Hosting.current();
      if (Hosting.contains(outer, this)) {
        // The host was about to let others run, but this executor has only its caller's thread.
        if (advance(seen, to(seen, Word.BOUNCED))) {
          return;
        }
      } else if (Hosting.isFull(outer)) {
        Hosting.putOff(this);
        return;
      } else if (takeOver(seen)) {
        Hosting.enter(this, outer);
        try {
          host(seen);
        } finally {
          Hosting.leave(outer);
        }
        return;
      }
    }
  }

  @Override
  protected final boolean takesWaits() {
    return true;
  }

  @Override
  final void submit() {
    try {
      options.executor().execute(this);
    } catch (Throwable rejection) {
      reject(rejection);
    }
  }

  /**
   * Takes turns as long as answers are at hand.
   *
   * @param ready the word before this thread took the runner over: it says where the answer is
   */
  private void host(long ready) {
    long from = ready;
    int turns = 0;
    while (from != LEFT && turn(from)) {
      turns++;
      if (turns < BATCH) {
        from = goOn();
      } else {
        turns = 0;
        from = letOthersRun();
      }
    }
  }

  /** One answer and what comes of it; false if that was the end. */
  private boolean turn(long from) {
    Object audience = takeAnswer(from);
    Cancel cancel = firstCancel();
    if (cancel != null) {
      cancel(cancel, audience, Word.hasStarted(from));
      return false;
    }
    Object flight = Flights.resumed(this, number(from));
    int outcome = drive();
    while (outcome == WAITING) {
      Flights.suspended(flight, this, number(from));
      if (!await((Wait) Objects.requireNonNull(take()), audience)) {
        return false;
      }
      flight = Flights.resumed(this, number(from));
      outcome = drive();
    }
    if (outcome != SUSPENDED) {
      end(ending(outcome, null), audience, flight);
      return false;
    }
    Flights.suspended(flight, this, number(from) + 1);
    return settle(new Step.Suspended<>(take(), data(), number(from) + 1), audience);
  }

  /** Waits without a thread; true if it was over before this thread had left. */
  private boolean await(Wait wait, Object audience) {
    Awaited awaited = new Awaited(this, audience);
    awaited.listenTo(wait);
    give(awaited);
    if (awaited.outcome() == null) {
      if (!settleToWait(audience)) {
        return false;
      }
      if (awaited.leave() || !takeBack()) {
        // No field may be touched: another thread can be the host.
        return false;
      }
    }
    Answer outcome = Objects.requireNonNull(awaited.outcome());
    give(outcome.value);
    if (outcome.error != null) {
      fail(outcome.error);
    }
    return true;
  }

  /** Lets go of the runner, for whoever ends the wait; false if a cancel has ended it all. */
  private boolean settleToWait(Object audience) {
    while (true) {
      long seen = word();
      if (!has(seen, Word.MAIL)) {
        Mail known = mail();
        long flags = known != null && known.hasAnswers() ? Word.MAIL : 0;
        if (advance(seen, Word.awaiting(seen) | flags)) {
          return true;
        }
      } else if (advance(seen, Word.entered(seen, Word.RUNNING))) {
        Cancel cancel = openMail().cancel();
        if (cancel != null) {
          cancel(cancel, audience, true);
          return false;
        }
      }
    }
  }

  /** Takes the runner over again; false if a cancel has it. */
  private boolean takeBack() {
    while (true) {
      long seen = word();
      if (phase(seen) != Word.AWAITING) {
        return false;
      }
      if (advance(seen, to(seen, Word.RUNNING))) {
        return true;
      }
    }
  }

  /** Gives the answer to the innermost frame, and returns who gets the step that follows. */
  private Object takeAnswer(long from) {
    boolean filled = has(from, Word.FILLED) || phase(from) == Word.ANSWERED;
    Object answer = peek();
    if (has(from, Word.MAIL)) {
      Mail mail = openMail();
      answer = filled ? answer : mail.poll();
      if (mail.hasAnswers()) {
        flagMail();
      }
    }
    if (!(answer instanceof Answer special)) {
      return caller;
    }
    give(special.value);
    if (special.error != null) {
      fail(special.error);
    }
    return special.audience == null ? caller : special.audience;
  }

  /** The cancel that the host knows of. */
  private @Nullable Cancel firstCancel() {
    Mail all = mail();
    return all == null ? null : all.cancel();
  }

  /** At a new suspension: tells of it, or cancels there; false if that was the end. */
  private boolean settle(Step.Suspended<T> step, Object audience) {
    Object before = latest;
    long seen = word();
    while (!has(seen, Word.MAIL)) {
      // Whoever sees that the runner is suspended must see the step too.
      latest = step;
      if (advance(seen, Word.next(to(seen, Word.TELLING)))) {
        tell(step, audience);
        return true;
      }
      seen = word();
    }
    latest = before;
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
    Caller receiver = audience instanceof Caller other ? other : caller;
    Delivery.deliver(receiver, new Message<>(tag, step, self()));
  }

  /**
   * Takes the answer that came while somebody was told, or leaves.
   *
   * @return the word before the answer was taken, or {@link #LEFT}
   */
  private long goOn() {
    while (true) {
      long seen = word();
      if (isAnswered(seen)) {
        if (takeOver(seen)) {
          return seen;
        }
      } else if (leave(seen)) {
        return LEFT;
      }
    }
  }

  /**
   * As {@link #goOn}, but goes to the end of the executor's queue first, if somebody waits there.
   */
  private long letOthersRun() {
    if (Turns.isAlone()) {
      return goOn();
    }
    while (true) {
      long seen = word();
      if (isAnswered(seen)) {
        long filled = phase(seen) == Word.ANSWERED ? Word.FILLED : 0;
        if (advance(seen, to(seen, Word.READY) | filled)) {
          Turns.submitBehind(this::submit);
          return comeBack();
        }
      } else if (leave(seen)) {
        return LEFT;
      }
    }
  }

  /** Goes on if the executor gave the runner back inside the call. */
  private long comeBack() {
    while (true) {
      long seen = word();
      if (phase(seen) != Word.BOUNCED) {
        return LEFT;
      }
      if (takeOver(seen)) {
        return seen;
      }
    }
  }

  private static boolean isAnswered(long seen) {
    int phase = phase(seen);
    return phase == Word.ANSWERED || (phase == Word.TELLING && has(seen, Word.MAIL));
  }

  /** After this no field may be touched: another thread can be the host. */
  private boolean leave(long seen) {
    boolean claimed = phase(seen) == Word.TELLING_CLAIMED;
    if (latest instanceof Step.Suspended<?> step && step.isPlain()) {
      latest = step.value();
    }
    return advance(seen, to(seen, claimed ? Word.CLAIMED : Word.SUSPENDED));
  }

  /** Ends it where it stands; what has not started runs nothing. */
  private void cancel(Cancel cancel, Object audience, boolean started) {
    int outcome = CANCELLED;
    if (started) {
      unwind(cancel.reason);
      outcome = drive();
    }
    Step<T> step = ending(outcome, cancel.reason);
    // A caller that was to get one answer is not told of a cancellation, nor of what it led to.
    end(step, audience instanceof Waiter ? audience : caller, null);
  }

  /** The executor doesn't take it: this thread leaves its frames in good order. */
  private void reject(Throwable rejection) {
    Object outer = Hosting.current();
    if (Hosting.isFull(outer)) {
      Hosting.putOff(() -> reject(rejection));
      return;
    }
    long seen;
    do {
      seen = word();
      if (phase(seen) != Word.READY) {
        return;
      }
    } while (!takeOver(seen));
    Hosting.enter(this, outer);
    try {
      Object audience = takeAnswer(seen);
      Cancel cancel = firstCancel();
      if (cancel != null) {
        cancel(cancel, audience, Word.hasStarted(seen));
      } else {
        abandon(rejection, audience, Word.hasStarted(seen));
      }
    } finally {
      Hosting.leave(outer);
    }
  }

  private void abandon(Throwable rejection, Object audience, boolean started) {
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
  private Step<T> ending(int outcome, @Nullable Object reason) {
    return switch (outcome) {
      case COMPLETED -> new Step.Completed<>((T) take());
      case THROWN -> new Step.Thrown<>(takeError());
      default -> new Step.Cancelled<>(reason);
    };
  }

  private void end(Step<T> step, Object audience, @Nullable Object flight) {
    Flights.ended(flight, this, step);
    latest = step;
    Mail rest = shutMail();
    close(null);
    long seen;
    do {
      seen = word();
    } while (!advance(seen, to(seen, Word.ENDED)));
    if (caller instanceof CallerScope scope) {
      scope.unlink(self());
    }
    LiveRunners registry = options.registryOrNull();
    if (registry != null) {
      registry.remove(self());
    }
    boolean accepted = audience instanceof Waiter waiter && waiter.offer(step);
    if (!rest.offerToAll(step) && !accepted) {
      deliver(step, audience);
    }
    rest.complete(step);
  }
}
