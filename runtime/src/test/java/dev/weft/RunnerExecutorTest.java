package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunnerExecutorTest {

  private final List<String> log = new ArrayList<>();
  private final ManualExecutor executor = new ManualExecutor();
  private final RunOptions options = RunOptions.defaults().executor(executor);
  private final Recording caller = new Recording();

  @Test
  void aRejectedStartRunsNothing() {
    executor.shutDown();
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(1, log), "t", caller, options);
    assertRejected(runner, 1);
    assertThat(log).isEmpty();
  }

  @Test
  void aRejectedSyncStartReturnsTheFailure() throws Exception {
    executor.shutDown();
    Started<Object> started = AsyncCoroutine.runSync(Machines.count(1), "t", options);
    assertThat(started.step()).isInstanceOf(Step.Thrown.class);
  }

  @Test
  void aRejectedResumeLeavesTheScopesAndFails() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller, options);
    executor.runAll();
    executor.shutDown();
    assertThat(runner.resume("x")).isTrue();
    assertRejected(runner, 2);
    assertThat(log).containsExactly("finally");
    assertThat(runner.resume("y")).isFalse();
  }

  @Test
  void aRejectedCancelCancels() {
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller, options);
    executor.runAll();
    executor.shutDown();
    assertThat(runner.cancel("r")).isTrue();
    assertThat(caller.steps()).endsWith(new Step.Cancelled<>("r"));
    assertThat(log).containsExactly("finally");
  }

  @Test
  void aRejectedSyncResumeGetsTheFailure() throws Exception {
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller, options);
    executor.runAll();
    executor.shutDown();
    assertThat(runner.resumeSync("x")).isInstanceOf(Step.Thrown.class);
    assertThat(caller.steps()).hasSize(1);
  }

  @Test
  void anExecutorThatIsShutDownInTheMiddleOfABatchEndsTheRunner() {
    Recording busy =
        new Recording(
            message -> {
              executor.shutDown();
              message.answer("x");
            });
    Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(1000, log), "t", busy, options);
    executor.runAll();
    assertThat(runner.state()).isEqualTo(Lifecycle.THROWN);
    assertThat(busy.steps()).hasSize(65);
    assertThat(log).containsExactly("finally");
  }

  @Test
  void aCleanupThatFailsDuringARejectionIsSuppressed() {
    Exception failure = new Exception("cleanup");
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "q");
              }
              try {
                return frame.done(x, frame.answered(x));
              } catch (Throwable pending) {
                throw failure;
              }
            });
    Runner<Object> runner = AsyncCoroutine.run(recipe, "t", caller, options);
    executor.runAll();
    executor.shutDown();
    runner.resume("x");
    Throwable error = assertRejected(runner, 2);
    assertThat(error.getSuppressed()).containsExactly(failure);
  }

  private Throwable assertRejected(Runner<?> runner, int messages) {
    assertThat(runner.state()).isEqualTo(Lifecycle.THROWN);
    assertThat(caller.steps()).hasSize(messages);
    Throwable error = ((Step.Thrown<?>) caller.steps().get(messages - 1)).error();
    assertThat(error).isInstanceOf(RejectedExecutionException.class);
    return error;
  }

  @Test
  void runsOnExecutorsOfAnyKind() throws Exception {
    List<ExecutorService> services =
        List.of(
            Executors.newSingleThreadExecutor(),
            Executors.newFixedThreadPool(4),
            Executors.newWorkStealingPool(2));
    List<Executor> executors = new ArrayList<>(services);
    executors.add(ForkJoinPool.commonPool());
    executors.add(task -> Threads.start("virtual where there are such threads", task));
    executors.add(Runnable::run);
    executors.add(task -> new Thread(task).start());
    executors.add(late());
    for (Executor each : executors) {
      Recording answering = new Recording(message -> message.answer("x"));
      AsyncCoroutine.run(Machines.count(500), "t", answering, RunOptions.defaults().executor(each));
      assertThat(answering.awaitEnd()).hasSize(501);
    }
    for (ExecutorService service : services) {
      service.shutdown();
      assertThat(service.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Runs each task late, twice, and not in the order they came. */
  private static Executor late() {
    List<Runnable> tasks = Collections.synchronizedList(new ArrayList<>());
    return task -> {
      tasks.add(task);
      new Thread(
              () -> {
                Collections.shuffle(tasks);
                List.copyOf(tasks).forEach(Runnable::run);
              })
          .start();
    };
  }
}
