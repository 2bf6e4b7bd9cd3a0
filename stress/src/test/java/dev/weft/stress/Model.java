package dev.weft.stress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a runner may do, as a machine of atomic moves: each request of a sender is one move, and so
 * is each thing that the host does by itself. All orders of moves that keep each sender's own order
 * give the outcomes that a real run may have.
 *
 * <p>The computation yields each answer back until it has had as many as it wants, and returns the
 * last one.
 */
final class Model {

  /** What a sender does. */
  sealed interface Request {
    /** {@code resume}, or {@code resume} with a caller of its own. */
    record Resume(String value, boolean elsewhere) implements Request {}

    /** {@code answer}. */
    record Answer(long number, String value) implements Request {}

    /** {@code raise}. */
    record Raise(String error) implements Request {}

    /** {@code cancel}. */
    record Cancel(String reason) implements Request {}
  }

  /**
   * What is seen of a run.
   *
   * @param accepted what each sender's requests returned
   * @param told what the caller was told
   * @param elsewhere what the caller of single answers was told
   */
  record Outcome(List<List<Boolean>> accepted, List<String> told, List<String> elsewhere) {}

  private enum Phase {
    RUNNING,
    SUSPENDED,
    ENDED
  }

  private final List<List<Request>> senders;
  private final int wanted;
  private final Set<State> seen = new HashSet<>();
  private final Set<Outcome> outcomes = new HashSet<>();

  private Model(List<List<Request>> senders, int wanted) {
    this.senders = senders;
    this.wanted = wanted;
  }

  /**
   * All outcomes that are right.
   *
   * @param senders what each sender does, one after the other
   * @param wanted how many answers the computation takes
   */
  static Set<Outcome> outcomes(List<List<Request>> senders, int wanted) {
    Model model = new Model(senders, wanted);
    List<List<Boolean>> none = senders.stream().map(s -> List.<Boolean>of()).toList();
    model.explore(
        new State(
            Phase.SUSPENDED,
            1,
            List.of(),
            null,
            null,
            new Outcome(none, List.of("null"), List.of())));
    return model.outcomes;
  }

  /**
   * Where all stand.
   *
   * @param queue answers that wait
   * @param current the answer that the host goes on with
   * @param reason of the first cancel
   */
  private record State(
      Phase phase,
      long number,
      List<Request> queue,
      Request current,
      String reason,
      Outcome outcome) {

    boolean closing() {
      return phase == Phase.ENDED || reason != null;
    }
  }

  private void explore(State state) {
    if (!seen.add(state)) {
      return;
    }
    boolean done = true;
    for (int sender = 0; sender < senders.size(); sender++) {
      int next = state.outcome.accepted().get(sender).size();
      if (next < senders.get(sender).size()) {
        done = false;
        explore(send(state, sender, senders.get(sender).get(next)));
      }
    }
    if (state.phase == Phase.RUNNING) {
      explore(pause(state));
    } else if (state.phase == Phase.SUSPENDED && (state.reason != null || !state.queue.isEmpty())) {
      explore(goOn(state));
    } else if (done) {
      outcomes.add(state.outcome);
    }
  }

  private static State send(State s, int sender, Request request) {
    boolean accepted =
        !s.closing()
            && (!(request instanceof Request.Answer answer)
                || (s.phase == Phase.SUSPENDED
                    && s.number == answer.number()
                    && s.queue.isEmpty()));
    List<List<Boolean>> results = new ArrayList<>(s.outcome.accepted());
    results.set(sender, plus(results.get(sender), accepted));
    Outcome outcome = new Outcome(results, s.outcome.told(), s.outcome.elsewhere());
    List<Request> queue = s.queue;
    String reason = s.reason;
    if (accepted && request instanceof Request.Cancel cancel) {
      reason = cancel.reason();
    } else if (accepted) {
      queue = plus(queue, request);
    }
    return new State(s.phase, s.number, queue, s.current, reason, outcome);
  }

  /** The host takes the oldest answer, unless there is a cancel. */
  private static State goOn(State s) {
    return s.reason != null
        ? end(s, "x" + s.reason, false)
        : new State(
            Phase.RUNNING,
            s.number,
            s.queue.subList(1, s.queue.size()),
            s.queue.get(0),
            null,
            s.outcome);
  }

  /** The frames pause or end. */
  private State pause(State s) {
    boolean elsewhere = s.current instanceof Request.Resume resume && resume.elsewhere();
    if (s.current instanceof Request.Raise raise) {
      return end(s, "!" + raise.error(), elsewhere);
    }
    String value = value(s.current);
    if (s.number == wanted) {
      return end(s, "=" + value, elsewhere);
    }
    return s.reason != null
        ? end(s, "x" + s.reason, false)
        : new State(
            Phase.SUSPENDED, s.number + 1, s.queue, null, null, tell(s.outcome, value, elsewhere));
  }

  private static State end(State s, String step, boolean elsewhere) {
    return new State(
        Phase.ENDED, s.number, List.of(), null, s.reason, tell(s.outcome, step, elsewhere));
  }

  private static Outcome tell(Outcome o, String step, boolean elsewhere) {
    return elsewhere
        ? new Outcome(o.accepted(), o.told(), plus(o.elsewhere(), step))
        : new Outcome(o.accepted(), plus(o.told(), step), o.elsewhere());
  }

  private static String value(Request answer) {
    return answer instanceof Request.Resume resume
        ? resume.value()
        : ((Request.Answer) answer).value();
  }

  private static <E> List<E> plus(List<E> list, E last) {
    List<E> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
