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

/** A resume of a suspended runner against a cancel. */
@JCStressTest
@Outcome(
    id = "true, true, 2\\+1 xmine, 1",
    expect = ACCEPTABLE,
    desc = "the answer first, the next suspension announced")
@Outcome(
    id = "true, true, 1\\+1 xmine, 1",
    expect = ACCEPTABLE,
    desc = "the cancel goes before the answer, or before its suspension")
@Outcome(id = "false, true, 1\\+1 xmine, 1", expect = ACCEPTABLE, desc = "the cancel first")
@Outcome(expect = FORBIDDEN)
@State
public class ResumeAgainstCancel {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void resume(LLLL_Result r) {
    r.r1 = runner.resume("a");
  }

  /** The other. */
  @Actor
  public void cancel(LLLL_Result r) {
    r.r2 = runner.cancel("mine");
  }

  /** What came of it. */
  @Arbiter
  public void look(LLLL_Result r) {
    r.r3 = told.counts() + " " + told.last();
    r.r4 = tally.left;
  }
}
