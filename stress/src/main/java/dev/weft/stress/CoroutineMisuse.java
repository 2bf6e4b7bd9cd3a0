package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.Coroutine;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two threads drive one coroutine: one after the other, or one is refused. */
@JCStressTest
@Outcome(id = "a, b, 2", expect = ACCEPTABLE, desc = "one after the other")
@Outcome(id = "a, refused, 1", expect = ACCEPTABLE, desc = "one refused")
@Outcome(id = "refused, b, 1", expect = ACCEPTABLE, desc = "the other refused")
@Outcome(expect = FORBIDDEN)
@State
public class CoroutineMisuse {
  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Coroutine<Void> coroutine = Coroutine.of(DialoguesComps.echo(tally));

  /** Suspends it. */
  public CoroutineMisuse() {
    coroutine.run();
  }

  /** One thread. */
  @Actor
  public void one(LLL_Result r) {
    r.r1 = drive("a");
  }

  /** The other. */
  @Actor
  public void other(LLL_Result r) {
    r.r2 = drive("b");
  }

  private String drive(String answer) {
    try {
      return Told.text(coroutine.run(answer));
    } catch (IllegalStateException e) {
      return "refused";
    }
  }

  /** What came of it. */
  @Arbiter
  public void look(LLL_Result r) {
    r.r3 = tally.resumed;
  }
}
