package dev.weft.samples.web;

import dev.weft.Computation;
import dev.weft.Step;
import java.util.function.Consumer;

/** A computation that can be started by a page, and how a page shows its steps. */
public interface Flow {
  /** What it is called in addresses. */
  String path();

  /** What it is called in pages. */
  String title();

  /** One sentence about it. */
  String summary();

  /**
   * Makes a computation.
   *
   * @param log for what it has to say to the operator
   */
  Computation<?> start(Consumer<String> log);

  /** How a step of such a computation looks. */
  Screen screen(Step<?> step);

  /** What such a page shows beside the steps, whatever the step. */
  default Html aside() {
    return Html.NONE;
  }

  /**
   * Asks to be told when {@link #aside} has changed.
   *
   * @return ends that
   */
  default Runnable onAside(Runnable changed) {
    return () -> {};
  }
}
