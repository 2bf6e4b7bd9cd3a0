package dev.weft.samples.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many users of the sign-up at once, each at a step of its own: each thinks for a while, answers,
 * and begins again with another name at the summary. None of them has a thread.
 */
final class Crowd implements AutoCloseable {
  private static final Pattern STEP =
      Pattern.compile("data-screen=\"([\\w-]*)\" data-number=\"(\\d+)\"");
  private static final int AT_ONCE = 32;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService thoughts = Executors.newScheduledThreadPool(1);
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<User> users = new ArrayList<>();
  private final String address;
  private final Duration thought;
  private volatile boolean thinking = true;

  /**
   * Makes an empty crowd.
   *
   * @param thought how long a user thinks, on the average
   */
  Crowd(String address, Duration thought) {
    this.address = address;
    this.thought = thought;
  }

  /** Lets users start their flows, and returns when all have. */
  void begin(int count) throws InterruptedException {
    Semaphore free = new Semaphore(AT_ONCE);
    for (int i = 0; i < count; i++) {
      User user = new User(i);
      users.add(user);
      free.acquire();
      user.begin().whenComplete((done, failure) -> over(free, failure));
    }
    free.acquire(AT_ONCE);
  }

  /** Opens the users' pages, and returns when all have seen their first question. */
  void connect() throws InterruptedException {
    Semaphore free = new Semaphore(AT_ONCE);
    for (User user : users) {
      free.acquire();
      user.connect().whenComplete((done, failure) -> over(free, failure));
    }
    free.acquire(AT_ONCE);
    awaitAsked();
  }

  private void over(Semaphore free, Throwable failure) {
    if (failure != null) {
      failures.add(failure.toString());
    }
    free.release();
  }

  /** Lets them answer for a while, and returns when each waits with its next question. */
  void live(Duration duration) throws InterruptedException {
    latencies.clear();
    thinking = true;
    users.forEach(User::think);
    Thread.sleep(duration.toMillis());
    thinking = false;
    // No thought may be left over for the next time: two answers would follow it.
    Thread.sleep(thought.toMillis() * 2);
    awaitAsked();
  }

  private void awaitAsked() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (asked.get() < users.size()) {
      if (System.nanoTime() > end) {
        failures.add(users.size() - asked.get() + " users without a question");
        return;
      }
      Thread.sleep(10);
    }
  }

  /** From sending an answer to seeing what came of it, in microseconds, sorted. */
  long[] latencies() {
    return latencies.stream().mapToLong(nanos -> nanos / 1000).sorted().toArray();
  }

  /** What went wrong. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** All users leave. */
  @Override
  public void close() {
    users.forEach(User::leave);
    thoughts.shutdownNow();
  }

  private final class User implements WebSocket.Listener {
    private final Random random;
    private final StringBuilder part = new StringBuilder();
    private String cookie;
    private String page;
    private WebSocket socket;
    private String screen;
    private String number;
    private long sent;
    private int answers;

    User(int seed) {
      random = new Random(seed);
    }

    CompletableFuture<?> begin() {
      HttpRequest start =
          HttpRequest.newBuilder(URI.create(address + "flows/sign-up"))
              .POST(BodyPublishers.noBody())
              .build();
      return client
          .sendAsync(start, BodyHandlers.discarding())
          .thenAccept(
              response -> {
                page = response.headers().firstValue("Location").orElseThrow();
                cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
              });
    }

    CompletableFuture<?> connect() {
      URI uri = URI.create(address.replaceFirst("http", "ws").replaceFirst("/$", page) + "/socket");
      return client
          .newWebSocketBuilder()
          .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
          .buildAsync(uri, this)
          .thenAccept(opened -> socket = opened);
    }

    void leave() {
      if (socket != null) {
        socket.abort();
      }
    }

    void think() {
      long nanos = (long) (thought.toNanos() * 2 * random.nextDouble());
      thoughts.schedule(this::answer, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void answer() {
      if (!thinking) {
        return;
      }
      answers++;
      String answer =
          switch (screen) {
            case "name" -> "name=User+" + answers;
            case "email" -> random.nextBoolean() ? "email=user" : "email=user%40example.org";
            default -> "choice=" + (random.nextBoolean() ? "CHANGE_NAME" : "CHANGE_EMAIL");
          };
      sent = System.nanoTime();
      asked.decrementAndGet();
      socket.sendText("number=" + number + "&" + answer, true);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        Matcher step = STEP.matcher(part);
        if (step.find()) {
          shown(step.group(1), step.group(2));
        }
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    private synchronized void shown(String screen, String number) {
      this.screen = screen;
      this.number = number;
      asked.incrementAndGet();
      if (sent != 0) {
        latencies.add(System.nanoTime() - sent);
        think();
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      failures.add("closed: " + status + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      failures.add(error.toString());
    }
  }
}
