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

/** A cancel against the answer that completes the computation. */
@JCStressTest
@Outcome(
    id = "true, true, xmine, 1",
    expect = ACCEPTABLE,
    desc = "the cancel goes before the answer")
@Outcome(id = "false, true, xmine, 1", expect = ACCEPTABLE, desc = "the cancel first")
@Outcome(
    id = "true, true, =a, 1",
    expect = ACCEPTABLE,
    desc = "the result stands: the cancel came while it ran")
@Outcome(id = "true, false, =a, 1", expect = ACCEPTABLE, desc = "the cancel came after the end")
@Outcome(expect = FORBIDDEN)
@State
public class CancelAgainstCompletion {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.one(tally), "t", told, HERE);

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
    r.r3 = told.last();
    r.r4 = tally.left;
  }
}
