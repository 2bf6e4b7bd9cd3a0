package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put off until a thread's stack has unwound. */
class HostingTest {

  private final List<Object> log = new ArrayList<>();

  @BeforeEach
  void logWhatIsUncaught() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> log.add(error));
  }

  @AfterEach
  void noMore() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  private static void unwind() {
    Hosting.enter("a runner", null);
    Hosting.leave(null);
  }

  @Test
  void aTurnThatThrowsDoesNotStopTheOthersNorThoseThatComeLater() {
    Error failure = new AssertionError("a turn");
    Hosting.putOff(
        () -> {
          throw failure;
        });
    Hosting.putOff(() -> log.add("other"));
    unwind();
    assertThat(log).containsExactly(failure, "other");
    Hosting.putOff(() -> log.add("later"));
    unwind();
    assertThat(log).endsWith("later");
  }

  @Test
  void itIsTheSameBeforeAWait() {
    Error failure = new AssertionError("a turn");
    Hosting.putOff(
        () -> {
          throw failure;
        });
    Hosting.putOff(() -> log.add("other"));
    Hosting.unwindBeforeWaiting();
    assertThat(log).containsExactly(failure, "other");
    unwind();
  }
}
