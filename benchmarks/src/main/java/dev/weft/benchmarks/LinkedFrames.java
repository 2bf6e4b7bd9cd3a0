package dev.weft.benchmarks;

/** A machine of several methods, written by hand: a linked frame for each call that is not over. */
final class LinkedFrames extends Machine {
  private Link top;

  LinkedFrames(Link root) {
    top = root;
  }

  /** One call. */
  abstract static class Link {
    private Link caller;
    int at;

    /** Runs on: true with a value; false after {@code push}, and at its end, after {@code pop}. */
    abstract boolean step(LinkedFrames machine);
  }

  /** Calls. */
  boolean push(Link callee) {
    callee.caller = top;
    top = callee;
    return false;
  }

  /** Returns. */
  boolean pop() {
    top = top.caller;
    return false;
  }

  @Override
  boolean step() {
    while (top != null) {
      if (top.step(this)) {
        return true;
      }
    }
    return false;
  }
}
