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

/** A resume against the two that complete the computation. */
@JCStressTest
@Outcome(
    id = "true, =ab, 2\\+1",
    expect = ACCEPTABLE,
    desc = "too late, but accepted before the end")
@Outcome(id = "false, =ab, 2\\+1", expect = ACCEPTABLE, desc = "after the end")
@Outcome(id = "true, =ac, 2\\+1", expect = ACCEPTABLE, desc = "in between")
@Outcome(id = "true, =ca, 2\\+1", expect = ACCEPTABLE, desc = "first")
@Outcome(expect = FORBIDDEN)
@State
public class ResumeAgainstCompletion {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.two(tally), "t", told, HERE);

  /** Completes it, if let. */
  @Actor
  public void two() {
    runner.resume("a");
    runner.resume("b");
  }

  /** Comes in between, or not. */
  @Actor
  public void one(LLL_Result r) {
    r.r1 = runner.resume("c");
  }

  /** What came of it. */
  @Arbiter
  public void look(LLL_Result r) {
    r.r2 = told.last();
    r.r3 = told.counts();
  }
}
