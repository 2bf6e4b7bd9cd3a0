package dev.weft.stress;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.stress.Model.Outcome;
import dev.weft.stress.Model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes through the interleavings of two senders, each of which may find itself the host: what is
 * seen must be an outcome of the {@link Model}.
 */
class RunnerInterleavingsTest {

  /** How many interleavings of each race are tried: -Dinterleavings=… */
  private static final int BOUND = Integer.getInteger("interleavings", 50);

  private static final RunOptions HERE = RunOptions.defaults().executor(Runnable::run);
  private static final int WANTED = 3;

  private static final Request A = new Request.Resume("a", false);
  private static final Request B = new Request.Resume("b", false);
  private static final Request C = new Request.Resume("c", false);
  private static final Request ELSEWHERE = new Request.Resume("e", true);
  private static final Request FIRST = new Request.Answer(1, "first");
  private static final Request SECOND = new Request.Answer(2, "second");
  private static final Request RAISE = new Request.Raise("r");
  private static final Request CANCEL = new Request.Cancel("c");
  private static final Request CANCEL_TOO = new Request.Cancel("d");

  /** Two senders and what each of them does. */
  static List<List<List<Request>>> races() {
    return List.of(
        List.of(List.of(A, B), List.of(C)),
        List.of(List.of(A, B), List.of(CANCEL)),
        List.of(List.of(A, SECOND), List.of(B)),
        List.of(List.of(FIRST, SECOND), List.of(FIRST, SECOND)),
        List.of(List.of(A, ELSEWHERE), List.of(B, CANCEL)),
        List.of(List.of(ELSEWHERE, B), List.of(C, FIRST)),
        List.of(List.of(A, B, C), List.of(CANCEL, CANCEL_TOO)),
        List.of(List.of(A, CANCEL), List.of(B, CANCEL_TOO)),
        List.of(List.of(A, RAISE), List.of(ELSEWHERE, SECOND)),
        List.of(List.of(RAISE, A), List.of(FIRST, CANCEL)));
  }

  @ParameterizedTest
  @MethodSource("races")
  void whatIsSeenIsAnOutcomeOfTheModel(List<List<Request>> senders) {
    Set<Outcome> right = Model.outcomes(senders, WANTED);
    Lincheck.runConcurrentTest(
        BOUND,
        () -> {
          Outcome seen = race(senders);
          if (!right.contains(seen)) {
            throw new AssertionError(senders + " led to " + seen + ", not to one of " + right);
          }
        });
  }

  private static Outcome race(List<List<Request>> senders) {
    List<String> told = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    Caller other = message -> elsewhere.add(Told.text(message.step()));
    Runner<String> runner =
        AsyncCoroutine.run(
            DialoguesComps.echo(WANTED), "t", message -> told.add(Told.text(message.step())), HERE);
    List<List<Boolean>> accepted = List.of(new ArrayList<>(), new ArrayList<>());
    Thread first = new Thread(() -> send(runner, senders.get(0), other, accepted.get(0)));
    Thread second = new Thread(() -> send(runner, senders.get(1), other, accepted.get(1)));
    first.start();
    second.start();
    try {
      first.join();
      second.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Outcome(accepted, told, elsewhere);
  }

  private static void send(
      Runner<String> runner, List<Request> requests, Caller other, List<Boolean> accepted) {
    for (Request request : requests) {
      accepted.add(send(runner, request, other));
    }
  }

  private static boolean send(Runner<String> runner, Request request, Caller other) {
    if (request instanceof Request.Resume resume) {
      return resume.elsewhere()
          ? runner.resume(resume.value(), other)
          : runner.resume(resume.value());
    } else if (request instanceof Request.Answer answer) {
      return runner.answer(answer.number(), answer.value());
    } else if (request instanceof Request.Raise raise) {
      return runner.raise(new Raised(raise.error()));
    }
    return runner.cancel(((Request.Cancel) request).reason());
  }
}
