package dev.weft;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a busy runner really gets behind those who wait.
 *
 * <p>A fork-join pool, the common one too, makes that hard: what a worker submits goes to its own
 * queue, mostly on top, and it looks at others only when that is empty. A runner that submitted
 * itself there would keep all others from a pool of one. What comes from a thread outside of the
 * pool goes to the queues that all share.
 */
final class Turns {
  /** Threads outside of any pool, seldom more than one, for as long as they are needed. */
  private static final ThreadPoolExecutor OUTSIDE =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "weft-turns");
            thread.setDaemon(true);
            return thread;
          });

  private Turns() {}

  /** Whether this thread is a worker that has nothing else to do. */
  static boolean isAlone() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && ForkJoinTask.getQueuedTaskCount() == 0
        && !worker.getPool().hasQueuedSubmissions();
  }

  /** Runs a submission to an executor where it goes behind the others. */
  static void submitBehind(Executor executor, Runnable submission) {
    submitBehind(executor, submission, OUTSIDE);
  }

  /** Any other executor than the worker's own pool decides by itself who runs it. */
  static void submitBehind(Executor executor, Runnable submission, Executor outside) {
    if (ForkJoinTask.getPool() == executor && isGiven(submission, outside)) {
      return;
    }
    submission.run();
  }

  private static boolean isGiven(Runnable submission, Executor outside) {
    try {
      outside.execute(submission);
      return true;
    } catch (Throwable noThread) {
      // To be unfair is better than to lose the runner.
      return false;
    }
  }
}
