package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.AsyncCoroutine;
import dev.weft.RunOptions;
import dev.weft.Runner;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A resumeSync against a cancel: it gets a step, whichever comes first. */
@JCStressTest
@Outcome(id = "a, 1\\+1, 1", expect = ACCEPTABLE, desc = "the answer first")
@Outcome(
    id = "xmine, 1\\+0, 1",
    expect = ACCEPTABLE,
    desc = "the cancel goes before the answer, or before its suspension")
@Outcome(id = "ended, 1\\+1, 1", expect = ACCEPTABLE, desc = "the cancel first, and told")
@Outcome(expect = FORBIDDEN)
@State
public class ResumeSyncAgainstCancel {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void ask(LLL_Result r) {
    r.r1 = Told.outcome(() -> runner.resumeSync("a"));
  }

  /** The other. */
  @Actor
  public void cancel() {
    runner.cancel("mine");
  }

  /** What came of it. */
  @Arbiter
  public void look(LLL_Result r) {
    r.r2 = told.counts();
    r.r3 = tally.left;
  }
}
