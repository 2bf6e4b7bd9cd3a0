package dev.weft.processor.emit;

import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Suspension;

/** The header of a stepper: what it was made from, and where it may stand. */
final class StateTable {
  /** Of a column of numbers. */
  private static final int WIDTH = 5;

  private StateTable() {}

  static String of(Machine machine) {
    Machine.Source source = machine.source();
    StringBuilder text = new StringBuilder();
    text.append("The stepper of ")
        .append(source.hostLabel())
        .append('.')
        .append(source.signature())
        .append(", ")
        .append(source.file())
        .append(" line ")
        .append(source.line())
        .append(". Made by Weft; do not edit.\n\n");
    text.append("state  line  paused at\n");
    text.append(row(0, source.line(), "nothing: not started, running or ended"));
    for (Suspension each : machine.suspensions()) {
      text.append(row(each.number(), each.line(), each.summary()));
    }
    text.append("\nWhile 'at' is not 0, step skips to the state of that number.\n");
    return text.toString();
  }

  /** A unicode escape counts even in comments, and one that was cut short is an error there. */
  private static String row(int state, int line, String what) {
    return padded(state) + " " + padded(line) + "  " + what.replace("\\u", "&#92;u") + "\n";
  }

  private static String padded(int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, WIDTH - digits.length())) + digits;
  }
}
