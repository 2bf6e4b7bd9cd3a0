package dev.weft;

import static dev.weft.Word.has;
import static dev.weft.Word.number;
import static dev.weft.Word.phase;
import static dev.weft.Word.to;

import dev.weft.Request.Answer;
import dev.weft.Request.Cancel;
import dev.weft.spi.Wait;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of a runner: the one thread that steps its frames. It goes on in place as long as
 * answers come while it tells of a step. {@link RunnerInbox} has the phases, {@link RunnerOutbox}
 * the telling.
 */
abstract class RunnerHost<T> extends RunnerOutbox<T> implements Runnable {
  /** How many turns are taken in place before others get theirs on the executor. */
  private static final int BATCH = 64;

  /** In place of a word: this thread hosts the runner no more. */
  private static final long LEFT = -1;

  RunnerHost(Computation<T> computation, Object tag, Caller caller, RunOptions options) {
    super(computation, tag, caller, options);
  }

  /** Begins; the waiter, if any, gets the first step. */
  final void start(@Nullable Waiter waiter) {
    if (waiter != null) {
      give(new Answer(null, null, waiter));
    }
    enlist();
    Flights.started(this);
    submit();
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
    Object audience = caller;
    try {
      audience = takeAnswer(from);
      return turn(from, audience);
    } catch (Throwable failure) {
      giveUp(failure, audience);
      return false;
    }
  }

  /**
   * The last resort, as where the memory is full: only this thread can end the runner. In what
   * state its frames are is not known, so they are not stepped any more.
   */
  private void giveUp(Throwable failure, Object audience) {
    if (phase(word()) == Word.ENDED) {
      Delivery.report(failure);
    } else {
      end(new Step.Thrown<>(failure), audience, null);
    }
  }

  private boolean turn(long from, Object audience) {
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
        // As in takeOver, which would also clear the flag of mail that is not taken in here.
        VarHandle.storeStoreFence();
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
          Turns.submitBehind(options.executor(), this::submit);
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
    slim();
    return advance(seen, to(seen, claimed ? Word.CLAIMED : Word.SUSPENDED));
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
    Object audience = caller;
    try {
      audience = takeAnswer(seen);
      Cancel cancel = firstCancel();
      if (cancel != null) {
        cancel(cancel, audience, Word.hasStarted(seen));
      } else {
        abandon(rejection, audience, Word.hasStarted(seen));
      }
    } catch (Throwable failure) {
      giveUp(failure, audience);
    } finally {
      Hosting.leave(outer);
    }
  }
}
