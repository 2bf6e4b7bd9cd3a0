package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drives whole computations at once, on the calling thread. */
public final class Coroutines {
  private Coroutines() {}

  /**
   * What came of a computation.
   *
   * @param yielded what it yielded, in order; cannot be modified
   * @param end how it ended: never {@link Step.Suspended}
   * @param <T> what the computation returns
   */
  public record Collected<T>(List<@Nullable Object> yielded, Step<T> end) {
    /** Copies the list. */
    public Collected {
      yielded = Collections.unmodifiableList(new ArrayList<>(yielded));
    }

    /**
     * What the computation returned.
     *
     * @throws IllegalStateException if it returned nothing; its cause is what the computation threw
     */
    public @Nullable T result() {
      if (end instanceof Step.Completed<T> completed) {
        return completed.value();
      }
      Throwable cause = end instanceof Step.Thrown<T> thrown ? thrown.error() : null;
      throw new IllegalStateException("The computation has not completed: " + end, cause);
    }
  }

  /**
   * Runs a computation to its end, answering its yields one after the other.
   *
   * <pre>{@code
   * User user =
   *     Coroutines.collect(WizardComps.register(), List.of("Alice", "alice@example.org")).result();
   * }</pre>
   *
   * <p>One that yields once more when all answers are used up is cancelled.
   */
  public static <T> Collected<T> collect(Computation<T> computation, Iterable<?> answers) {
    Iterator<?> left = answers.iterator();
    List<@Nullable Object> yielded = new ArrayList<>();
    Coroutine<T> coroutine = Coroutine.of(computation);
    Step<T> step = coroutine.run();
    while (step instanceof Step.Suspended<T> suspended) {
      yielded.add(suspended.value());
      step =
          left.hasNext()
              ? coroutine.run(left.next())
              : coroutine.cancel("no answer is left for " + suspended.value());
    }
    return new Collected<>(yielded, step);
  }

  /**
   * Runs two computations in turn: what the producer yields answers the yields of the consumer, and
   * what the consumer yields answers those of the producer.
   *
   * <pre>{@code
   * Step<Table> table = Coroutines.feed(FilesComps.chunks(file), CsvComps.parse());
   * }</pre>
   *
   * <p>The producer runs only as far as it is asked. When the consumer has ended, the producer is
   * cancelled. When the producer returns first, the consumer's yield throws a {@link
   * NoSuchElementException}; when it fails, the consumer's yield throws what it failed with.
   *
   * @return how the consumer ended; what the producer's cleanup throws, if the consumer completed
   */
  public static <T> Step<T> feed(Computation<?> producer, Computation<T> consumer) {
    Coroutine<?> source = Coroutine.of(producer);
    Coroutine<T> sink = Coroutine.of(Objects.requireNonNull(consumer, "consumer"));
    Step<T> step = sink.run();
    while (step instanceof Step.Suspended<T> asked) {
      step = pass(source, asked.value(), sink);
    }
    boolean isLeftNow = source.state() == Lifecycle.SUSPENDED;
    Step<?> rest = source.cancel("the consumer has ended");
    return isLeftNow && rest instanceof Step.Thrown<?> thrown && step instanceof Step.Completed<T>
        ? new Step.Thrown<>(thrown.error())
        : step;
  }

  private static <T> Step<T> pass(Coroutine<?> source, @Nullable Object asked, Coroutine<T> sink) {
    Step<?> produced =
        switch (source.state()) {
          case PENDING -> source.run();
          case SUSPENDED -> source.run(asked);
          default -> source.cancel();
        };
    if (produced instanceof Step.Suspended<?> given) {
      return sink.run(given.value());
    }
    return produced instanceof Step.Thrown<?> thrown
        ? sink.raise(thrown.error())
        : sink.raise(new NoSuchElementException("the producer has ended"));
  }
}
