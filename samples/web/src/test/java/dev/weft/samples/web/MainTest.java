package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server as a user starts it: a program that prints its address, and is stopped by Ctrl-C. */
@Timeout(60)
class MainTest {
  private static final Pattern OPEN =
      Pattern.compile("Open (http://localhost:\\d+/) \\(Ctrl-C stops the server\\.\\)");

  private final HttpClient client = HttpClient.newHttpClient();

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads what the server prints until it is ready. */
  private static URI address(BufferedReader output) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher open = OPEN.matcher(line);
      if (open.matches()) {
        return URI.create(open.group(1));
      }
      seen.append(line).append('\n');
    }
    throw new AssertionError("No address, but: " + seen);
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void printsTheAddressWhereItsFlowsAre() throws Exception {
    Process server = start("0");
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      URI address = address(output);

      HttpResponse<String> page = get(address);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<h1>Weft in a web page</h1>", "/flows/sign-up", "/flows/checkout");
      for (String flow : List.of("sign-up", "checkout")) {
        HttpResponse<String> started =
            client.send(
                HttpRequest.newBuilder(address.resolve("/flows/" + flow))
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());
        assertThat(started.statusCode()).isEqualTo(303);
      }
      assertThat(output.readLine()).endsWith(" sign-up: begins");

      // As Ctrl-C does; the process itself would close its output as well.
      server.toHandle().destroy();

      assertThat(output.lines().filter(line -> line.endsWith(" sign-up: finally"))).hasSize(1);
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void takesThePortThatItIsGiven() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process server = start(Integer.toString(port));
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      URI address = address(output);

      assertThat(address).hasPort(port);
      assertThat(get(address).statusCode()).isEqualTo(200);
    } finally {
      server.destroyForcibly();
    }
  }
}
