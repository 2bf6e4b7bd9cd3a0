package dev.weft.conformance.names;

/** The user's own, in the package of the methods. */
record Yield(int grain) {
  static int yield(Object value) {
    return 40;
  }

  static int ask(Object value) {
    return 41;
  }
}
