package dev.weft.samples.web;

import dev.weft.samples.web.signup.SignUpFlow;
import java.util.List;

/** Serves the flows until it is interrupted. */
public final class Main {
  private Main() {}

  /** Takes the port as its argument; without one it is 8080. */
  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    WebServer server =
        WebServer.start(Settings.on(port), List.of(new SignUpFlow()), System.out::println);
    System.out.println("Open " + server.address() + " (Ctrl-C stops the server.)");
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    Thread.currentThread().join();
  }
}
