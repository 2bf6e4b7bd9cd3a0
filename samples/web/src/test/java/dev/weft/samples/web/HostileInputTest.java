package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.samples.web.signup.SignUpFlow;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no page of ours sends. After each attack, an honest user's flow goes on where it was. */
class HostileInputTest {
  private final Journal journal = new Journal();
  private WebServer server;
  private Visitor honest;
  private Visitor hostile;
  private Tab victim;

  @BeforeEach
  void start() {
    Settings settings = Settings.on(0).grace(Duration.ofSeconds(5));
    server = WebServer.start(settings, Journal.watched(new SignUpFlow()), journal);
    honest = new Visitor(server);
    hostile = new Visitor(server);
    victim = honest.open("sign-up");
    victim.awaitScreen("name");
  }

  @AfterEach
  void theHonestUserIsNotDisturbed() {
    assertThat(victim.screens()).containsExactly("name");
    victim.submit("name", "Ann");
    victim.awaitScreen("email", "Ann");
    assertThat(journal.count("sign-up: finally")).isZero();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs/AAAAAAAAAAAAAAAAAAAAAA",
        "runs/x",
        "runs/..%2f..%2fetc%2fpasswd",
        "runs/%00",
        "runs/<script>alert(1)</script>"
      })
  void anUnknownTagIsRefused(String path) {
    String encoded = path.replace("<", "%3C").replace(">", "%3E");
    hostile.begin("sign-up");

    HttpResponse<String> page = hostile.get(encoded);

    assertThat(page.statusCode()).isIn(400, 404);
    assertThat(page.body()).doesNotContain("<script>");
    Tab.Refused refused = catchThrowableOfType(Tab.Refused.class, () -> hostile.reopen(encoded));
    assertThat(refused.status).isIn(400, 404);
  }

  @Test
  void aForeignRunIsAsIfItDidNotExist() {
    hostile.begin("sign-up");

    assertThat(hostile.get(victim.path()).statusCode()).isEqualTo(404);
    Tab.Refused refused =
        catchThrowableOfType(Tab.Refused.class, () -> hostile.reopen(victim.path()));
    assertThat(refused.status).isEqualTo(404);
    Tab.Refused nobody =
        catchThrowableOfType(Tab.Refused.class, () -> new Visitor(server).reopen(victim.path()));
    assertThat(nobody.status).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "{\"number\":1}",
        "number",
        "number=",
        "number=one&name=Ann",
        "number=99999999999999999999&name=Ann",
        "number=1",
        "number=1&email=a@example.org",
        "number=1&number=1&name=Ann",
        "name=Ann",
        "number=1&name=%",
        "number=1&name=%zz",
        "number=1&a=&b=&c=&d=&e=&f=&g=&h=&i=&j=&k=&l=&m=&n=&o=&p=&q=&r=&s=&t=&name=Ann"
      })
  void aMalformedMessageEndsItsConnectionAndNoMore(String message) {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.send(message);

    assertThat(tab.awaitClosed()).isEqualTo(1008);
    Tab again = hostile.reopen(tab.path());
    again.awaitScreen("name");
    again.submit("name", "Eve");
    again.awaitScreen("email", "Eve");
  }

  @Test
  void anUnknownChoiceIsMalformed() {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");
    tab.submit("name", "Eve");
    tab.awaitScreen("email");
    tab.submit("email", "eve@example.org");
    tab.awaitScreen("summary");

    tab.submit("choice", "OWN_EVERYTHING");

    assertThat(tab.awaitClosed()).isEqualTo(1008);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 2, 77, Long.MAX_VALUE, Long.MIN_VALUE})
  void aStepThatIsNotShownCanNotBeAnswered(long number) {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.submitTo(number, "name", "Eve");
    tab.submitTo(1, "name", "Ada");

    tab.awaitScreen("email", "Ada");
    assertThat(tab.screens()).containsExactly("name", "email");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_200, 1_000_000})
  void anOversizedMessageEndsItsConnection(int size) {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.trySend("number=1&name=" + "x".repeat(size));

    // Whoever is still sending when the connection is closed may miss the reason.
    assertThat(tab.awaitClosed()).isIn(size > 100_000 ? List.of(1009, -1) : List.of(1009));
    hostile.reopen(tab.path()).awaitScreen("name");
  }

  @Test
  void aBinaryMessageEndsItsConnection() {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.send(new byte[] {1});

    assertThat(tab.awaitClosed()).isEqualTo(1008);
  }

  @Test
  void anOversizedRequestIsRefused() {
    HttpResponse<String> response =
        Visitor.send(
            hostile.request("flows/sign-up?" + "x".repeat(100_000)).POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isIn(414, 431);
  }

  @Test
  void anOversizedNameIsAskedForAgain() {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.submit("name", "x".repeat(5_000));

    tab.awaitScreen("name", "That is too long for our form.");
    assertThat(tab.latest().html()).doesNotContain("x".repeat(101));
  }

  @Test
  void markupInAnAnswerIsText() {
    String name = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(2)>";
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");
    tab.submit("name", name);

    String html = tab.awaitScreen("email").html();

    assertThat(html)
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;"
                + "&lt;img src=x onerror=alert(2)&gt;")
        .doesNotContain("<script", "<img");
    tab.submit("email", "\"><script>alert(1)</script>");
    assertThat(tab.awaitScreen("email", "not an e-mail").html()).doesNotContain("<script");
  }

  @Test
  void aTemplateInAnAnswerIsText() {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    tab.submit("name", "%s%n%1$s ${x} {{x}}");

    assertThat(tab.awaitScreen("email").html()).contains("%s%n%1$s ${x} {{x}}");
  }

  @Test
  void anotherSiteCanNotActForTheUser() {
    HttpResponse<String> response =
        Visitor.send(
            honest
                .request("flows/sign-up")
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(honest.connectFrom("http://evil.example", victim.path())).isEqualTo(403);
    assertThat(honest.connectFrom("null", victim.path())).isEqualTo(403);
  }

  @Test
  void theCookieIsForThisSiteAndNotForScripts() {
    HttpResponse<String> response =
        Visitor.send(hostile.request("flows/sign-up").POST(BodyPublishers.noBody()));

    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(hostile.get("").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void anUnknownFlowIsRefused() {
    HttpResponse<String> response =
        Visitor.send(hostile.request("flows/nothing").POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void manyAnswersAtOnceAreOne() {
    Tab tab = hostile.open("sign-up");
    tab.awaitScreen("name");

    for (int i = 0; i < 1_000; i++) {
      tab.submitTo(1, "name", "Eve" + i);
    }

    tab.awaitScreen("email", "Eve0");
    assertThat(tab.screens()).containsExactly("name", "email");
  }
}
