package dev.weft.samples.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open page without a browser: its socket, and what it has shown. */
final class Tab implements WebSocket.Listener {
  private static final Pattern STEP =
      Pattern.compile("<article id=\"step\" data-screen=\"([\\w-]*)\" data-number=\"(\\d+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A step as the page shows it. */
  record Step(String screen, long number, String html) {}

  private final String path;
  private final StringBuilder part = new StringBuilder();
  private final List<String> messages = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private WebSocket socket;
  private int closed;

  private Tab(String path) {
    this.path = path;
  }

  /**
   * Connects.
   *
   * @throws Refused if the server doesn't want to
   */
  static Tab connect(HttpClient client, URI address, String cookie, String path) {
    Tab tab = new Tab(path);
    try {
      WebSocket.Builder builder = client.newWebSocketBuilder();
      if (!cookie.isEmpty()) {
        builder.header("Cookie", cookie);
      }
      tab.socket = builder.buildAsync(address, tab).join();
      return tab;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refusal) {
        throw new Refused(refusal.getResponse().statusCode());
      }
      throw e;
    }
  }

  /** The server's answer to an upgrade that it didn't want. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;

    Refused(int status) {
      super("refused: " + status);
      this.status = status;
    }
  }

  /** The path of the page, for another tab to open it as well. */
  String path() {
    return path;
  }

  /** Waits until the page shows a screen. */
  Step awaitScreen(String screen) {
    return await("screen " + screen, () -> latest().screen().equals(screen)).latest();
  }

  /** Waits until the page shows a screen with a text in it. */
  Step awaitScreen(String screen, String text) {
    return await(
            "screen " + screen + " with " + text,
            () -> latest().screen().equals(screen) && latest().html().contains(text))
        .latest();
  }

  /** Waits for a message with a text in it. */
  void awaitMessage(String text) {
    await("message with " + text, () -> messages.stream().anyMatch(m -> m.contains(text)));
  }

  /** Waits until the server has closed the connection. Returns the status. */
  int awaitClosed() {
    await("closed connection", () -> closed != 0);
    return closed;
  }

  /** All screens that were shown, in order. */
  synchronized List<String> screens() {
    return steps.stream().map(Step::screen).toList();
  }

  synchronized Step latest() {
    return steps.isEmpty() ? new Step("", -1, "") : steps.get(steps.size() - 1);
  }

  /** The latest message with such an element in it. */
  synchronized String latest(Predicate<String> which) {
    return messages.stream().filter(which).reduce("", (a, b) -> b);
  }

  /** How many messages have come. */
  synchronized int received() {
    return messages.size();
  }

  /** Answers the step that is shown. */
  void submit(String... namesAndValues) {
    submitTo(latest().number(), namesAndValues);
  }

  /** Answers a step. */
  void submitTo(long number, String... namesAndValues) {
    StringBuilder text = new StringBuilder("number=" + number);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text.append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    send(text.toString());
  }

  /** Presses the cancel button. */
  void cancel() {
    send("cancel=yes&number=0");
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends, or doesn't if the server has closed the connection meanwhile. */
  void trySend(String text) {
    socket.sendText(text, true).handle((sent, failure) -> sent).join();
  }

  void send(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Closes the page. */
  void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /** Vanishes without a word. */
  void abort() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      received(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    over(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    over(-1);
  }

  private synchronized void over(int status) {
    closed = status;
    notifyAll();
  }

  private synchronized void received(String message) {
    messages.add(message);
    Matcher step = STEP.matcher(message);
    if (step.find()) {
      steps.add(new Step(step.group(1), Long.parseLong(step.group(2)), message));
    }
    notifyAll();
  }

  private interface Condition {
    boolean holds();
  }

  private synchronized Tab await(String what, Condition condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("No " + what + " came, but " + messages);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return this;
  }
}
