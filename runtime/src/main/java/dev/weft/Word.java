package dev.weft;

/**
 * The layout of a runner's state word: the phase in the low bits, flags, and above them the number
 * of the latest suspension. {@link RunnerInbox} says which follows which.
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

  /** As telling, and the answer is there. */
  static final int ANSWERED = 6;

  /** Nobody hosts it. */
  static final int SUSPENDED = 7;

  /** Nobody hosts it, and the answer is being written. */
  static final int CLAIMED = 8;

  /** It has ended. */
  static final int ENDED = 9;

  /** Nobody hosts it: the frames wait for something that no sender can answer. */
  static final int AWAITING = 10;

  /** Requests wait in the inbox or the backlog: no answer may overtake them. */
  static final long MAIL = 1 << 4;

  /** Somebody is cancelling it. */
  static final long CANCEL = 1 << 5;

  /** Ready, and the answer to go on with is in the slot. */
  static final long FILLED = 1 << 6;

  /** Its frames have been stepped, whether or not they have come to a suspension. */
  static final long STARTED = 1 << 7;

  private static final long PHASE = 15;
  private static final int NUMBER = 8;

  private Word() {}

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

  /** The same of the next suspension. */
  static long next(long word) {
    return word + (1L << NUMBER);
  }
}
