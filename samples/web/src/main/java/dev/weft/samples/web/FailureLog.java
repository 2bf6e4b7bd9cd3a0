package dev.weft.samples.web;

import dev.weft.Handler;
import dev.weft.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** Tells the operator why a flow failed; its user is not told all of that. */
record FailureLog(Consumer<String> log) implements Handler {

  @Override
  public Scope open() {
    return new Scope() {
      @Override
      public void exited(Step<?> outcome) {
        if (outcome instanceof Step.Thrown<?> thrown) {
          log.accept("failed: " + text(thrown.error()));
        }
      }
    };
  }

  /**
   * A checked exception is an outcome that the flow declares; any other is a mistake to look at.
   */
  private static String text(Throwable error) {
    if (error instanceof Exception && !(error instanceof RuntimeException)) {
      return error.toString();
    }
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
