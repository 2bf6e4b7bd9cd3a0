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
import org.openjdk.jcstress.infra.results.LL_Result;

/** The first two to ask for the completion, both at once: both futures complete. */
@JCStressTest
@Outcome(id = "a, a", expect = ACCEPTABLE, desc = "both")
@Outcome(expect = FORBIDDEN)
@State
public class TwoCompletions {
  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);

  private final Runner<String> runner =
      AsyncCoroutine.run(DialoguesComps.one(new Dialogues.Tally()), "t", new Told(), HERE);
  private CompletableFuture<String> first = new CompletableFuture<>();
  private CompletableFuture<String> second = new CompletableFuture<>();

  /** One. */
  @Actor
  public void one() {
    first = runner.completion();
  }

  /** The other. */
  @Actor
  public void other() {
    second = runner.completion();
  }

  /** What came of it. */
  @Arbiter
  public void look(LL_Result r) {
    runner.resume("a");
    r.r1 = first.getNow("never");
    r.r2 = second.getNow("never");
  }
}
