package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The values of a machine as an iterator that one writes by hand gives them. */
final class MachineIterator implements Iterator<Integer> {
  private final Machine machine;
  private boolean isHolding;
  private boolean isEnded;

  MachineIterator(Machine machine) {
    this.machine = machine;
  }

  @Override
  public boolean hasNext() {
    if (!isHolding && !isEnded) {
      isHolding = machine.call();
      isEnded = !isHolding;
    }
    return isHolding;
  }

  @Override
  public Integer next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isHolding = false;
    return (Integer) machine.value;
  }
}
