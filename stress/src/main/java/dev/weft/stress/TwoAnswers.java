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

/** Two answers to one suspension: one is accepted, and it is the one that arrives. */
@JCStressTest
@Outcome(id = "true, false, a", expect = ACCEPTABLE, desc = "one")
@Outcome(id = "false, true, b", expect = ACCEPTABLE, desc = "the other")
@Outcome(expect = FORBIDDEN)
@State
public class TwoAnswers {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One click. */
  @Actor
  public void one(LLL_Result r) {
    r.r1 = runner.answer(1, "a");
  }

  /** The double click. */
  @Actor
  public void other(LLL_Result r) {
    r.r2 = runner.answer(1, "b");
  }

  /** What came of it. */
  @Arbiter
  public void look(LLL_Result r) {
    r.r3 = told.last();
  }
}
