package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutines;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Whole computations driven at once. */
class CoroutinesTest {
  record User(String name, String email) {}

  @Comp
  static User wizard() {
    String name = Yield.yield("get_name");
    String email = Yield.yield("get_email");
    if (email.isEmpty()) throw new IllegalArgumentException("no email");
    return new User(name, email);
  }

  @Test
  void collectAnswersOneYieldAfterTheOther() {
    Coroutines.Collected<User> collected =
        Coroutines.collect(CoroutinesTestComps.wizard(), List.of("Alice", "alice@example.com"));
    assertThat(collected.result()).isEqualTo(new User("Alice", "alice@example.com"));
    assertThat(collected.yielded()).containsExactly("get_name", "get_email");
    assertThatThrownBy(() -> collected.yielded().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void answersMayBeNull() {
    assertThat(Coroutines.collect(CoroutinesTestComps.wizard(), Arrays.asList(null, "x")).result())
        .isEqualTo(new User(null, "x"));
  }

  @Test
  void tooFewAnswersCancelIt() {
    Coroutines.Collected<User> collected =
        Coroutines.collect(CoroutinesTestComps.wizard(), List.of("Alice"));
    assertThat(collected.end()).isEqualTo(new Step.Cancelled<>("no answer is left for get_email"));
    assertThat(collected.yielded()).containsExactly("get_name", "get_email");
    assertThatIllegalStateException()
        .isThrownBy(collected::result)
        .withMessageContaining("get_email");
  }

  @Test
  void aFailureIsTheEnd() {
    Coroutines.Collected<User> collected =
        Coroutines.collect(CoroutinesTestComps.wizard(), List.of("Alice", ""));
    assertThat(collected.end()).isInstanceOf(Step.Thrown.class);
    assertThatIllegalStateException()
        .isThrownBy(collected::result)
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Comp
  static void produces(int count, List<Object> log) {
    try {
      for (int i = 0; i < count; i++) {
        log.add(Yield.yield("item " + i));
      }
    } finally {
      log.add("producer left");
    }
  }

  @Comp
  static List<String> consumes(int count) {
    List<String> taken = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        taken.add(Yield.yield("want " + i));
      }
    } catch (NoSuchElementException e) {
      taken.add("end");
    }
    return taken;
  }

  @Test
  void feedLinksTwoComputations() {
    List<Object> log = new ArrayList<>();
    Step<List<String>> end =
        Coroutines.feed(CoroutinesTestComps.produces(9, log), CoroutinesTestComps.consumes(3));
    assertThat(end).isEqualTo(new Step.Completed<>(List.of("item 0", "item 1", "item 2")));
    assertThat(log).containsExactly("want 1", "want 2", "producer left");
  }

  @Test
  void aProducerThatEndsFirstThrowsInTheConsumer() {
    List<Object> log = new ArrayList<>();
    Step<List<String>> end =
        Coroutines.feed(CoroutinesTestComps.produces(2, log), CoroutinesTestComps.consumes(5));
    assertThat(end).isEqualTo(new Step.Completed<>(List.of("item 0", "item 1", "end")));
    assertThat(log).containsExactly("want 1", "want 2", "producer left");
  }

  @Comp
  static void breaks() {
    Yield.emit("first");
    throw new IllegalArgumentException("broken");
  }

  @Test
  void aProducerThatFailsFailsTheConsumer() {
    Step<List<String>> end =
        Coroutines.feed(CoroutinesTestComps.breaks(), CoroutinesTestComps.consumes(5));
    assertThat(((Step.Thrown<List<String>>) end).error()).hasMessage("broken");
  }

  @Test
  void aConsumerThatAsksNothingStartsNoProducer() {
    List<Object> log = new ArrayList<>();
    assertThat(
            Coroutines.feed(CoroutinesTestComps.produces(2, log), CoroutinesTestComps.consumes(0)))
        .isEqualTo(new Step.Completed<>(List.of()));
    assertThat(log).isEmpty();
  }

  @Comp
  static void failsToLeave() {
    try {
      Yield.emit("only");
    } finally {
      fail();
    }
  }

  private static void fail() {
    throw new IllegalStateException("cleanup");
  }

  @Test
  void aProducersFailingCleanupIsSeen() {
    Step<List<String>> end =
        Coroutines.feed(CoroutinesTestComps.failsToLeave(), CoroutinesTestComps.consumes(1));
    assertThat(((Step.Thrown<List<String>>) end).error()).hasMessage("cleanup");
  }
}
