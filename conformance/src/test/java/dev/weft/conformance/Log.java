package dev.weft.conformance;

import java.util.ArrayList;
import java.util.List;

/** The side effects of a case, in order. Entries are rendered when they are added. */
public final class Log {

  private static final int LIMIT = 20_000;

  private final List<String> entries = new ArrayList<>();

  public void add(Object entry) {
    if (entries.size() >= LIMIT) {
      throw new IllegalStateException("more than " + LIMIT + " log entries: an endless loop");
    }
    entries.add(Render.value(entry));
  }

  /** Logs and hands the value on: makes the order of evaluation visible. */
  public <T> T tap(String label, T value) {
    add(label + "=" + Render.value(value));
    return value;
  }

  public int tap(String label, int value) {
    add(label + "=" + value);
    return value;
  }

  List<String> entries() {
    return List.copyOf(entries);
  }
}
