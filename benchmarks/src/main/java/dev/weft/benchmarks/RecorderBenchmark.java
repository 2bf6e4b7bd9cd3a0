package dev.weft.benchmarks;

import dev.weft.AsyncCoroutine;
import dev.weft.LiveRunners;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the flight recorder's events and the list of live runners cost: a step of a runner that
 * answers itself, on the calling thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecorderBenchmark {
  static final int STEPS = 10_000;

  /**
   * Whether the virtual machine has a flight recorder, whether it records, and whether it records
   * our events too.
   */
  @Param({"off", "others", "all"})
  public String recording;

  private Recording running;
  private final LiveRunners live = new LiveRunners();
  private final RunOptions plain = RunOptions.defaults().executor(Runnable::run);
  private final RunOptions listed = plain.registry(live);

  /** Starts a recording. */
  @Setup(Level.Trial)
  public void open() {
    if (!recording.equals("off")) {
      running = new Recording();
      running.setMaxAge(Duration.ofSeconds(1));
      for (String event : List.of("Start", "Resume", "Suspend", "End")) {
        String name = "dev.weft.Runner" + event;
        if (recording.equals("all")) {
          running.enable(name);
        } else {
          running.disable(name);
        }
      }
      running.start();
    }
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void close() {
    if (running != null) {
      running.close();
    }
  }

  /** One of many steps of a runner. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Object step() {
    return AsyncCoroutine.run(TalksComps.echo(STEPS), "t", RecorderBenchmark::answer, plain);
  }

  private static void answer(Message<?> message) {
    if (message.step() instanceof Step.Suspended<?>) {
      message.runner().resume("x");
    }
  }

  /** A runner from its start to its end, with one suspension. */
  @Benchmark
  public Object life() {
    return AsyncCoroutine.run(TalksComps.echo(1), "t", RecorderBenchmark::answer, plain);
  }

  /** The same in a list. */
  @Benchmark
  public Object listedLife() {
    return AsyncCoroutine.run(TalksComps.echo(1), "t", RecorderBenchmark::answer, listed);
  }
}
