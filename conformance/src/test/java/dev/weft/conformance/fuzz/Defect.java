package dev.weft.conformance.fuzz;

/**
 * Something that should not be.
 *
 * @param method the method that shows it; empty if it is not known
 * @param key what makes it one and the same with others before its program is shrunk
 */
record Defect(Kind kind, String method, String key, String details) {
  enum Kind {
    /** A stepper does something else than its original. */
    DIFFERENCE,
    /** Running it took too long. */
    HANG,
    /** javac does not accept the generated code. */
    REJECTED,
    /** javac makes classes of the generated code that the JVM does not accept. */
    UNVERIFIED,
    /** javac warns of the generated code. */
    WARNING,
    /** Weft says that it is wrong itself. */
    INTERNAL,
    /** Weft says that it can't do it. */
    REFUSAL,
    /** javac died. */
    JAVAC,
    /** A program could not be run. */
    CRASH
  }
}
