package dev.weft.samples.web;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Opens the socket of a page and reads nothing from it. */
  void openDeaf(String path) {
    URI socket = URI.create(server.address().replace("http", "ws") + path + "/socket");
    WebSocket.Listener deaf =
        new WebSocket.Listener() {
          @Override
          public void onOpen(WebSocket opened) {
            // It asks for no message, so none is read.
          }
        };
    CLIENT.newWebSocketBuilder().header("Cookie", cookie).buildAsync(socket, deaf).join();
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
