package dev.weft.stress;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.Message;
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
    Lincheck.runConcurrentTest(BOUND, new Race(senders));
  }

  // Classes with names where lambdas would do: Lincheck looks into objects, but not into lambdas.

  /** One run, of two senders at the same time. */
  private static final class Race implements Runnable {
    private final List<List<Request>> senders;
    private final Set<Outcome> right;

    Race(List<List<Request>> senders) {
      this.senders = senders;
      this.right = Model.outcomes(senders, WANTED);
    }

    @Override
    public void run() {
      Log told = new Log();
      Log elsewhere = new Log();
      Runner<String> runner = AsyncCoroutine.run(DialoguesComps.echo(WANTED), "t", told, HERE);
      Sender first = new Sender(runner, senders.get(0), elsewhere);
      Sender second = new Sender(runner, senders.get(1), elsewhere);
      Thread one = new Thread(first);
      Thread two = new Thread(second);
      one.start();
      two.start();
      try {
        one.join();
        two.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      Outcome seen =
          new Outcome(List.of(first.accepted, second.accepted), told.steps, elsewhere.steps);
      if (!right.contains(seen)) {
        throw new AssertionError(senders + " led to " + seen + ", not to one of " + right);
      }
    }
  }

  /** Writes down what it is told. */
  private static final class Log implements Caller {
    final List<String> steps = new ArrayList<>();

    @Override
    public void receive(Message<?> message) {
      steps.add(Told.text(message.step()));
    }
  }

  /** Sends requests, one after the other. */
  private static final class Sender implements Runnable {
    final List<Boolean> accepted = new ArrayList<>();
    private final Runner<String> runner;
    private final List<Request> requests;
    private final Caller other;

    Sender(Runner<String> runner, List<Request> requests, Caller other) {
      this.runner = runner;
      this.requests = requests;
      this.other = other;
    }

    @Override
    public void run() {
      for (Request request : requests) {
        accepted.add(send(request));
      }
    }

    private boolean send(Request request) {
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
}
