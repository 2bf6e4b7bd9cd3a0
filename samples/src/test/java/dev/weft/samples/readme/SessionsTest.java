package dev.weft.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.readme.Wizard.User;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final BlockingQueue<Step<?>> page = new LinkedBlockingQueue<>();
  private final Sessions sessions = new Sessions();

  private Step<?> shown() throws InterruptedException {
    return page.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void aFormAnswersItsOwnQuestionOnce() throws Exception {
    sessions.opened("s1", page::add);
    assertThat(shown()).isEqualTo(question("get_name", 1));
    assertThat(sessions.submitted("s1", 1, "Alice")).isTrue();
    assertThat(sessions.submitted("s1", 1, "Alice")).isFalse();
    assertThat(shown()).isEqualTo(question("get_email", 2));
    assertThat(sessions.submitted("s2", 2, "x")).isFalse();
    assertThat(sessions.submitted("s1", 2, "a@b")).isTrue();
    assertThat(shown()).isEqualTo(new Step.Completed<>(new User("Alice", "a@b")));
    sessions.closed("s1");
    assertThat(page).isEmpty();
  }

  @Test
  void aConnectionThatIsClosedEndsItsWizard() throws Exception {
    sessions.opened("s1", page::add);
    shown();
    sessions.closed("s1");
    sessions.closed("s1");
    assertThat(shown()).isEqualTo(new Step.Cancelled<>("cancelled"));
  }

  @Test
  void waitsForTheNextQuestion() throws Exception {
    Runner<User> runner =
        AsyncCoroutine.runSync(WizardComps.register(), "t", Waiting.on(ForkJoinPool.commonPool()))
            .runner();
    assertThat(Waiting.ask(runner, "Alice")).isEqualTo(question("get_email", 2));
  }

  private static Step<?> question(String value, long number) {
    return new Step.Suspended<>(value, Map.of(), number);
  }
}
