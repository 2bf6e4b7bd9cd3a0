package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.samples.web.shop.Goods;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a person sees, in a real browser. */
class BrowserTest extends InBrowser {

  @Test
  void theWizardAsksUntilAllIsRight() {
    browser.picture("start");
    browser.checkPage();
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.checkPage();
    browser.type("Name", "Ann");
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, Ann?");
    browser.type("E-mail", "ann at example");
    browser.click("Next");
    browser.awaitText(".problem", "That is not an e-mail address.");
    assertThat(browser.value("E-mail")).isEqualTo("ann at example");
    assertThat(browser.focused()).isEqualTo("E-mail");
    browser.checkPage();
    browser.picture("sign-up-email-again");
    browser.type("E-mail", "ann@example.org");
    browser.click("Next");
    browser.awaitHeading("Is this right?");
    browser.checkPage();
    browser.picture("sign-up-summary");
    browser.click("Create account");
    browser.awaitHeading("Welcome, Ann!");
    browser.checkPage();
    browser.picture("sign-up-done");

    journal.awaitOnceEach("sign-up: finally", 1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theCheckoutShowsHowThePaymentGoes() {
    browser.click("Check out");
    browser.awaitHeading("What would you like?");
    browser.checkPage();
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");
    browser.awaitText("[data-goods=TEAPOT]", "4");
    browser.checkPage();
    browser.type("Street", "Main Street 1");
    browser.type("City", "Bern");
    browser.click("Next");
    browser.awaitHeading("How do you pay?");
    browser.type("Card number", "4111 1111 1111 0000");
    browser.click("Pay € 39.00");
    bank.decline("The bank does not accept this card.");
    browser.awaitText(".problem", "The bank does not accept this card.");
    browser.checkPage();
    browser.picture("checkout-declined");
    browser.type("Card number", "4111 1111 1111 1111");
    browser.click("Pay € 39.00");
    bank.news(25, "The card is checked");
    browser.awaitHeading("Paying € 39.00");
    browser.awaitText("[data-part] [role=status]", "The card is checked …");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Cancel");
    bank.news(60, "The bank approves the sum");
    browser.awaitText("[data-part] [role=status]", "The bank approves the sum …");
    assertThat(browser.run("return document.querySelector('progress').value")).isEqualTo(60L);
    assertThat(browser.focused()).isEqualTo("Cancel");
    browser.checkPage();
    browser.picture("checkout-paying");
    bank.news(100, "Paid");
    browser.awaitHeading("Thank you!");
    assertThat(browser.focused()).isEqualTo("Thank you!");
    browser.checkPage();
    browser.picture("checkout-receipt");

    journal.awaitOnceEach("checkout: finally, sold", 1);
    assertThat(journal.count("checkout: finally, released")).isZero();
    browser.awaitText("[data-goods=TEAPOT]", "4");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void cancellingTheCheckoutRestoresTheStock() {
    browser.click("Check out");
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");
    browser.awaitText("[data-goods=TEAPOT]", "4");

    browser.click("Cancel");

    browser.awaitHeading("Cancelled");
    browser.awaitText("[data-goods=TEAPOT]", "5");
    browser.picture("checkout-cancelled");
    journal.awaitOnceEach("checkout: finally, released", 1);
    assertThat(stock.free(Goods.TEAPOT)).isEqualTo(5);
  }

  @Test
  void cancellingAPaymentRestoresTheStock() {
    browser.click("Check out");
    browser.click("Concert recording, € 12.00");
    browser.awaitHeading("How do you pay?");
    browser.type("Card number", "4111 1111 1111 1111");
    browser.click("Pay € 12.00");
    bank.news(50, "The bank approves the sum");
    browser.awaitHeading("Paying € 12.00");

    browser.click("Cancel");

    browser.awaitHeading("Cancelled");
    browser.awaitText("[data-goods=CONCERT]", "5");
    journal.awaitOnceEach("checkout: finally, released", 1);
  }

  @Test
  void twoTabsAreTwoFlows() {
    String first = browser.tab();
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    String second = browser.newTab();
    browser.go(server.address());
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");

    browser.switchTo(first);
    browser.type("Name", "Ann");
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, Ann?");
    browser.switchTo(second);
    browser.type("Name", "Bob");
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, Bob?");
    browser.type("E-mail", "bob@example.org");
    browser.click("Next");
    browser.awaitHeading("Is this right?");
    browser.switchTo(first);
    browser.awaitHeading("What is your e-mail address, Ann?");
    browser.type("E-mail", "ann@example.org");
    browser.click("Next");
    browser.awaitHeading("Is this right?");
    browser.click("Create account");
    browser.awaitHeading("Welcome, Ann!");
    browser.switchTo(second);
    browser.click("Create account");
    browser.awaitHeading("Welcome, Bob!");

    journal.awaitOnceEach("sign-up: finally", 2);
  }

  @Test
  void theStockCountersOfAllTabsAgree() {
    String first = browser.tab();
    browser.click("Check out");
    browser.awaitText("[data-goods=TEAPOT]", "5");
    browser.newTab();
    browser.go(server.address());
    browser.click("Check out");
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");
    browser.switchTo(first);
    browser.awaitText("[data-goods=TEAPOT]", "4");
  }

  @Test
  void aDoubleClickAnswersOnce() {
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.type("Name", "Ann");
    browser.doubleClick("Next");
    browser.awaitHeading("What is your e-mail address, Ann?");
    browser.type("E-mail", "ann@example.org");
    browser.doubleClick("Next");
    browser.awaitHeading("Is this right?");
    browser.doubleClick("Change name");
    browser.awaitHeading("What is your name?");
    assertThat(browser.value("Name")).isEqualTo("Ann");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aReloadComesBackToTheSameStep() {
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.type("Name", "Ann");
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, Ann?");

    browser.reload();

    browser.awaitHeading("What is your e-mail address, Ann?");
    browser.type("E-mail", "ann@example.org");
    browser.click("Next");
    browser.awaitHeading("Is this right?");
    assertThat(journal.count("sign-up: finally")).isZero();
    assertThat(server.flowCount()).isEqualTo(1);
  }

  @Test
  void leavingThePageCancelsAfterTheGraceTime() {
    browser.click("Check out");
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");
    String page = browser.address();

    browser.go("about:blank");
    assertThat(stock.free(Goods.TEAPOT)).isEqualTo(4);

    journal.awaitOnceEach("checkout: finally, released", 1);
    Journal.await("no flow", () -> server.flowCount() == 0);
    assertThat(stock.free(Goods.TEAPOT)).isEqualTo(5);
    browser.go(page);
    browser.awaitHeading("There is nothing here");
    browser.checkPage();
  }

  @Test
  void closingATabCancelsItsFlowAlone() {
    String first = browser.tab();
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.newTab();
    browser.go(server.address());
    browser.click("Check out");
    browser.awaitHeading("What would you like?");
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");

    browser.closeTab();

    journal.awaitOnceEach("checkout: finally, released", 1);
    browser.switchTo(first);
    browser.type("Name", "Ann");
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, Ann?");
    assertThat(journal.count("sign-up: finally")).isZero();
  }

  @Test
  void aScriptInTheNameIsText() {
    String name = "<img src=x onerror=\"window.hacked = 1\"><script>window.hacked = 1</script>";
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.type("Name", name);
    browser.click("Next");
    browser.awaitHeading("What is your e-mail address, " + name + "?");
    browser.type("E-mail", "ann@example.org");
    browser.click("Next");
    browser.awaitText("dd", name);
    browser.click("Create account");
    browser.awaitHeading("Welcome, " + name + "!");
    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aLostConnectionLosesNothing() throws IOException {
    try (Wire wire = new Wire(URI.create(server.address()).getPort())) {
      browser.go("http://localhost:" + wire.port() + "/");
      browser.click("Sign up");
      browser.awaitHeading("What is your name?");
      browser.type("Name", "Ann");
      browser.click("Next");
      browser.awaitHeading("What is your e-mail address, Ann?");
      browser.type("E-mail", "ann@exa");

      wire.cut();

      browser.await("a warning", () -> browser.text("#connection").contains("connection is lost"));
      browser.await("no warning", () -> browser.text("#connection").isEmpty());
      assertThat(browser.value("E-mail")).isEqualTo("ann@exa");
      browser.press("mple.org", Keys.ENTER);
      browser.awaitHeading("Is this right?");
      browser.awaitText("dd:last-of-type", "ann@example.org");
      assertThat(journal.count("sign-up: finally")).isZero();
    }
  }

  @Test
  void aPageWhoseServerWasRestartedSaysSo() {
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    int port = URI.create(server.address()).getPort();
    server.close();
    browser.await("a warning", () -> browser.text("#connection").contains("connection is lost"));
    browser.picture("connection-lost");

    server = start(port);

    browser.awaitHeading("There is nothing here");
    browser.click("Back to the start");
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
  }
}
