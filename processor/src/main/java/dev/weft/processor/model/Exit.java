package dev.weft.processor.model;

/** A way in which a statement may leave other than by running to its end. */
public sealed interface Exit {
  /** Leaves the statement that bears the label. */
  record Break(Label label) implements Exit {}

  /** Goes on with the next iteration of the loop that bears the label. */
  record Continue(Label label) implements Exit {}

  /** Ends the method. */
  record Return() implements Exit {}
}
