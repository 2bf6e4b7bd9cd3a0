package dev.weft.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.AsyncCoroutine;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.Script;
import dev.weft.samples.readme.Wizard.User;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DriveTest {
  private static final User ALICE = new User("Alice", "alice@example.org");

  private final BlockingQueue<Object> screen = new LinkedBlockingQueue<>();
  private final Iterator<String> answers = List.of("Alice", "?", "alice@example.org").iterator();
  private final Drive drive = new Drive(screen::add, question -> answers.next());

  @Test
  void theWizardAsksUntilTheAddressHasAnAt() {
    List<Object> dialogue = new ArrayList<>();

    Step<User> end =
        Script.play(WizardComps.register(), dialogue, "Alice", "?", "??", "alice@example.org");

    assertThat(dialogue)
        .containsExactly("get_name", "get_email", "get_email_again", "get_email_again");
    assertThat(end).isEqualTo(new Step.Completed<>(ALICE));
  }

  @Test
  void calledDirectlyItSaysWhatToDo() {
    assertThatThrownBy(Wizard::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WizardComps.register(");
  }

  @Test
  void byHand() {
    assertThat(drive.byHand()).isEqualTo(new Step.Completed<>(ALICE));
  }

  @Test
  void byMessages() throws InterruptedException {
    Runner<User> runner = drive.byMessages();
    assertThat(seen()).isEqualTo("get_name");
    runner.resume("Alice");
    assertThat(seen()).isEqualTo("get_email");
    runner.resume("?");
    assertThat(seen()).isEqualTo("get_email_again");
    runner.resume("alice@example.org");
    assertThat(seen()).isEqualTo(ALICE);
  }

  @Test
  void byMessagesOfOtherEnds() throws InterruptedException {
    Runner<User> cancelled = drive.byMessages();
    assertThat(seen()).isEqualTo("get_name");
    cancelled.cancel("the window was closed");
    assertThat(seen()).isEqualTo("gone: the window was closed");

    Runner<User> failed = drive.byMessages();
    assertThat(seen()).isEqualTo("get_name");
    failed.raise(new IllegalStateException("expired"));
    assertThat(seen()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void byCallbacks() throws InterruptedException {
    AsyncCoroutine.run(WizardComps.register(), "wizard", drive.byCallbacks());

    assertThat(seen()).isEqualTo(ALICE);
  }

  @Test
  void byWaiting() throws InterruptedException {
    assertThat(drive.byWaiting()).isEqualTo(new Step.Completed<>(ALICE));
  }

  private Object seen() throws InterruptedException {
    return screen.poll(10, TimeUnit.SECONDS);
  }
}
