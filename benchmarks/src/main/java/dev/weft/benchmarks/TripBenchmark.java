package dev.weft.benchmarks;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A trip: resume, executor, step, callback, and the next resume from there. */
@OperationsPerInvocation(TripBenchmark.TRIPS)
public class TripBenchmark extends Work {
  static final int TRIPS = 100_000;

  /** Where the trips go. */
  @Param({"forkjoin", "fixed"})
  public String pool;

  private ExecutorService executor;
  private RunOptions options;

  /** Makes the pool. */
  @Setup
  public void open() {
    executor = pool.equals("forkjoin") ? new ForkJoinPool(2) : Executors.newFixedThreadPool(2);
    options = RunOptions.defaults().executor(executor);
  }

  /** Ends it. */
  @TearDown
  public void close() {
    executor.shutdown();
  }

  /** A runner whose callback answers: it goes on in place, 64 times of 65. */
  @Benchmark
  public void runnerAnswersItself() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    AsyncCoroutine.run(
        TalksComps.echo(TRIPS),
        "t",
        message -> {
          if (message.step() instanceof Step.Suspended<?>) {
            message.runner().resume("x");
          } else {
            end.countDown();
          }
        },
        options);
    end.await();
  }

  /** The same by a lambda for each resume. */
  @Benchmark
  public void lambdaAnswersItself() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    int[] left = {TRIPS};
    LambdaMachine[] self = new LambdaMachine[1];
    self[0] =
        new LambdaMachine(
            TRIPS,
            executor,
            answer -> {
              if (--left[0] > 0) {
                self[0].resume(answer);
              } else {
                end.countDown();
              }
            });
    self[0].resume("x");
    end.await();
  }

  /** Two runners that answer each other: each answer finds a suspended runner. */
  @Benchmark
  public void runnersAnswerEachOther() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Runner<?>[] pair = new Runner<?>[2];
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      Caller caller =
          message -> {
            if (!(message.step() instanceof Step.Suspended<?> s)) {
              end.countDown();
            } else if (s.number() > 1) {
              pair[other].resume("x");
            }
          };
      pair[i] = AsyncCoroutine.run(TalksComps.echo(TRIPS / 2), i, caller, options);
    }
    pair[0].resume("x");
    end.await();
    pair[0].cancel();
    pair[1].cancel();
  }

  /** The same by a lambda for each resume. */
  @Benchmark
  public void lambdasAnswerEachOther() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    LambdaMachine[] pair = new LambdaMachine[2];
    int[] left = {TRIPS};
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      pair[i] =
          new LambdaMachine(
              TRIPS,
              executor,
              answer -> {
                if (--left[0] > 0) {
                  pair[other].resume(answer);
                } else {
                  end.countDown();
                }
              });
    }
    pair[0].resume("x");
    end.await();
  }

  /** Two Kotlin coroutines and a pair of channels. */
  @Benchmark
  public Object kotlinChannels() {
    return ChannelPair.talk(executor, TRIPS / 2);
  }

  /** Two threads and a pair of queues: virtual threads where there are such. */
  @Benchmark
  public Object threadsWithQueues() throws InterruptedException {
    BlockingQueue<Object> answers = new ArrayBlockingQueue<>(1);
    BlockingQueue<Object> questions = new ArrayBlockingQueue<>(1);
    Lightweight.start(
        () -> {
          for (int i = 0; i < TRIPS / 2; i++) {
            questions.put(answers.take());
          }
        });
    CountDownLatch end = new CountDownLatch(1);
    Lightweight.start(
        () -> {
          for (int i = 0; i < TRIPS / 2; i++) {
            answers.put("x");
            questions.take();
          }
          end.countDown();
        });
    end.await();
    return questions;
  }
}
