package dev.weft.conformance.effects;

import dev.weft.Handler;
import dev.weft.Step;
import java.util.List;
import java.util.Map;

/** A handler that logs all it sees, and fails where it is told to. */
record Recording(String name, List<String> log, List<String> failures) implements Handler {

  Recording(String name, List<String> log) {
    this(name, log, List.of());
  }

  /** The same, but it throws in these places: {@code suspended}, {@code exited} … */
  Recording failingAt(String... places) {
    return new Recording(name, log, List.of(places));
  }

  @Override
  public Scope open() {
    note("entered", "entered");
    return new Scope() {
      @Override
      public void suspended(Map<String, Object> data) {
        data.put("last", name);
        data.put(name, data.size());
        note("suspended", "suspended");
      }

      @Override
      public void resumed() {
        note("resumed", "resumed");
      }

      @Override
      public void exited(Step<?> outcome) {
        note("exited", "exited " + outcome);
      }
    };
  }

  private void note(String place, String text) {
    log.add(name + " " + text);
    if (failures.contains(place)) {
      throw new IllegalStateException(name + " failed: " + place);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
