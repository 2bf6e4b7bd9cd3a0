package dev.weft.benchmarks;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.RunOptions;
import dev.weft.Runner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** 10,000 suspended computations, each of them resumed once in every round. */
@OperationsPerInvocation(RoundRobinBenchmark.RUNNERS)
public class RoundRobinBenchmark extends Work {
  static final int RUNNERS = 10_000;

  private final ExecutorService pool = new ForkJoinPool(2);
  private final Runner<?>[] runners = new Runner<?>[RUNNERS];
  private final LambdaMachine[] machines = new LambdaMachine[RUNNERS];
  private final Phaser round = new Phaser(1);

  /** Suspends them all. */
  @Setup
  public void open() {
    RunOptions options = RunOptions.defaults().executor(pool);
    Caller caller = message -> round.arriveAndDeregister();
    Consumer<Object> callback = answer -> round.arriveAndDeregister();
    round.bulkRegister(RUNNERS);
    for (int i = 0; i < RUNNERS; i++) {
      runners[i] = AsyncCoroutine.run(TalksComps.echo(), i, caller, options);
      machines[i] = new LambdaMachine(Integer.MAX_VALUE, pool, callback);
    }
    round.arriveAndAwaitAdvance();
  }

  /** Ends the pool. */
  @TearDown
  public void close() {
    pool.shutdown();
  }

  /** By runners. */
  @Benchmark
  public void runners() {
    round.bulkRegister(RUNNERS);
    for (Runner<?> runner : runners) {
      runner.resume("x");
    }
    round.arriveAndAwaitAdvance();
  }

  /** By a lambda for each resume. */
  @Benchmark
  public void lambdas() {
    round.bulkRegister(RUNNERS);
    for (LambdaMachine machine : machines) {
      machine.resume("x");
    }
    round.arriveAndAwaitAdvance();
  }
}
