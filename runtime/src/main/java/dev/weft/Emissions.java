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
  // Numbers, since a reference stored for each value would cost the collector's barrier.

  /** Not started. */
  private static final int PENDING = 0;

  /** Inside the computation, which must not ask for its own values. */
  private static final int RUNNING = 1;

  /** Its latest value was taken: it is to run when the next one is wanted. */
  private static final int PAUSED = 2;

  /** It has emitted a value, which is there to be taken. */
  private static final int HOLDING = 3;

  private static final int ENDED = 4;

  private final Class<E> type;
  private int phase = PENDING;

  /** What the computation waits for, where the thread that waited was interrupted. */
  private @Nullable Wait unfinished;

  Emissions(Computation<?> computation, Class<E> type) {
    super(computation);
    this.type = type;
  }

  @Override
  protected boolean takesWaits() {
    return true;
  }

  @Override
  public boolean hasNext() {
    if (phase == PENDING || phase == PAUSED) {
      enter();
      advance();
    } else if (phase == RUNNING) {
      throw refusal();
    }
    return phase == HOLDING;
  }

  @Override
  @SuppressWarnings({"NullAway", "unchecked"}) // what is emitted may be null; it is of the type
  public E next() {
    if (phase != HOLDING && !hasNext()) {
      throw new NoSuchElementException();
    }
    Object value = peek();
    // The class itself, as it is mostly, is told more quickly than one of its subclasses.
    if (value != null && value.getClass() != type && !type.isInstance(value)) {
      throw mismatch(value);
    }
    give(null);
    phase = PAUSED;
    return (E) value;
  }

  private ClassCastException mismatch(Object value) {
    return new ClassCastException(
        "What was emitted must be a "
            + type.getTypeName()
            + ", but it is a "
            + value.getClass().getTypeName());
  }

  @Override
  public void close() {
    switch (phase) {
      case RUNNING -> throw refusal();
      case PENDING, ENDED -> end();
      case PAUSED, HOLDING -> {
        enter();
        unwind("closed");
        finish(drive());
      }
    }
  }

  private void enter() {
    phase = RUNNING;
  }

  private void advance() {
    Wait wait = unfinished;
    int outcome = wait == null ? drive() : driveOn(wait);
    while (outcome == WAITING) {
      outcome = driveOn((Wait) Objects.requireNonNull(take()));
    }
    if (outcome == SUSPENDED) {
      phase = HOLDING;
    } else {
      finish(outcome);
    }
  }

  private int driveOn(Wait wait) {
    await(wait);
    return drive();
  }

  private void await(Wait wait) {
    unfinished = wait;
    Wait.Outcome outcome;
    try {
      outcome = wait.join();
    } catch (InterruptedException e) {
      phase = PAUSED;
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
    phase = ENDED;
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
