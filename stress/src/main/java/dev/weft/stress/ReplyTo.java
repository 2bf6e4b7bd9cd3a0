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

/** A resume whose step goes elsewhere against a plain one: each gets its own. */
@JCStressTest
@Outcome(id = "1\\+0 a, 2\\+0 b", expect = ACCEPTABLE, desc = "to each its own")
@Outcome(expect = FORBIDDEN)
@State
public class ReplyTo {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private final Told other = new Told();
  private final Runner<Void> runner =
      AsyncCoroutine.run(DialoguesComps.echo(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void elsewhere() {
    runner.resume("a", other);
  }

  /** The other. */
  @Actor
  public void plain() {
    runner.resume("b");
  }

  /** What came of it. */
  @Arbiter
  public void look(LL_Result r) {
    r.r1 = other.counts() + " " + other.last();
    r.r2 = told.counts() + " " + told.last();
  }
}
