package dev.weft.processor.flow;

import dev.weft.processor.model.Machine;

/** A machine, and what it stores and loads at each suspension. */
public record Planned(Machine machine, SavePlan plan) {
  /** Works out the plan of a machine. */
  public static Planned of(Machine machine) {
    return new Planned(machine, SavePlan.of(machine));
  }
}
