package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.samples.web.signup.SignUpFlow;
import org.junit.jupiter.api.Test;

/** The journal notices what the other tests rely on it to notice. */
class JournalTest {
  private final Journal journal = new Journal();

  private void flow(String tag, String... lines) {
    for (String line : lines) {
      journal.accept(tag + " " + line);
    }
  }

  @Test
  void oneLineOfEachFlowIsRight() {
    flow("a", "sign-up: begins", "sign-up: finally", "over");
    flow("b", "sign-up: begins", "sign-up: finally", "over");
    flow("c", "sign-up: begins");

    assertThatCode(() -> journal.awaitOnceEach("sign-up: finally", 2)).doesNotThrowAnyException();
  }

  @Test
  void aSecondLineOfAFlowIsWrong() {
    flow("a", "sign-up: finally", "sign-up: finally", "over");

    assertThatThrownBy(() -> journal.awaitOnceEach("sign-up: finally", 1))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aSecondLineThatComesLaterIsWaitedFor() {
    flow("a", "sign-up: finally");
    Thread late =
        new Thread(
            () -> {
              flow("a", "sign-up: finally");
              flow("a", "over");
            });
    late.start();

    assertThatThrownBy(() -> journal.awaitOnceEach("sign-up: finally", 1))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aFlowSaysThatItIsOverAfterItsCleanups() {
    Coroutine<?> flow =
        Coroutine.of(
            Journal.watched(new SignUpFlow()).get(0).start(line -> journal.accept("a " + line)));
    flow.run();
    flow.cancel("test");

    journal.awaitOnceEach("sign-up: finally", 1);
    assertThat(journal.containing("a "))
        .containsExactly("a sign-up: begins", "a sign-up: finally", "a over");
  }
}
