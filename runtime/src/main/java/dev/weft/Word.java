package dev.weft;

/**
 * The layout of a runner's state word: the phase in the low bits, flags, the number of the latest
 * wait as far as it fits, and above them the number of the latest suspension. {@link RunnerInbox}
 * says which follows which.
 */
final class Word {
  /** On its way to the executor. */
  static final int READY = 0;

  /** The executor ran it in place, inside the call that was to hand it over. */
  static final int BOUNCED = 1;

  /** A thread hosts it and steps its frames. */
  static final int RUNNING = 2;

  /** Paused; its host looks through the mail before anybody is told. */
  static final int SETTLING = 3;

  /** Its host tells somebody of the suspension. */
  static final int TELLING = 4;

  /** As telling, and the answer is being written. */
  static final int TELLING_CLAIMED = 5;

  /** As telling, and the answer is there; and then as running, until the next transition. */
  static final int ANSWERED = 6;

  /** Nobody hosts it. */
  static final int SUSPENDED = 7;

  /** Nobody hosts it, and the answer is being written. */
  static final int CLAIMED = 8;

  /** Nobody hosts it: the frames wait for something that no sender can answer. */
  static final int AWAITING = 9;

  /** It has ended. */
  static final int ENDED = 10;

  /** Requests wait in the mail: no answer may overtake them. */
  static final long MAIL = 1 << 4;

  /** Somebody is cancelling it. */
  static final long CANCEL = 1 << 5;

  /** Ready, and the answer to go on with is in the slot. */
  static final long FILLED = 1 << 6;

  /** Its frames have been stepped, whether or not they have come to a suspension. */
  static final long STARTED = 1 << 7;

  private static final long PHASE = 15;

  /** Counts the waits, so that a phase which comes again after one is another word. */
  private static final long WAIT = 1 << 8;

  private static final long WAITS = 255 * WAIT;
  private static final int NUMBER = 16;

  /** Of each phase the ones that may come next, as bits. */
  private static final int[] FOLLOWERS = new int[ENDED + 1];

  static {
    follow(READY, RUNNING, BOUNCED);
    follow(BOUNCED, RUNNING);
    follow(RUNNING, TELLING, SETTLING, AWAITING, ENDED);
    follow(SETTLING, TELLING, ENDED);
    follow(TELLING, TELLING_CLAIMED, SUSPENDED, RUNNING, READY);
    follow(TELLING_CLAIMED, ANSWERED, CLAIMED);
    follow(ANSWERED, RUNNING, READY, TELLING, SETTLING, AWAITING, ENDED);
    follow(SUSPENDED, CLAIMED, READY);
    follow(CLAIMED, READY);
    follow(AWAITING, RUNNING, CLAIMED, READY);
  }

  private Word() {}

  private static void follow(int phase, int... followers) {
    for (int follower : followers) {
      FOLLOWERS[phase] |= 1 << follower;
    }
  }

  /**
   * Whether the drawing in {@link RunnerInbox} has this transition. In any phase but the last the
   * flags alone may change; the number grows by one where the frames have paused.
   */
  static boolean isTransition(long from, long to) {
    int before = phase(from);
    int after = phase(to);
    boolean counts =
        (before == RUNNING || before == ANSWERED) && (after == TELLING || after == SETTLING);
    boolean follows = before == after ? before != ENDED : follows(before, after);
    return follows && number(to) == number(from) + (counts ? 1 : 0);
  }

  /** Whether a phase may come right after another one. */
  static boolean follows(int before, int after) {
    return (FOLLOWERS[before] & 1 << after) != 0;
  }

  static int phase(long word) {
    return (int) (word & PHASE);
  }

  static long number(long word) {
    return word >>> NUMBER;
  }

  /** Whether there are frames to leave in good order. */
  static boolean hasStarted(long word) {
    return has(word, STARTED) || number(word) > 0;
  }

  /** Whether no thread steps the frames, nor decides what becomes of them. */
  static boolean isPaused(long word) {
    int phase = phase(word);
    return phase != RUNNING && phase != ANSWERED && phase != SETTLING && phase != ENDED;
  }

  static boolean has(long word, long flag) {
    return (word & flag) != 0;
  }

  /** The same suspension and flags in another phase. */
  static long to(long word, int phase) {
    return (word & ~PHASE) | phase;
  }

  /** As {@link #to}, without the flags that a host sees to when it enters a phase. */
  static long entered(long word, int phase) {
    return (word & ~(PHASE | MAIL | FILLED)) | phase;
  }

  /** The same in the next wait. */
  static long awaiting(long word) {
    long counted = (word & ~WAITS) | ((word + WAIT) & WAITS);
    return to(counted, AWAITING) | STARTED;
  }

  /** The same of the next suspension. */
  static long next(long word) {
    return word + (1L << NUMBER);
  }
}
