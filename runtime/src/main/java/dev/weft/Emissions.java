package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Wait;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drives a computation as an iterator: the frames directly, without a step object for each value.
 */
final class Emissions<E> extends Execution implements ClosingIterator<E> {
  private final Class<E> type;
  private Phase phase = Phase.PENDING;

  /** The value that was emitted and not yet taken. */
  private @Nullable Object emitted;

  /** What the computation waits for, where the thread that waited was interrupted. */
  private @Nullable Wait unfinished;

  Emissions(Computation<?> computation, Class<E> type) {
    super(computation);
    this.type = type;
  }

  private enum Phase {
    /** Not started. */
    PENDING,
    /** Inside the computation, which must not ask for its own values. */
    RUNNING,
    /** Its latest value was taken: it is to run when the next one is wanted. */
    PAUSED,
    /** It has emitted a value. */
    HOLDING,
    ENDED
  }

  @Override
  protected boolean takesWaits() {
    return true;
  }

  @Override
  public boolean hasNext() {
    if (phase == Phase.PENDING || phase == Phase.PAUSED) {
      enter();
      advance();
    } else if (phase == Phase.RUNNING) {
      throw refusal();
    }
    return phase == Phase.HOLDING;
  }

  @Override
  @SuppressWarnings("NullAway") // what is emitted may be null
  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object value = emitted;
    if (value != null && !type.isInstance(value)) {
      throw new ClassCastException(
          "What was emitted must be a "
              + type.getTypeName()
              + ", but it is a "
              + value.getClass().getTypeName());
    }
    emitted = null;
    phase = Phase.PAUSED;
    return type.cast(value);
  }

  @Override
  public void close() {
    switch (phase) {
      case RUNNING -> throw refusal();
      case PENDING, ENDED -> end();
      case PAUSED, HOLDING -> {
        enter();
        emitted = null;
        unwind("closed");
        finish(drive());
      }
    }
  }

  private void enter() {
    phase = Phase.RUNNING;
  }

  private void advance() {
    Wait wait = unfinished;
    int outcome = wait == null ? drive() : WAITING;
    while (outcome == WAITING) {
      await(wait == null ? (Wait) Objects.requireNonNull(take()) : wait);
      wait = null;
      outcome = drive();
    }
    if (outcome == SUSPENDED) {
      emitted = take();
      phase = Phase.HOLDING;
    } else {
      finish(outcome);
    }
  }

  private void await(Wait wait) {
    unfinished = wait;
    Wait.Outcome outcome;
    try {
      outcome = wait.join();
    } catch (InterruptedException e) {
      phase = Phase.PAUSED;
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the computation waited for " + wait, e);
    }
    unfinished = null;
    if (outcome.error() != null) {
      fail(outcome.error());
    } else {
      give(outcome.value());
    }
  }

  private void finish(int outcome) {
    Throwable error = outcome == THROWN ? takeError() : null;
    end();
    if (error != null) {
      throw Emissions.<RuntimeException>unchecked(error);
    }
  }

  private void end() {
    phase = Phase.ENDED;
    unfinished = null;
    close(null);
  }

  private static IllegalStateException refusal() {
    return new IllegalStateException("A computation can't take the values that it emits itself");
  }

  /** The caller gets what the computation threw, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X unchecked(Throwable error) throws X {
    throw (X) error;
  }
}
