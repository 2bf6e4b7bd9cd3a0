package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.samples.web.shop.Bank;
import dev.weft.samples.web.shop.CheckoutFlow;
import dev.weft.samples.web.shop.Goods;
import dev.weft.samples.web.shop.SlowBank;
import dev.weft.samples.web.shop.Stock;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The checkout over its sockets, without a browser. */
class CheckoutTest {
  private static final String CARD = "4111 1111 1111 1111";
  private static final String BAD_CARD = "4111 1111 1111 0000";

  private final Journal journal = new Journal();
  private final Stock stock = new Stock(2);
  private WebServer server;

  @AfterEach
  void stop() {
    server.close();
    assertThat(stock.free(Goods.CONCERT)).isLessThanOrEqualTo(2);
    assertThat(stock.free(Goods.TEAPOT)).isLessThanOrEqualTo(2);
  }

  private Visitor visitor(Bank bank) {
    Settings settings = Settings.on(0).grace(Duration.ofMillis(1500));
    server = WebServer.start(settings, Journal.watched(new CheckoutFlow(stock, bank)), journal);
    return new Visitor(server);
  }

  private Visitor visitor() {
    return visitor(new SlowBank(Duration.ofMillis(20)));
  }

  /** A tab whose visitor has just given the number of a card. */
  private static Tab payingForAConcert(Visitor visitor) {
    Tab tab = visitor.open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "CONCERT");
    tab.awaitScreen("card");
    tab.submit("card", CARD);
    return tab;
  }

  @Test
  void whatIsSentNeedsAnAddress() {
    Tab tab = visitor().open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "TEAPOT");
    tab.awaitScreen("address");
    tab.submit("street", "Main St 1", "city", "");
    assertThat(tab.awaitScreen("address", "A street and a city").html())
        .contains("Main St 1", "id=\"city-problem\"")
        .doesNotContain("id=\"street-problem\"");
    tab.submit("street", "", "city", "Bern");
    assertThat(tab.awaitScreen("address", "value=\"Bern\"").html())
        .contains("id=\"street-problem\"")
        .doesNotContain("id=\"city-problem\"");
    tab.submit("street", "Main St 1", "city", "Bern");
    tab.awaitScreen("card", "€ 39.00");
    tab.submit("card", CARD);
    tab.awaitScreen("receipt", "Main St 1, Bern");

    journal.awaitOnceEach("checkout: finally, sold", 1);
    assertThat(stock.free(Goods.TEAPOT)).isEqualTo(1);
  }

  @Test
  void whatIsNotSentNeedsNone() {
    Tab tab = visitor().open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "CONCERT");
    tab.awaitScreen("card");
    tab.submit("card", CARD);
    tab.awaitScreen("receipt", "ready to be played");

    assertThat(tab.screens())
        .containsExactly("goods", "card", "paying", "paying", "paying", "paying", "receipt");
  }

  @Test
  void theProgressOfThePaymentIsShown() {
    Tab tab = visitor().open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "CONCERT");
    tab.awaitScreen("card");
    tab.submit("card", CARD);
    tab.awaitScreen("receipt");

    tab.awaitMessage("value=\"0\"");
    tab.awaitMessage("value=\"25\"");
    tab.awaitMessage("value=\"50\"");
    tab.awaitMessage("value=\"75\"");
  }

  @Test
  void aDeclinedCardIsAskedForAgainThreeTimes() {
    Tab tab = visitor().open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "CONCERT");
    tab.awaitScreen("card", "attempt 1");
    tab.submit("card", BAD_CARD);
    tab.awaitScreen("card", "attempt 2");
    assertThat(tab.latest().html()).contains("does not accept this card");
    tab.submit("card", "none of your business");
    tab.awaitScreen("card", "attempt 3");
    tab.submit("card", BAD_CARD);
    tab.awaitScreen("not-paid", "does not accept this card");

    journal.awaitOnceEach("checkout: finally, released", 1);
    assertThat(stock.free(Goods.CONCERT)).isEqualTo(2);
  }

  @Test
  void cancellingGivesBackWhatWasReservedAndAllPagesShowIt() {
    Visitor visitor = visitor();
    Tab other = visitor.open("checkout");
    other.awaitMessage("data-goods=\"TEAPOT\">2<");
    Tab tab = visitor.open("checkout");
    tab.awaitScreen("goods");
    tab.submit("choice", "TEAPOT");
    tab.awaitScreen("address");
    other.awaitMessage("data-goods=\"TEAPOT\">1<");

    tab.cancel();

    tab.awaitScreen("cancelled", "back in the shop");
    journal.awaitOnceEach("checkout: finally, released", 1);
    assertThat(stock.free(Goods.TEAPOT)).isEqualTo(2);
    Journal.await(
        "two teapots",
        () -> other.latest(m -> m.contains("aside")).contains("data-goods=\"TEAPOT\">2<"));
  }

  @Test
  void whoeverComesLateFindsItSoldOutUntilSomebodyLeaves() {
    Visitor visitor = visitor();
    Tab one = visitor.open("checkout");
    one.awaitScreen("goods");
    one.submit("choice", "TEAPOT");
    Tab two = visitor.open("checkout");
    two.awaitScreen("goods");
    two.submit("choice", "TEAPOT");
    one.awaitScreen("address");
    two.awaitScreen("address");
    Tab late = visitor.open("checkout");
    late.awaitScreen("goods");
    late.submit("choice", "TEAPOT");
    late.awaitScreen("sold-out");

    one.abort();
    journal.awaitOnceEach("checkout: finally, released", 1);
    Tab again = visitor.open("checkout");
    again.awaitScreen("goods");
    again.submit("choice", "TEAPOT");
    again.awaitScreen("address");
  }

  @Test
  void cancellingInTheMiddleOfAPaymentTellsTheBank() {
    ManualBank bank = new ManualBank();
    Tab tab = payingForAConcert(visitor(bank));
    bank.news(50, "thinking");
    tab.awaitScreen("paying", "thinking");
    CompletableFuture<Bank.Payment> next = bank.asked();

    tab.cancel();

    tab.awaitScreen("cancelled");
    assertThat(next).isCancelled();
    assertThat(stock.free(Goods.CONCERT)).isEqualTo(2);
  }

  @Test
  void aReloadInTheMiddleOfAPaymentShowsHowFarItIs() {
    ManualBank bank = new ManualBank();
    Visitor visitor = visitor(bank);
    Tab tab = payingForAConcert(visitor);
    bank.news(50, "thinking");
    tab.awaitScreen("paying", "thinking");
    tab.close();

    Tab again = visitor.reopen(tab.path());

    again.awaitScreen("paying", "value=\"50\"");
    bank.news(100, "done");
    again.awaitScreen("receipt");
    journal.awaitOnceEach("checkout: finally, sold", 1);
  }

  @Test
  void theNewsOfAPaymentCanNotBeAnswered() {
    ManualBank bank = new ManualBank();
    Tab tab = payingForAConcert(visitor(bank));
    bank.news(50, "thinking");
    tab.awaitScreen("paying");

    tab.submit("card", CARD);

    bank.news(100, "done");
    tab.awaitScreen("receipt");
  }

  @Test
  void aBankThatFailsCostsNothing() {
    ManualBank bank = new ManualBank();
    Tab tab = payingForAConcert(visitor(bank));

    bank.asked().completeExceptionally(new IllegalStateException("on <fire>"));

    assertThat(tab.awaitScreen("failed").html())
        .contains("IllegalStateException")
        .doesNotContain("fire");
    assertThat(journal.containing("failed: java.lang.IllegalStateException: on <fire>"))
        .singleElement()
        .asString()
        .contains("CheckoutTest.java:");
    assertThat(stock.free(Goods.CONCERT)).isEqualTo(2);
  }

  @Test
  void aPageThatNoLongerReadsIsDisconnected() throws IOException {
    Visitor visitor = visitor();
    String path = visitor.begin("checkout");
    Tab honest = visitor.open("checkout");
    honest.awaitScreen("goods");

    try (Socket deaf = visitor.openDeaf(path)) {
      assertThat(server.flowCount()).isEqualTo(2);
      Journal.await(
          "the deaf page's flow cancelled",
          () -> {
            // As much as an honest page may leave unread for a moment, and then it has read it.
            int read = honest.received();
            for (int i = 0; i < 40; i++) {
              stock.reserve(Goods.TEAPOT).orElseThrow().release();
            }
            Journal.await("the news", () -> honest.received() >= read + 80);
            return server.flowCount() == 1;
          });
      assertThat(deaf.isClosed()).isFalse();
    }

    honest.submit("choice", "TEAPOT");
    honest.awaitScreen("address");
  }
}
