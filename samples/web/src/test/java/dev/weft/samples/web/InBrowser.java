package dev.weft.samples.web;

import dev.weft.samples.web.shop.CheckoutFlow;
import dev.weft.samples.web.shop.Stock;
import dev.weft.samples.web.signup.SignUpFlow;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server, and a browser that shows its first page to a user who is new to it. */
abstract class InBrowser {
  static Browser browser;

  final Journal journal = new Journal();
  final Stock stock = new Stock(5);
  final ManualBank bank = new ManualBank();
  WebServer server;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  @BeforeEach
  void start() {
    server = start(0);
    browser.forget();
    browser.go(server.address());
  }

  final WebServer start(int port) {
    return WebServer.start(
        Settings.on(port).grace(Duration.ofSeconds(3)),
        Journal.watched(new SignUpFlow(), new CheckoutFlow(stock, bank)),
        journal);
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
