package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks on this JDK and writes their figures into a file of results. */
public final class Measure {
  /** What only newer JDKs have. */
  private static final String NEEDS_LOOM = ".*\\.(loom|virtualThreads)";

  private static final int FIRST_WITH_LOOM = 21;

  private Measure() {}

  /**
   * Arguments: the file, and which benchmarks, as a regular expression; without it, all that the
   * report shows. The figures take about a quarter of an hour.
   */
  public static void main(String[] args) throws RunnerException, IOException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(args.length > 1 ? args[1] : "dev\\.weft\\.benchmarks\\.[A-Z].*")
            .exclude("RecorderBenchmark")
            .param("pool", "forkjoin")
            .shouldFailOnError(true);
    if (Runtime.version().feature() < FIRST_WITH_LOOM) {
      options.exclude(NEEDS_LOOM);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# " + machine());
    for (RunResult result : new Runner(options.build()).run()) {
      lines.add(figure(result).line());
    }
    Files.write(Path.of(args[0]), lines);
  }

  private static String machine() throws IOException {
    return "JDK "
        + Runtime.version()
        + " ("
        + System.getProperty("java.vm.name")
        + "), "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors"
        + processor()
        + ", "
        + java.time.LocalDate.now();
  }

  /** As Linux tells it; other systems don't. */
  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return "";
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> " of type " + line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static Figure figure(RunResult result) {
    String[] names = result.getParams().getBenchmark().split("\\.");
    Collection<BenchmarkResult> forks = result.getBenchmarkResults();
    double[] values =
        forks.stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(Measure::score)
            .toArray();
    return Figure.of(
        names[names.length - 2].replace("Benchmark", ""), names[names.length - 1], values);
  }

  private static double score(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore();
  }
}
