package dev.weft.samples.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

/** A user without a browser: sends what a browser would, and keeps the cookie. */
final class Visitor {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final WebServer server;
  private String cookie = "";

  Visitor(WebServer server) {
    this.server = server;
  }

  /** Starts a flow and opens its page. */
  Tab open(String flow) {
    return reopen(begin(flow));
  }

  /** Starts a flow without opening its page. Returns the page's path. */
  String begin(String flow) {
    HttpResponse<String> response = send(request("flows/" + flow).POST(BodyPublishers.noBody()));
    if (response.statusCode() != 303) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return response.headers().firstValue("Location").orElseThrow().substring(1);
  }

  /** Opens the page of a flow, in another tab or again. */
  Tab reopen(String path) {
    URI socket = URI.create(server.address().replace("http", "ws") + path + "/socket");
    return Tab.connect(CLIENT, socket, cookie, path);
  }

  /**
   * Opens the socket of a page and reads nothing from it. Little is held back on the way, so that
   * the server notices soon.
   */
  Socket openDeaf(String path) throws IOException {
    URI address = URI.create(server.address());
    Socket deaf = new Socket();
    deaf.setReceiveBufferSize(1024);
    deaf.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    String upgrade =
        String.join(
            "\r\n",
            "GET /" + path + "/socket HTTP/1.1",
            "Host: " + address.getAuthority(),
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Cookie: " + cookie,
            "",
            "");
    deaf.getOutputStream().write(upgrade.getBytes(US_ASCII));
    String status = new String(deaf.getInputStream().readNBytes(12), US_ASCII);
    if (!status.equals("HTTP/1.1 101")) {
      throw new IllegalStateException(status);
    }
    return deaf;
  }

  /** Opens the socket of a page as a script of another site would. Returns the status. */
  int connectFrom(String origin, String path) {
    URI socket = URI.create(server.address().replace("http", "ws") + path + "/socket");
    try {
      CLIENT
          .newWebSocketBuilder()
          .header("Cookie", cookie)
          .header("Origin", origin)
          .buildAsync(socket, new WebSocket.Listener() {})
          .join();
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
