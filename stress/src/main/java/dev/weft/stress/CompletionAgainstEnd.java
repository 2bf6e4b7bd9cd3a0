package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.AsyncCoroutine;
import dev.weft.RunOptions;
import dev.weft.Runner;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Somebody asks for the completion while the computation ends: the future completes. */
@JCStressTest
@Outcome(id = "a", expect = ACCEPTABLE, desc = "in any order")
@Outcome(expect = FORBIDDEN)
@State
public class CompletionAgainstEnd {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Told told = new Told();
  private CompletableFuture<String> completion = new CompletableFuture<>();
  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.one(tally), "t", told, HERE);

  /** One sender. */
  @Actor
  public void end() {
    runner.resume("a");
  }

  /** The other. */
  @Actor
  public void ask() {
    completion = runner.completion();
  }

  /** What came of it. */
  @Arbiter
  public void look(L_Result r) {
    r.r1 = completion.getNow("never");
  }
}
