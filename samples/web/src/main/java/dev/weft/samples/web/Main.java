package dev.weft.samples.web;

import dev.weft.samples.web.shop.CheckoutFlow;
import dev.weft.samples.web.shop.SlowBank;
import dev.weft.samples.web.shop.Stock;
import dev.weft.samples.web.signup.SignUpFlow;
import java.time.Duration;
import java.util.List;

/** Serves the flows until it is interrupted. */
public final class Main {
  private Main() {}

  /** Takes the port as its argument; without one it is 8080. */
  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    List<Flow> flows =
        List.of(
            new SignUpFlow(), new CheckoutFlow(new Stock(5), new SlowBank(Duration.ofSeconds(1))));
    WebServer server = WebServer.start(Settings.on(port), flows, System.out::println);
    System.out.println("Open " + server.address() + " (Ctrl-C stops the server.)");
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    Thread.currentThread().join();
  }
}
