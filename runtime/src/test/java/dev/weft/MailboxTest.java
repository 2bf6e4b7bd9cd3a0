package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Mailbox mailbox = new Mailbox();

  @Test
  void givesMessagesInTheOrderTheyCame() throws Exception {
    AsyncCoroutine.run(Machines.count(1), "a", mailbox, HERE).resume("x");
    assertThat(mailbox.receive(Duration.ZERO).orElseThrow().step())
        .isEqualTo(new Step.Suspended<>(1, 1));
    assertThat(mailbox.receive(Duration.ZERO).orElseThrow().step())
        .isEqualTo(new Step.Completed<>("x"));
    assertThat(mailbox.receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void picksTheMessagesOfATag() throws Exception {
    AsyncCoroutine.run(Machines.count(1), "a", mailbox, HERE);
    AsyncCoroutine.run(Machines.count(1), "b", mailbox, HERE);
    assertThat(mailbox.receive("b", Duration.ZERO).orElseThrow().tag()).isEqualTo("b");
    assertThat(mailbox.receive("b", Duration.ZERO)).isEmpty();
    assertThat(mailbox.receive("a", Duration.ZERO).orElseThrow().tag()).isEqualTo("a");
  }

  @Test
  void waitsForAMessage() throws Exception {
    Computation<Object> slow =
        Scripted.of(
            (frame, x, at) -> {
              Thread.sleep(30);
              return frame.done(x, "slow");
            });
    AsyncCoroutine.run(slow, "a", mailbox);
    Message<?> message = mailbox.receive("a", Duration.ofSeconds(5)).orElseThrow();
    assertThat(message.step()).isEqualTo(new Step.Completed<>("slow"));
  }

  @Test
  void waitsNoLongerThanItIsTold() throws Exception {
    long start = System.nanoTime();
    assertThat(mailbox.receive(Duration.ofMillis(30))).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(29));
  }

  @Test
  void anInterruptedThreadTakesNothing() throws Exception {
    AsyncCoroutine.run(Machines.count(1), "a", mailbox, HERE);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> mailbox.receive(Duration.ofSeconds(5)));
    assertThat(mailbox.receive(Duration.ZERO)).isPresent();
  }
}
