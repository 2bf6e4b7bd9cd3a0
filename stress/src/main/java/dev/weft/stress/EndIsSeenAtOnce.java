package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.AsyncCoroutine;
import dev.weft.Lifecycle;
import dev.weft.RunOptions;
import dev.weft.Runner;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Who has seen the end gets nothing accepted any more; who is refused sees the end. */
@JCStressTest
@Outcome(id = "false, true, .*", expect = ACCEPTABLE, desc = "before the end")
@Outcome(id = "false, false, true", expect = ACCEPTABLE, desc = "it ended in between")
@Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "after the end")
@Outcome(expect = FORBIDDEN)
@State
public class EndIsSeenAtOnce {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.one(new Dialogues.Tally()), "t", message -> {}, HERE);

  /** Ends it. */
  @Actor
  public void end() {
    runner.resume("a");
  }

  /** Looks, sends, and looks again. */
  @Actor
  public void look(LLL_Result r) {
    r.r1 = runner.state() == Lifecycle.COMPLETED;
    r.r2 = runner.resume("b");
    r.r3 = runner.step().orElseThrow().isTerminal();
  }
}
