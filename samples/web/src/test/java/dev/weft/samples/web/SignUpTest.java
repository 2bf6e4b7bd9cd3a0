package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.samples.web.signup.SignUpFlow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sign-up over its sockets, without a browser. */
class SignUpTest {
  private static final Duration GRACE = Duration.ofMillis(1200);

  private final Journal journal = new Journal();
  private WebServer server;
  private Visitor visitor;

  @BeforeEach
  void start() {
    server =
        WebServer.start(Settings.on(0).grace(GRACE), Journal.watched(new SignUpFlow()), journal);
    visitor = new Visitor(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksUntilTheAnswersAreRight() {
    Tab tab = visitor.open("sign-up");

    tab.awaitScreen("name");
    tab.submit("name", "  ");
    tab.awaitScreen("name", "Please tell us your name.");
    tab.submit("name", "Ann");
    tab.awaitScreen("email", "What is your e-mail address, Ann?");
    tab.submit("email", "ann at example");
    tab.awaitScreen("email", "That is not an e-mail address.");
    assertThat(tab.latest().html()).contains("value=\"ann at example\"");
    tab.submit("email", "ann@example.org");
    tab.awaitScreen("summary", "ann@example.org");
    tab.submit("choice", "CHANGE_NAME");
    tab.awaitScreen("name", "value=\"Ann\"");
    tab.submit("name", "Anna");
    tab.awaitScreen("summary", "Anna");
    tab.submit("choice", "CREATE");
    tab.awaitScreen("done", "Welcome, Anna!");

    journal.awaitOnceEach("sign-up: finally", 1);
  }

  @Test
  void aSecondAnswerToAStepIsRefused() {
    Tab tab = visitor.open("sign-up");
    long first = tab.awaitScreen("name").number();

    tab.submitTo(first, "name", "Ann");
    tab.submitTo(first, "name", "Ann");

    tab.awaitScreen("email");
    tab.submit("email", "ann@example.org");
    tab.awaitScreen("summary", "ann@example.org");
    assertThat(tab.screens()).containsExactly("name", "email", "summary");
  }

  @Test
  void eachTabHasItsOwnRun() {
    Tab one = visitor.open("sign-up");
    Tab two = visitor.open("sign-up");
    Tab other = new Visitor(server).open("sign-up");

    one.awaitScreen("name");
    two.awaitScreen("name");
    one.submit("name", "Ann");
    one.awaitScreen("email", "Ann");
    two.submit("name", "Bob");
    two.awaitScreen("email", "Bob");
    other.awaitScreen("name");
    two.submit("email", "bob@example.org");
    one.submit("email", "ann@example.org");
    one.awaitScreen("summary", "ann@example.org");
    two.awaitScreen("summary", "bob@example.org");

    assertThat(server.flowCount()).isEqualTo(3);
    assertThat(other.screens()).containsExactly("name");
  }

  @Test
  void aPageThatComesBackInTimeIsWhereItWas() {
    Tab tab = visitor.open("sign-up");
    tab.awaitScreen("name");
    tab.submit("name", "Ann");
    tab.awaitScreen("email");
    tab.close();

    Tab again = visitor.reopen(tab.path());

    again.awaitScreen("email", "Ann");
    assertThat(again.screens()).containsExactly("email");
    again.submit("email", "ann@example.org");
    again.awaitScreen("summary");
    assertThat(journal.count("sign-up: finally")).isZero();
  }

  @Test
  void twoPagesOfARunShowTheSame() {
    Tab one = visitor.open("sign-up");
    Tab two = visitor.reopen(one.path());
    long first = one.awaitScreen("name").number();
    two.awaitScreen("name");

    one.submitTo(first, "name", "Ann");
    two.awaitScreen("email", "Ann");
    two.submitTo(first, "name", "Bob");
    one.close();
    two.submit("email", "ann@example.org");

    two.awaitScreen("summary", "Ann");
  }

  @Test
  void whoeverStaysAwayIsCancelled() {
    Tab tab = visitor.open("sign-up");
    tab.awaitScreen("name");
    tab.abort();

    journal.awaitOnceEach("sign-up: finally", 1);
    Journal.await("no flow", () -> server.flowCount() == 0);
    assertThat(visitor.get(tab.path()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverNeverComesIsCancelled() {
    visitor.begin("sign-up");

    journal.awaitOnceEach("sign-up: finally", 1);
    Journal.await("no flow", () -> server.flowCount() == 0);
  }

  @Test
  void theGraceTimeBeginsAnewEachTime() throws InterruptedException {
    Tab tab = visitor.open("sign-up");
    tab.awaitScreen("name");
    for (int i = 0; i < 3; i++) {
      tab.close();
      Thread.sleep(GRACE.toMillis() * 2 / 5);
      tab = visitor.reopen(tab.path());
      tab.awaitScreen("name");
    }
    Thread.sleep(GRACE.toMillis() * 5 / 4);
    tab.submit("name", "Ann");
    tab.awaitScreen("email");
    assertThat(journal.count("sign-up: finally")).isZero();
  }

  @Test
  void theCancelButtonEndsIt() {
    Tab tab = visitor.open("sign-up");
    tab.awaitScreen("name");

    tab.cancel();

    tab.awaitScreen("cancelled");
    journal.awaitOnceEach("sign-up: finally", 1);
    tab.cancel();
    tab.close();
    Journal.await("no flow", () -> server.flowCount() == 0);
    assertThat(journal.count("sign-up: finally")).isEqualTo(1);
  }

  @Test
  void aSilentPageIsNotALostOne() throws InterruptedException {
    server.close();
    server =
        WebServer.start(
            Settings.on(0).grace(Duration.ofMillis(50)).idle(Duration.ofMillis(1500)),
            Journal.watched(new SignUpFlow()),
            journal);
    Tab tab = new Visitor(server).open("sign-up");
    tab.awaitScreen("name");

    Thread.sleep(4_000);

    tab.submit("name", "Ann");
    tab.awaitScreen("email");
  }

  @Test
  void stoppingTheServerRunsTheCleanups() {
    visitor.open("sign-up").awaitScreen("name");

    server.close();

    assertThat(journal.count("sign-up: finally")).isEqualTo(1);
    journal.awaitOnceEach("sign-up: finally", 1);
  }
}
