package dev.weft.samples.primes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmittedTest {
  private final List<String> events = new ArrayList<>();
  private final Computation<Void> twoLetters =
      Blocking.of(
          () -> {
            try {
              Yield.emit("a");
              Yield.emit("b");
            } finally {
              events.add("left");
            }
          });

  @Test
  void endsWithTheComputation() {
    Emitted<String> letters = new Emitted<>(twoLetters, String.class);

    assertThat(letters).toIterable().containsExactly("a", "b");
    assertThat(letters.hasNext()).isFalse();
    assertThatThrownBy(letters::next).isInstanceOf(NoSuchElementException.class);
    assertThat(events).containsExactly("left");
  }

  @Test
  void aClosedStreamLeavesTheComputation() {
    try (Stream<String> letters = Emitted.stream(twoLetters, String.class)) {
      assertThat(letters.findFirst()).contains("a");
      assertThat(events).isEmpty();
    }
    assertThat(events).containsExactly("left");
  }

  @Test
  void oneThatWasClosedIsEmpty() {
    Emitted<String> letters = new Emitted<>(twoLetters, String.class);
    letters.close();

    assertThat(letters.hasNext()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void aFailureIsTheCause() {
    Exception failure = new Exception("no more letters");
    Emitted<String> letters =
        new Emitted<>(
            Blocking.of(
                () -> {
                  Yield.emit("a");
                  throw failure;
                }),
            String.class);

    assertThat(letters.next()).isEqualTo("a");
    assertThatThrownBy(letters::hasNext).hasCause(failure);
    assertThatThrownBy(letters::next).hasCause(failure);
  }
}
