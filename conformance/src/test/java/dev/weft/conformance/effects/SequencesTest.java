package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.ClosingIterator;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Reader;
import dev.weft.effects.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a computation emits, as an iterator, a stream, an iterable. */
@Timeout(20)
class SequencesTest {
  private final List<String> log = new ArrayList<>();

  @Comp
  static void countdown(int from, List<String> log) {
    log.add("started");
    try {
      for (int i = from; i > 0; i--) {
        Yield.emit(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static void failing(int from) throws IOException {
    Yield.emit(from);
    throw new IOException("no more");
  }

  private ClosingIterator<Integer> countdown(int from) {
    return Sequences.iterator(SequencesTestComps.countdown(from, log), Integer.class);
  }

  @Test
  void anIteratorRunsOnlyAsFarAsItIsAsked() {
    ClosingIterator<Integer> iterator = countdown(2);
    assertThat(log).isEmpty();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(log).containsExactly("started");
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(log).containsExactly("started");
    assertThat(iterator.hasNext()).isFalse();
    assertThat(log).containsExactly("started", "finally");
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void closingItLeavesTheComputationOnce() {
    ClosingIterator<Integer> iterator = countdown(5);
    iterator.next();
    iterator.close();
    iterator.close();
    assertThat(log).containsExactly("started", "finally");
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void closingItWithAValueAtHandDropsTheValue() {
    ClosingIterator<Integer> iterator = countdown(5);
    iterator.hasNext();
    iterator.close();
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void closingOneThatHasNotStartedRunsNothing() {
    ClosingIterator<Integer> iterator = countdown(5);
    iterator.close();
    assertThat(log).isEmpty();
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void whatTheComputationThrowsTheIteratorThrows() {
    Iterator<Integer> iterator = Sequences.iterator(SequencesTestComps.failing(1), Integer.class);
    assertThat(iterator.next()).isEqualTo(1);
    assertThatThrownBy(iterator::hasNext).isInstanceOf(IOException.class).hasMessage("no more");
    assertThat(iterator.hasNext()).isFalse();
  }

  @Comp
  static void failsToLeave() {
    try {
      Yield.emit(1);
    } finally {
      throwUp();
    }
  }

  private static void throwUp() {
    throw new IllegalStateException("cleanup");
  }

  @Test
  void whatACleanupThrowsCloseThrows() {
    ClosingIterator<Integer> iterator =
        Sequences.iterator(SequencesTestComps.failsToLeave(), Integer.class);
    iterator.next();
    assertThatIllegalStateException().isThrownBy(iterator::close).withMessage("cleanup");
    iterator.close();
  }

  @Test
  void somethingOfAnotherTypeIsRefused() {
    Iterator<String> iterator =
        Sequences.iterator(SequencesTestComps.countdown(1, log), String.class);
    assertThatThrownBy(iterator::next)
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("java.lang.Integer");
  }

  @Comp
  static void asksItself(Iterator<?>[] own) {
    Yield.emit(own[0].hasNext());
  }

  @Test
  void aComputationCannotTakeItsOwnValues() {
    Iterator<?>[] own = new Iterator<?>[1];
    own[0] = Sequences.iterator(SequencesTestComps.asksItself(own), Boolean.class);
    assertThatIllegalStateException().isThrownBy(own[0]::next).withMessageContaining("itself");
  }

  @Test
  void aStreamTakesOnlyWhatItNeedsAndClosesTheRest() {
    try (Stream<Integer> stream =
        Sequences.stream(SequencesTestComps.countdown(1_000_000_000, log), Integer.class)) {
      assertThat(stream.filter(n -> n % 2 == 1).limit(2).toList())
          .containsExactly(999_999_999, 999_999_997);
      assertThat(log).containsExactly("started");
    }
    assertThat(log).containsExactly("started", "finally");
  }

  @Test
  void eachIteratorOfAnIterableIsARunOfItsOwn() {
    Iterable<Integer> iterable =
        Sequences.iterable(SequencesTestComps.countdown(3, log), Integer.class);
    assertThat(iterable).containsExactly(3, 2, 1);
    List<Integer> again = new ArrayList<>();
    for (int n : iterable) {
      again.add(n);
    }
    assertThat(again).containsExactly(3, 2, 1);
  }

  @Comp
  static void slowly(int count) {
    for (int i = 0; i < count; i++) {
      Sleep.sleep(Duration.ofMillis(3));
      Yield.emit(i * Reader.ask(Integer.class));
    }
  }

  @Test
  void handlersAndWaitsWork() {
    assertThat(
            Sequences.stream(
                SequencesTestComps.slowly(4).with(Reader.of(Integer.class, 10)), Integer.class))
        .containsExactly(0, 10, 20, 30);
  }

  @Test
  void anInterruptionLosesNothing() {
    Iterator<Integer> iterator =
        Sequences.iterator(
            SequencesTestComps.slowly(1).with(Reader.of(Integer.class, 10)), Integer.class);
    Thread.currentThread().interrupt();
    assertThatIllegalStateException().isThrownBy(iterator::next).withMessageContaining("nterrupt");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(iterator.next()).isZero();
  }

  @Comp
  static void nothings() {
    Yield.emit(null);
    Yield.emit(null);
  }

  @Test
  void nullCanBeEmitted() {
    assertThat(Sequences.stream(SequencesTestComps.nothings(), String.class).toList())
        .containsExactly(null, null);
  }
}
