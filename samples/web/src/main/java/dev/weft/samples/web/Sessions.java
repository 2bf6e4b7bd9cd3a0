package dev.weft.samples.web;

import dev.weft.RunOptions;
import dev.weft.samples.web.live.LiveRun;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The flows that are going on, by their tags. A tag can't be guessed, and is good for one user. */
final class Sessions implements AutoCloseable {
  private static final Duration CLEANUPS = Duration.ofSeconds(5);
  private static final RunOptions OPTIONS = RunOptions.defaults().name("flow");

  /**
   * A flow that is going on.
   *
   * @param user whose it is
   */
  record Session(String tag, String user, Flow flow, LiveRun run) {}

  private final Map<String, Session> byTag = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final SecureRandom random = new SecureRandom();
  private final Duration grace;
  private final int most;
  private final Consumer<String> log;

  Sessions(Settings settings, Consumer<String> log) {
    this.grace = settings.grace();
    this.most = settings.most();
    this.log = log;
    // Each page that comes back in time leaves a cancelled task.
    timer.setRemoveOnCancelPolicy(true);
    // Once all flows are cancelled there is nothing to wait for.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Text that nobody can guess. */
  String secret() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Starts a flow; empty if there are too many. */
  Optional<Session> start(String user, Flow flow) {
    if (byTag.size() >= most) {
      return Optional.empty();
    }
    String tag = secret();
    // A tag is a key to the flow: the log gets enough of it to tell flows apart.
    String shown = tag.substring(0, 6);
    Consumer<String> log = line -> this.log.accept(shown + " " + line);
    LiveRun run =
        LiveRun.start(
            flow.start(log).with(new FailureLog(log)),
            tag,
            OPTIONS,
            timer,
            grace,
            () -> byTag.remove(tag));
    Session session = new Session(tag, user, flow, run);
    byTag.put(tag, session);
    return Optional.of(session);
  }

  /** The flow with a tag, if there is one and it is this user's; a visitor is null. */
  Optional<Session> find(String tag, String user) {
    return Optional.ofNullable(byTag.get(tag)).filter(session -> session.user().equals(user));
  }

  /** How many are going on. */
  int size() {
    return byTag.size();
  }

  /** Cancels all of them, and lets them clean up. One that takes too long is left alone. */
  @Override
  public void close() {
    timer.shutdownNow();
    List<LiveRun> runs = byTag.values().stream().map(Session::run).toList();
    byTag.clear();
    runs.forEach(LiveRun::cancel);
    CompletableFuture.allOf(runs.stream().map(LiveRun::end).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, CLEANUPS.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
