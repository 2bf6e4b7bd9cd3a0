package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.AsyncCoroutine;
import dev.weft.RunOptions;
import dev.weft.Runner;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A sync form that gives up against the step that comes: one of them has it. */
@JCStressTest
@Outcome(id = "a, 1\\+0", expect = ACCEPTABLE, desc = "in time: the caller is not told")
@Outcome(id = "timeout, 2\\+0", expect = ACCEPTABLE, desc = "late: the caller is told")
@Outcome(expect = FORBIDDEN)
@State
public class ResumeSyncAgainstTimeout {
  private volatile Runnable task = () -> {};
  private final RunOptions options = RunOptions.defaults().executor(next -> task = next);
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(new Dialogues.Tally()), "t", told, options);

  /** Suspends the runner. */
  public ResumeSyncAgainstTimeout() {
    task.run();
    task = null;
  }

  /** Waits for no time at all. */
  @Actor
  public void ask(LL_Result r) {
    r.r1 = Told.outcome(() -> runner.resumeSync("a", Duration.ZERO));
  }

  /** Is the executor. */
  @Actor
  public void host() {
    Runnable next = task;
    while (next == null) {
      Thread.onSpinWait();
      next = task;
    }
    next.run();
  }

  /** What came of it. */
  @Arbiter
  public void look(LL_Result r) {
    r.r2 = told.counts();
  }
}
