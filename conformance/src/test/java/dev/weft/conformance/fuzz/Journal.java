package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be seen of one run, in order. */
final class Journal {
  private static final int LIMIT = 3_000;
  private static final int ENDLESS = 300_000;

  private final List<String> entries = new ArrayList<>();
  private int count;
  private boolean cancelled;

  void add(String entry) {
    count++;
    if (count > ENDLESS) {
      throw new Endless();
    }
    if (count <= LIMIT) {
      entries.add(entry);
    } else {
      entries.set(LIMIT - 1, "and " + (count - LIMIT) + " more, the last: " + entry);
    }
  }

  void cancel() {
    add("! cancel");
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  List<String> entries() {
    return List.copyOf(entries);
  }

  /** Ends a program that does not end. */
  static final class Endless extends Error {
    private static final long serialVersionUID = 1;

    Endless() {
      super("endless");
    }
  }
}
