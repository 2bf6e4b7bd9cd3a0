package dev.weft.samples.web;

import dev.weft.samples.web.signup.SignUpFlow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures the server with many users: how much memory each needs, how many threads there are, and
 * how long a step takes. The server has a JVM of its own, the users are in this one.
 */
public final class Load {
  private static final Duration THOUGHT = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(30);

  private Load() {}

  /** Takes the number of users as its argument; without one it is 2,000. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length == 0 ? 2000 : Integer.parseInt(args[0]);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader answers = server.inputReader(StandardCharsets.UTF_8);
        PrintStream questions = new PrintStream(server.getOutputStream(), true)) {
      Probe probe =
          () -> {
            questions.println();
            String[] numbers = answers.readLine().split(" ");
            return new Usage(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Integer.parseInt(numbers[2]));
          };
      measure(answers.readLine(), count, probe);
    } finally {
      server.destroy();
    }
  }

  private static void measure(String address, int count, Probe probe)
      throws IOException, InterruptedException {
    try (Crowd few = new Crowd(address, THOUGHT)) {
      few.begin(50);
      few.connect();
      few.live(Duration.ofSeconds(1));
    }
    Usage empty = probe.ask();
    try (Crowd crowd = new Crowd(address, THOUGHT)) {
      crowd.begin(count);
      Usage begun = probe.ask();
      crowd.connect();
      crowd.live(WARM_UP);
      crowd.live(MEASURED);
      Usage full = probe.ask();
      long[] latencies = crowd.latencies();

      System.out.printf(
          "JDK %s, %d processors, %d users%n",
          Runtime.version(), Runtime.getRuntime().availableProcessors(), count);
      System.out.printf("flow alone: %d bytes of heap a user%n", (begun.heap - empty.heap) / count);
      System.out.printf(
          "flow and open page: %d bytes of heap a user, and %d bytes of buffers%n",
          (full.heap - empty.heap) / count, (full.buffers - empty.buffers) / count);
      System.out.printf(
          "threads of the server: %d without users, %d with them%n", empty.threads, full.threads);
      System.out.printf(
          "%d steps in %d s: median %.1f ms, 99 of 100 within %.1f ms, slowest %.1f ms%n",
          latencies.length,
          MEASURED.toSeconds(),
          latencies[latencies.length / 2] / 1000.0,
          latencies[latencies.length * 99 / 100] / 1000.0,
          latencies[latencies.length - 1] / 1000.0);
      System.out.println("failures: " + crowd.failures());
    }
  }

  private record Usage(long heap, long buffers, int threads) {}

  private interface Probe {
    Usage ask() throws IOException;
  }

  /** The server: prints its address, and for each line that comes in what it uses just then. */
  public static final class Server {
    private Server() {}

    /** Runs until its input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
      Settings settings = Settings.on(0).grace(Duration.ofMinutes(5));
      List<Flow> flows = List.of(new SignUpFlow());
      try (WebServer server = WebServer.start(settings, flows, line -> {});
          BufferedReader in =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        System.out.println(server.address());
        while (in.readLine() != null) {
          for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
          }
          System.out.println(
              ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                  + " "
                  + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                      .mapToLong(BufferPoolMXBean::getMemoryUsed)
                      .sum()
                  + " "
                  + ManagementFactory.getThreadMXBean().getThreadCount());
        }
      }
    }
  }
}
