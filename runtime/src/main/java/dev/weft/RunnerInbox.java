package dev.weft;

import static dev.weft.Word.has;
import static dev.weft.Word.phase;
import static dev.weft.Word.to;

import dev.weft.Request.Answer;
import dev.weft.Request.Cancel;
import dev.weft.spi.Execution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The senders' side of a runner: any thread, any time.
 *
 * <p>Senders and the hosting thread meet in one atomic word: the number of the latest suspension,
 * flags, and a phase. The phases, where {@code *} counts one suspension more:
 *
 * <pre>
 *   from             to                who, when
 *   ---------------  ----------------  --------------------------------------------------------
 *   (new)            READY             start, and calls the executor
 *   READY            RUNNING           the executor's thread takes the runner over
 *   READY            BOUNCED           the executor ran it inside its host's own call
 *   BOUNCED          RUNNING           that host goes on
 *   RUNNING, ANSWERED  TELLING *       the frames have paused, there is no mail
 *   RUNNING, ANSWERED  SETTLING *      the frames have paused, there is mail: the host takes it in
 *   SETTLING         TELLING           there is no cancel in it
 *   TELLING          SUSPENDED         somebody was told, nobody has answered: the host leaves
 *   TELLING          TELLING_CLAIMED   a sender answers meanwhile and writes the slot
 *   TELLING_CLAIMED  ANSWERED          the sender has written it
 *   TELLING_CLAIMED  CLAIMED           the host leaves before that
 *   TELLING (mail)   RUNNING           the host goes on in place
 *   TELLING (mail)   READY             every 64th time: the host calls the executor
 *   ANSWERED         RUNNING           as with mail: in place (without mail it stays answered)
 *   ANSWERED         READY (filled)    and every 64th time by the executor
 *   SUSPENDED        CLAIMED           a sender answers and writes the slot
 *   CLAIMED          READY (filled)    the sender has written it, and calls the executor
 *   SUSPENDED        READY (mail)      a sender has posted a request, and calls the executor
 *   READY            RUNNING           the executor has refused: that sender becomes the host
 *   RUNNING, ANSWERED  AWAITING        the frames wait for a stage: the host leaves
 *   AWAITING         RUNNING           the stage was complete before it had left
 *   AWAITING         CLAIMED           the stage is complete; whoever completed it writes the slot
 *   AWAITING         READY (filled)    a sender cancels, and calls the executor
 *   RUNNING, ANSWERED  ENDED           the last frame has ended
 *   SETTLING         ENDED             there is a cancel in the mail
 * </pre>
 *
 * <p>The slot is the execution's value: a plain answer needs no object around it. Every other
 * request goes to the mail first and is announced by the mail flag after; one whose sender finds
 * the runner suspended wakes it. As long as the flag is set no answer is claimed, so that none
 * overtakes another.
 *
 * <p>The host takes the mail in only after a transition that clears the flag, and no phase of a
 * suspension comes twice. So a flag that is set on an unchanged word, for a request not taken
 * before, always stands for a request that still waits; were it not so, {@code answer} would be
 * refused on account of nobody. (A wait repeats phases before the suspension is told, under another
 * wait's number. There a flag that stands for nothing does no harm: the host looks through the mail
 * before it tells.)
 *
 * <p>Plain fields belong to the host, or to whoever has claimed the suspension. The word publishes
 * them.
 */
abstract class RunnerInbox<T> extends Execution {
  private static final Mail OF_THE_ENDED = Mail.ofTheEnded();

  private static final VarHandle WORD;
  private static final VarHandle MAIL;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WORD = lookup.findVarHandle(RunnerInbox.class, "word", long.class);
      MAIL = lookup.findVarHandle(RunnerInbox.class, "mail", Mail.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long word = Word.READY | Word.FILLED;

  /** Made for the first request that needs it: most runners never have mail. */
  private volatile @Nullable Mail mail;

  RunnerInbox(Computation<T> computation) {
    super(computation);
  }

  /** Gives the runner, which is ready, to the executor. */
  abstract void submit();

  final long word() {
    return word;
  }

  final boolean advance(long seen, long next) {
    assert Word.isTransition(seen, next) : Long.toHexString(seen) + " to " + Long.toHexString(next);
    return WORD.compareAndSet(this, seen, next);
  }

  /**
   * Makes this thread the one that steps the frames. The host whose runner is answered needs no
   * other phase for that, unless there is mail to take in.
   */
  final boolean takeOver(long seen) {
    boolean isMine = phase(seen) == Word.ANSWERED && !has(seen, Word.MAIL);
    boolean taken = isMine || advance(seen, Word.entered(seen, Word.RUNNING));
    // Whoever reads frames that change after this sees in the word that they do.
    VarHandle.storeStoreFence();
    return taken;
  }

  /** Says that answers wait which the host has taken in already. */
  final void flagMail() {
    WORD.getAndBitwiseOr(this, Word.MAIL);
  }

  /** What was sent, if anything ever was; as far as the host has taken it in. */
  final @Nullable Mail mail() {
    return mail;
  }

  private Mail madeMail() {
    Mail known = mail;
    if (known != null) {
      return known;
    }
    Mail made = new Mail();
    return MAIL.compareAndSet(this, null, made) ? made : Objects.requireNonNull(mail);
  }

  /** Takes in what was sent. */
  final Mail openMail() {
    Mail all = madeMail();
    all.takeIn();
    return all;
  }

  /** Takes in what was sent, and no more ever. */
  final Mail shutMail() {
    Mail all = (Mail) MAIL.getAndSet(this, OF_THE_ENDED);
    if (all == null || all == OF_THE_ENDED) {
      return OF_THE_ENDED;
    }
    all.shut();
    return all;
  }

  /** Whether no request is taken any more. */
  final boolean isShut() {
    return mail == OF_THE_ENDED;
  }

  /**
   * Answers the suspension it stands at, or the first one that comes without an older answer.
   *
   * @param answer a plain value, or an {@link Answer}
   * @return false if it has ended or is being cancelled
   */
  final boolean send(@Nullable Object answer) {
    while (true) {
      long seen = word;
      if (isClosing(seen)) {
        return false;
      }
      if (!isOpen(seen)) {
        return post(answer instanceof Answer node ? node : new Answer(answer, null, null));
      }
      if (claim(seen, answer)) {
        return true;
      }
    }
  }

  /** Answers this very suspension; false if it doesn't stand there, or has another answer. */
  final boolean sendTo(long number, @Nullable Object answer) {
    while (true) {
      long seen = word;
      if (Word.number(seen) != number || !isOpen(seen) || isClosing(seen)) {
        return false;
      }
      if (claim(seen, answer)) {
        return true;
      }
    }
  }

  /** Cancels it; false if it has ended or somebody else is cancelling it. */
  final boolean sendCancel(@Nullable Object reason) {
    while (true) {
      long seen = word;
      if (isClosing(seen)) {
        return false;
      }
      // The flag decides whose reason counts, before the reason is there.
      if (advance(seen, seen | Word.CANCEL)) {
        return post(new Cancel(reason));
      }
    }
  }

  /** Puts a request in the mail, for the host to find in the end; false if it has ended. */
  final boolean push(Request request) {
    return madeMail().push(request);
  }

  /** Puts a request in the mail and sees to it that the host looks. */
  private boolean post(Request request) {
    if (!push(request)) {
      return false;
    }
    while (true) {
      long seen = word;
      boolean ends = phase(seen) == Word.AWAITING && request instanceof Cancel;
      if (!ends && (has(seen, Word.MAIL) || request.taken || phase(seen) == Word.ENDED)) {
        return true;
      }
      boolean wakes = ends || phase(seen) == Word.SUSPENDED;
      long filled = ends ? Word.FILLED : 0;
      if (advance(seen, (wakes ? to(seen, Word.READY) : seen) | Word.MAIL | filled)) {
        if (wakes) {
          submit();
        }
        return true;
      }
    }
  }

  /** What the frames waited for is over: wakes the runner, if it still waits for that. */
  final void endWait(Awaited awaited, Answer outcome) {
    long seen;
    do {
      seen = word;
      if (phase(seen) != Word.AWAITING || peek() != awaited) {
        return;
      }
    } while (!advance(seen, to(seen, Word.CLAIMED)));
    give(outcome);
    do {
      seen = word;
    } while (!advance(seen, to(seen, Word.READY) | Word.FILLED));
    submit();
  }

  private static boolean isClosing(long seen) {
    return phase(seen) == Word.ENDED || has(seen, Word.CANCEL);
  }

  /** Whether an answer may go straight to the slot. */
  private static boolean isOpen(long seen) {
    int phase = phase(seen);
    return (phase == Word.SUSPENDED || phase == Word.TELLING) && !has(seen, Word.MAIL);
  }

  private boolean claim(long seen, @Nullable Object answer) {
    boolean hosted = phase(seen) == Word.TELLING;
    if (!advance(seen, to(seen, hosted ? Word.TELLING_CLAIMED : Word.CLAIMED))) {
      return false;
    }
    give(answer);
    while (true) {
      long now = word;
      if (phase(now) == Word.TELLING_CLAIMED) {
        if (advance(now, to(now, Word.ANSWERED))) {
          return true;
        }
      } else if (advance(now, to(now, Word.READY) | Word.FILLED)) {
        submit();
        return true;
      }
    }
  }
}
