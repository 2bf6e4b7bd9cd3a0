package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.samples.web.signup.SignUpFlow;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is a limit to how many flows there are at once. */
class ManyFlowsTest {
  private final Journal journal = new Journal();
  private final WebServer server =
      WebServer.start(
          Settings.on(0).grace(Duration.ofSeconds(2)).most(3),
          Journal.watched(new SignUpFlow()),
          journal);
  private final Visitor visitor = new Visitor(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private int begin() {
    return Visitor.send(visitor.request("flows/sign-up").POST(BodyPublishers.noBody()))
        .statusCode();
  }

  @Test
  void oneMoreThanThereMayBeIsRefusedUntilAnotherIsOver() {
    Tab first = visitor.open("sign-up");
    Tab second = visitor.open("sign-up");
    Tab third = visitor.open("sign-up");
    first.awaitScreen("name");

    assertThat(begin()).isEqualTo(503);
    assertThat(begin()).isEqualTo(503);
    assertThat(server.flowCount()).isEqualTo(3);
    assertThat(journal.count("sign-up: begins")).isEqualTo(3);

    second.submit("name", "Ann");
    second.awaitScreen("email", "Ann");
    third.close();
    Journal.await("one flow less", () -> server.flowCount() == 2);
    Tab fourth = visitor.open("sign-up");
    fourth.awaitScreen("name");
    assertThat(begin()).isEqualTo(503);
    journal.awaitOnceEach("sign-up: finally", 1);
  }

  @Test
  void theUsualLimitIsTheOneThatTheGuideNames() {
    assertThat(Settings.on(8080).most()).isEqualTo(10_000);
  }
}
