package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveRunnersTest {

  private final LiveRunners live = new LiveRunners();
  private final RunOptions options =
      RunOptions.defaults().executor(Runnable::run).registry(live).name("keeper");

  private Runner<Object> start(Object tag, Object kept) {
    return AsyncCoroutine.run(Keeper.of(kept), tag, message -> {}, options);
  }

  @Test
  void aRunnerIsListedUntilItEnds() {
    Runner<Object> first = start("first", "a");
    Runner<Object> second = start("second", "b");
    assertThat(live.getCount()).isEqualTo(2);
    assertThat(live.runners()).containsExactly(first, second);
    first.resume("x");
    assertThat(live.runners()).containsExactly(second);
    second.cancel();
    assertThat(live.getCount()).isZero();
  }

  @Test
  void aRunnerWithoutTheOptionIsNotListed() {
    AsyncCoroutine.run(Keeper.of("a"), "t", m -> {}, RunOptions.defaults().executor(Runnable::run));
    assertThat(live.getCount()).isZero();
  }

  @Test
  void theListKeepsNothingAlive() throws Exception {
    WeakReference<Runner<Object>> gone = new WeakReference<>(start("t", "a"));
    for (int i = 0; i < 100 && live.getCount() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(gone.get()).isNull();
    assertThat(live.getCount()).isZero();
  }

  @Test
  void theDumpReadsAsAThreadDump() {
    Runner<Object> runner = start("order 7", "two\nlines");
    assertThat(
            live.dump()
                .replaceAll("age=[\\d.]+s", "age=…")
                .replaceAll("executor=\\S+", "executor=…"))
        .isEqualTo(
            """
            Weft runners: 1 live

            "order 7" (keeper) SUSPENDED suspensions=1 age=… executor=…
                at demo.Keeper.keep(Keeper.java:21)
                    Object kept = two lines
            """);
    runner.cancel();
    assertThat(live.dump()).isEqualTo("Weft runners: 0 live\n");
  }

  @Test
  void theDumpAsJson() {
    Runner<Object> runner = start("say \"hi\"", "tab\t\u20ac");
    assertThat(
            live.dumpJson()
                .replaceAll("\"ageMillis\": \\d+", "\"ageMillis\": 0")
                .replaceAll("\"executor\": \"[^\"]*\"", "\"executor\": \"e\""))
        .isEqualTo(
            """
            {"live": 1, "runners": [
              {"name": "keeper", "tag": "say \\"hi\\"", "state": "SUSPENDED", "suspensions": 1, \
            "ageMillis": 0, "executor": "e", "frames": [{"class": "demo.Keeper", "method": "keep", \
            "file": "Keeper.java", "line": 21, "locals": [{"name": "kept", "type": "Object", \
            "value": "tab\\u0009\u20ac"}]}]}],
             "omitted": 0}
            """);
    runner.cancel();
  }

  @Test
  void aRunnerThatRunsOrHasNotStartedIsShownAsSuch() throws Exception {
    ManualExecutor executor = new ManualExecutor();
    Runner<Object> pending =
        AsyncCoroutine.run(Keeper.of("p"), "pending", m -> {}, options.executor(executor));
    assertThat(live.dump())
        .contains("\"pending\" (keeper) PENDING", "Keeper.java:20", "int before = 2");
    pending.cancel();
    executor.runAll();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Runner<Object> running =
        AsyncCoroutine.run(
            Scripted.of(
                (frame, x, at) -> {
                  inside.countDown();
                  leave.await();
                  return frame.done(x, "end");
                }),
            "running",
            m -> {},
            options.executor(pool));
    inside.await();
    assertThat(live.dump()).contains("\"running\" (keeper) RUNNING").doesNotContain("    at ");
    leave.countDown();
    running.completion().join();
    pool.shutdown();
  }

  private static final class Hostile {
    final Runnable when;

    Hostile(Runnable when) {
      this.when = when;
    }

    @Override
    public String toString() {
      when.run();
      return "x".repeat(5_000_000);
    }
  }

  private static void sleepForever() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // It does not listen to anybody.
      }
    }
  }

  @Test
  void hostileValuesDoNoHarm() {
    List<Runner<?>> runners = new ArrayList<>();
    runners.add(start("huge", new Hostile(() -> {})));
    runners.add(
        start(
            "throws",
            new Hostile(
                () -> {
                  throw new IllegalStateException("no");
                })));
    runners.add(
        start(
            "recurses",
            new Object() {
              @Override
              public String toString() {
                return "" + this;
              }
            }));
    for (int i = 0; i < 10; i++) {
      runners.add(start("blocks", new Hostile(LiveRunnersTest::sleepForever)));
    }
    List<Object> many = new ArrayList<>();
    many.add("only");
    for (int i = 0; i < 1_000_000; i++) {
      many.add(i);
    }
    runners.add(0, start("many", many));
    runners.add(start(new Hostile(LiveRunnersTest::sleepForever), new int[20]));
    long before = System.nanoTime();
    String dump = live.dump();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    assertThat(dump)
        .contains("kept = xxxxxxxx", "…\n")
        .contains("(threw java.lang.IllegalStateException)")
        .contains("(threw java.lang.StackOverflowError)")
        .contains("(does not answer)", "(not asked)")
        .hasSizeLessThan(20_000);
    assertThat(live.dumpJson()).contains("\"live\": 15");
    runners.forEach(r -> assertThat(r.state()).isEqualTo(Lifecycle.SUSPENDED));
    runners.forEach(r -> r.cancel());
  }

  @Test
  void collectionsAndArraysAreCutShort() {
    List<Runner<?>> runners =
        List.of(
            start("list", new ArrayList<>(java.util.Collections.nCopies(1000, "e"))),
            start("map", java.util.Map.of("k", 1)),
            start("array", new long[] {1, 2}),
            start("matrix", new String[100]));
    assertThat(live.dump())
        .contains(" of 1000: e, e, e, e, e, e, e, e, e, e, …")
        .contains("kept = {k=1}")
        .contains("kept = long[2] {1, 2}")
        .contains("kept = java.lang.String[100] {null, null");
    runners.forEach(r -> r.cancel());
  }

  @Test
  void aDumpMayTakeForEver() {
    start("t", "a");
    Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(live.dump(new DumpLimits(10_000, 100, forEver))).contains("kept = a");
  }

  @Test
  void aHundredThousandRunnersMakeASmallDumpInAShortTime() {
    List<Runner<?>> runners = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      runners.add(start(i, i % 2 == 0 ? "text" : new StringBuilder("object")));
    }
    long before = System.nanoTime();
    String dump = live.dump();
    String json = live.dumpJson();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(dump).startsWith("Weft runners: 100000 live").hasSizeBetween(400_000, 500_000);
    assertThat(dump).containsPattern("… and \\d{5} more\\n$");
    assertThat(json).startsWith("{\"live\": 100000").hasSizeBetween(400_000, 500_000);
    assertThat(json).containsPattern("\"omitted\": \\d{5}}\\n$");
    assertThat(live.dump(new DumpLimits(0, 0, Duration.ZERO)))
        .isEqualTo("Weft runners: 100000 live\n\n… and 100000 more\n");
    assertThat(runners).hasSize(100_000);
  }

  @Test
  void managementToolsSeeIt() throws Exception {
    Runner<Object> runner = start("managed", "v");
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.weft:type=LiveRunners,name=\"shop, main\"");
    try (AutoCloseable exposed = live.expose("shop, main")) {
      assertThat(exposed).isNotNull();
      assertThat(server.getAttribute(name, "Count")).isEqualTo(1);
      assertThat((String) server.invoke(name, "dump", null, null)).contains("\"managed\"");
      assertThat((String) server.invoke(name, "dumpJson", null, null))
          .contains("\"tag\": \"managed\"");
      assertThatThrownBy(() -> live.expose("shop, main")).isInstanceOf(IllegalStateException.class);
    }
    assertThat(server.isRegistered(name)).isFalse();
    runner.cancel();
  }
}
