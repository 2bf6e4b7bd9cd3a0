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

/** What a step leaves in plain fields is there for the next, on whatever thread. */
@JCStressTest
@Outcome(id = "4, 5\\+0", expect = ACCEPTABLE, desc = "nothing lost")
@Outcome(expect = FORBIDDEN)
@State
public class Publication {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void one() {
    runner.resume("a");
    runner.resume("b");
  }

  /** The other. */
  @Actor
  public void other() {
    runner.resume("c");
    runner.resume("d");
  }

  /** What came of it. */
  @Arbiter
  public void look(LL_Result r) {
    r.r1 = tally.resumed;
    r.r2 = told.counts();
  }
}
