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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A cancel against a cancelSync: the first gives the reason, the sync form gets the end. */
@JCStressTest
@Outcome(
    id = "true, xmine, 1\\+0, 1",
    expect = ACCEPTABLE,
    desc = "the cancel first; the sync form was in time to take its step")
@Outcome(id = "true, xmine, 1\\+1, 1", expect = ACCEPTABLE, desc = "the cancel first, and told")
@Outcome(id = "false, xcancelled, 1\\+0, 1", expect = ACCEPTABLE, desc = "the sync form first")
@Outcome(expect = FORBIDDEN)
@State
public class CancelAgainstCancelSync {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void cancel(LLLL_Result r) {
    r.r1 = runner.cancel("mine");
  }

  /** The other. */
  @Actor
  public void cancelSync(LLLL_Result r) {
    r.r2 = Told.outcome(runner::cancelSync);
  }

  /** What came of it. */
  @Arbiter
  public void look(LLLL_Result r) {
    r.r3 = told.counts();
    r.r4 = tally.left;
  }
}
