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

/** Two resumes of a runner that waits for one: each arrives once. */
@JCStressTest
@Outcome(id = "true, true, =ab, 2", expect = ACCEPTABLE, desc = "one order")
@Outcome(id = "true, true, =ba, 2", expect = ACCEPTABLE, desc = "the other")
@Outcome(expect = FORBIDDEN)
@State
public class TwoResumes {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.two(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void one(LLLL_Result r) {
    r.r1 = runner.resume("a");
  }

  /** The other. */
  @Actor
  public void other(LLLL_Result r) {
    r.r2 = runner.resume("b");
  }

  /** What came of it: the computation and the caller count in plain fields. */
  @Arbiter
  public void look(LLLL_Result r) {
    r.r3 = told.last();
    r.r4 = tally.resumed;
  }
}
