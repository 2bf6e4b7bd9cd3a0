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
import org.openjdk.jcstress.infra.results.LL_Result;

/** A suspension that a cancel keeps from being told is not to be seen either. */
@JCStressTest
@Outcome(id = "a, 2\\+1", expect = ACCEPTABLE, desc = "seen, and told")
@Outcome(id = "null, .*", expect = ACCEPTABLE, desc = "the suspension before")
@Outcome(id = "xmine, .*", expect = ACCEPTABLE, desc = "the end")
@Outcome(expect = FORBIDDEN)
@State
public class StepAgainstCancel {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(new Dialogues.Tally()), "t", told, HERE);

  /** Leads to the next suspension. */
  @Actor
  public void resume() {
    runner.resume("a");
  }

  /** Cancels and looks. */
  @Actor
  public void cancel(LL_Result r) {
    runner.cancel("mine");
    r.r1 = Told.text(runner.step().orElseThrow());
  }

  /** What came of it. */
  @Arbiter
  public void look(LL_Result r) {
    r.r2 = told.counts();
  }
}
