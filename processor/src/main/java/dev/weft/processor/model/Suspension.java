package dev.weft.processor.model;

/**
 * A point at which the machine may pause.
 *
 * @param number 1, 2, 3 … in the order of the generated code
 * @param kind what happens there
 * @param operand the yielded value, the effect, or the callee's frame
 * @param line where it stands in the source
 * @param summary the user's expression on one line
 */
public record Suspension(int number, Kind kind, Code operand, int line, String summary) {

  /** What happens at a suspension. */
  public enum Kind {
    /** The computation pauses with a value and goes on with an answer. */
    YIELD,
    /** A handler answers an effect; the computation pauses if it can't do so at once. */
    PERFORM,
    /** Another computation's method runs, and the computation pauses whenever that one does. */
    CALL;

    /** Whether the machine may go on without a pause. */
    public boolean mayNotPause() {
      return this != YIELD;
    }
  }
}
