package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.samples.web.shop.Goods;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The pages without a mouse, and on a small phone. */
class AccessTest extends InBrowser {
  private static final String SCREEN = "return document.getElementById('step').dataset.screen";

  @Test
  void theWizardNeedsNoMouse() {
    browser.tabTo("Sign up");
    browser.press(Keys.ENTER);
    browser.awaitHeading("What is your name?");
    browser.await("focus", () -> browser.focused().equals("Name"));
    browser.press("Ann", Keys.ENTER);
    browser.awaitHeading("What is your e-mail address, Ann?");
    assertThat(browser.focused()).isEqualTo("E-mail");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Next");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Cancel");
    browser.pressBack();
    browser.pressBack();
    assertThat(browser.focused()).isEqualTo("E-mail");
    browser.press("ann@example.org", Keys.ENTER);
    browser.awaitHeading("Is this right?");
    assertThat(browser.focused()).isEqualTo("Is this right?");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Create account");
    browser.press(Keys.ENTER);
    browser.awaitHeading("Welcome, Ann!");
    assertThat(browser.focused()).isEqualTo("Welcome, Ann!");
  }

  @Test
  void theCheckoutNeedsNoMouse() {
    browser.tabTo("Check out");
    browser.press(Keys.ENTER);
    browser.awaitHeading("What would you like?");
    browser.tabTo("Teapot, € 39.00");
    browser.press(Keys.ENTER);
    browser.awaitHeading("Where shall we send it?");
    browser.await("focus", () -> browser.focused().equals("Street"));
    browser.checkFocus();
    browser.press("Main Street 1", Keys.TAB);
    assertThat(browser.focused()).isEqualTo("City");
    browser.press(Keys.ENTER);
    browser.awaitText(".problem", "A street and a city, please.");
    assertThat(browser.focused()).isEqualTo("City");
    browser.press("Bern", Keys.ENTER);
    browser.awaitHeading("How do you pay?");
    assertThat(browser.focused()).isEqualTo("Card number");
    browser.press("4111 1111 1111 0000", Keys.ENTER);
    bank.decline("The bank does not accept this card.");
    browser.awaitText(".problem", "The bank does not accept this card.");
    assertThat(browser.focused()).isEqualTo("Card number");
    browser.checkFocus();
    browser.tabTo("Pay € 39.00");
    browser.pressBack();
    browser.press("4111 1111 1111 1111", Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Pay € 39.00");
    browser.press(Keys.SPACE);
    bank.news(100, "Paid");
    browser.awaitHeading("Thank you!");
    assertThat(browser.focused()).isEqualTo("Thank you!");
    browser.tabTo("Back to the start");
    browser.press(Keys.ENTER);
    browser.awaitHeading("Weft in a web page");

    journal.awaitOnceEach("checkout: finally, sold", 1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void cancellingNeedsNoMouse() {
    browser.tabTo("Check out");
    browser.press(Keys.SPACE);
    browser.awaitHeading("What would you like?");
    browser.tabTo("Teapot, € 39.00");
    browser.press(Keys.SPACE);
    browser.awaitHeading("Where shall we send it?");
    browser.tabTo("Cancel");
    browser.press(Keys.SPACE);
    browser.awaitHeading("Cancelled");
    assertThat(browser.focused()).isEqualTo("Cancelled");
    journal.awaitOnceEach("checkout: finally, released", 1);
  }

  @Test
  void itFitsAPhone() {
    browser.size(360, 700);
    browser.go(server.address());
    browser.checkPage();
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.checkPage();
    browser.type("Name", "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren");
    browser.click("Next");
    browser.await("step 2", () -> browser.text(".progress").equals("Step 2 of 3"));
    browser.checkPage();
    browser.type("E-mail", "ann");
    browser.click("Next");
    browser.await("a problem", () -> browser.text(".problem").contains("not an e-mail"));
    browser.checkPage();
    browser.type("E-mail", "ann@example.org");
    browser.click("Next");
    browser.awaitHeading("Is this right?");
    browser.checkPage();
    browser.picture("phone-summary");
    browser.go(server.address());
    browser.click("Check out");
    browser.awaitHeading("What would you like?");
    browser.checkPage();
    browser.click("Concert recording, € 12.00");
    browser.awaitHeading("How do you pay?");
    browser.checkPage();
    browser.type("Card number", "4111 1111 1111 1111");
    browser.click("Pay € 12.00");
    bank.news(50, "The bank approves the sum");
    browser.awaitHeading("Paying € 12.00");
    browser.checkPage();
    browser.picture("phone-paying");
  }

  @Test
  void noPageIsWiderThanASmallPhone() {
    String longWord = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz";
    browser.size(320, 600);
    browser.go(server.address());
    browser.checkPage();
    browser.click("Check out");
    browser.click("Teapot, € 39.00");
    browser.awaitHeading("Where shall we send it?");
    browser.checkPage();
    browser.type("Street", longWord);
    browser.click("Next");
    browser.await("a problem", () -> !browser.text(".problem").isEmpty());
    browser.checkPage();
    browser.type("City", longWord);
    browser.click("Next");
    browser.awaitHeading("How do you pay?");
    browser.type("Card number", "4111 1111 1111 0000");
    browser.click("Pay € 39.00");
    bank.decline(longWord);
    browser.await("a problem", () -> browser.text(".problem").contains(longWord));
    browser.checkPage();
    browser.type("Card number", "4111 1111 1111 1111");
    browser.click("Pay € 39.00");
    bank.news(30, longWord);
    browser.awaitHeading("Paying € 39.00");
    browser.checkPage();
    bank.news(100, "Paid");
    browser.awaitHeading("Thank you!");
    browser.checkPage();
    browser.click("Back to the start");
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    browser.click("Cancel");
    browser.awaitHeading("Cancelled");
    browser.checkPage();
    browser.go(server.address() + "nowhere");
    browser.awaitHeading("There is nothing here");
    browser.checkPage();
  }

  @Test
  void theEndsOfAFlowFitAPhoneToo() {
    for (int i = 0; i < 5; i++) {
      stock.reserve(Goods.TEAPOT).orElseThrow();
    }
    browser.size(320, 600);
    browser.go(server.address());
    browser.click("Check out");
    browser.click("Teapot, € 39.00");
    browser.await("sold out", () -> browser.run(SCREEN).equals("sold-out"));
    browser.checkPage();
    browser.go(server.address());
    browser.click("Check out");
    browser.click("Concert recording, € 12.00");
    browser.awaitHeading("How do you pay?");
    browser.type("Card number", "4111 1111 1111 1111");
    browser.click("Pay € 12.00");
    bank.asked().completeExceptionally(new IllegalStateException("on fire"));
    browser.awaitHeading("Something went wrong");
    browser.checkPage();
    browser.go(server.address());
    browser.click("Sign up");
    browser.awaitHeading("What is your name?");
    server.close();
    browser.await("a warning", () -> browser.text("#connection").contains("connection is lost"));
    browser.checkPage();
  }

  @Test
  void whatSticksOutOrHidesTheFocusIsNoticed() {
    browser.size(320, 600);
    browser.go(server.address());
    browser.tabTo("Check out");
    browser.checkFocus();
    browser.run("document.activeElement.style.outlineStyle = 'none'");
    assertThatThrownBy(browser::checkFocus).isInstanceOf(AssertionError.class);
    browser.run("document.activeElement.style.outline = '3px solid ButtonFace'");
    assertThatThrownBy(browser::checkFocus).isInstanceOf(AssertionError.class);
    browser.run("document.querySelector('h1').style.width = '400px'");
    assertThatThrownBy(browser::checkPage).isInstanceOf(AssertionError.class);
  }
}
