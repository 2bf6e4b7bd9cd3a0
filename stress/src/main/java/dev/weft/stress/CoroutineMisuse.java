package dev.weft.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.weft.Coroutine;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two threads drive one coroutine: what is not refused runs one after the other. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing lost")
@Outcome(expect = FORBIDDEN)
@State
public class CoroutineMisuse {
  private final Dialogues.Tally tally = new Dialogues.Tally();
  private final Coroutine<Void> coroutine = Coroutine.of(DialoguesComps.echo(tally));
  private int accepted;
  private int acceptedToo;

  /** Suspends it. */
  public CoroutineMisuse() {
    coroutine.run();
  }

  /** One thread. */
  @Actor
  public void one() {
    accepted = drive("a");
  }

  /** The other. */
  @Actor
  public void other() {
    acceptedToo = drive("b");
  }

  private int drive(String answer) {
    int count = 0;
    for (int i = 0; i < 20; i++) {
      try {
        count += Told.text(coroutine.run(answer)).equals(answer) ? 1 : 0;
      } catch (IllegalStateException refused) {
        // As it should be.
      }
    }
    return count;
  }

  /** What came of it. */
  @Arbiter
  public void look(L_Result r) {
    r.r1 = tally.resumed - accepted - acceptedToo;
  }
}
