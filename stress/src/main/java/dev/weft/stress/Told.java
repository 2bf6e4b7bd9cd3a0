package dev.weft.stress;

import dev.weft.AsyncTimeoutException;
import dev.weft.Caller;
import dev.weft.Message;
import dev.weft.Step;

/**
 * Writes down what it is told, in plain fields: messages come one at a time, each after the one
 * before.
 */
final class Told implements Caller {
  private int suspensions;
  private int ends;
  private String last = "";

  @Override
  public void receive(Message<?> message) {
    last = text(message.step());
    if (message.step().isTerminal()) {
      ends++;
    } else {
      suspensions++;
    }
  }

  /** How many suspensions and how many ends it was told of. */
  String counts() {
    return suspensions + "+" + ends;
  }

  /** The last step. */
  String last() {
    return last;
  }

  /** A sync form. */
  interface Form {
    Step<?> call() throws InterruptedException;
  }

  /** What a sync form comes to, in a word. */
  static String outcome(Form form) {
    try {
      return text(form.call());
    } catch (AsyncTimeoutException e) {
      return "timeout";
    } catch (IllegalStateException e) {
      return "ended";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  /** A step in a word. */
  static String text(Step<?> step) {
    return step.fold(
        suspended -> String.valueOf(suspended.value()),
        completed -> "=" + completed.value(),
        thrown -> "!" + thrown.error().getMessage(),
        cancelled -> "x" + cancelled.reason());
  }
}
