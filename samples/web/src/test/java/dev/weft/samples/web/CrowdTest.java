package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.samples.web.signup.SignUpFlow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many users at once; {@link Load} has more of them, and measures. */
class CrowdTest {
  private static final int USERS = 300;

  @Test
  void manyUsersNeedNoThreadEach() throws InterruptedException {
    Journal journal = new Journal();
    try (WebServer server =
            WebServer.start(
                Settings.on(0).grace(Duration.ofSeconds(20)),
                Journal.watched(new SignUpFlow()),
                journal);
        Crowd crowd = new Crowd(server.address(), Duration.ofMillis(300))) {
      crowd.begin(USERS);
      crowd.connect();
      crowd.live(Duration.ofSeconds(3));

      assertThat(server.flowCount()).isEqualTo(USERS);
      assertThat(crowd.latencies()).hasSizeGreaterThan(USERS);
      assertThat(crowd.failures()).isEmpty();
      assertThat(threadsOfTheServer()).isBetween(1L, USERS / 5L);
    }
    journal.awaitOnceEach("sign-up: finally", USERS);
  }

  /** All but those of the client, which shares the JVM. */
  private static long threadsOfTheServer() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("HttpClient"))
        .count();
  }
}
