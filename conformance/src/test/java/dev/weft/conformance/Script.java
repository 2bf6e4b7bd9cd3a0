package dev.weft.conformance;

import dev.weft.Coroutine;
import dev.weft.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run is told at each of its suspensions: the answers of a variant, but faults at some.
 */
record Script(Answers answers, Map<Long, Fault> faults) {

  /** What may happen at a suspension instead of an answer. */
  enum Fault {
    RAISE,
    CANCEL
  }

  static final String CANCEL_MARK = "! cancel";
  static final String REASON = "enough";

  static Script plain(int variant) {
    return new Script(new Answers(variant), Map.of());
  }

  Script with(long number, Fault fault) {
    Map<Long, Fault> more = new HashMap<>(faults);
    more.put(number, fault);
    return new Script(answers, more);
  }

  <T> Step<T> proceed(Coroutine<T> coroutine, Step.Suspended<T> suspended, Log log) {
    long number = suspended.number();
    Fault fault = faults.get(number);
    if (fault == null) {
      Object answer = answers.to(suspended.value(), number);
      log.add("< " + Render.value(answer));
      return coroutine.run(answer);
    }
    if (fault == Fault.CANCEL) {
      log.add(CANCEL_MARK);
      return coroutine.cancel(REASON);
    }
    Throwable error = error(number);
    log.add("! raise " + error);
    return coroutine.raise(error);
  }

  /**
   * Unchecked, checked and Error in turn, so that each suspension gets each kind over the variants.
   */
  private Throwable error(long number) {
    String text = "raised at " + number;
    return switch ((int) ((number + answers.variant()) % 5)) {
      case 0 -> new IllegalStateException(text);
      case 1 -> new IOException(text);
      case 2 -> new RaisedError(text);
      case 3 -> new IllegalArgumentException(text);
      default -> new UnsupportedOperationException(text);
    };
  }

  @Override
  public String toString() {
    return "variant " + answers.variant() + (faults.isEmpty() ? "" : " " + new TreeMap<>(faults));
  }

  /** An Error that no case throws itself. */
  static final class RaisedError extends Error {
    private static final long serialVersionUID = 1;

    RaisedError(String message) {
      super(message);
    }
  }
}
