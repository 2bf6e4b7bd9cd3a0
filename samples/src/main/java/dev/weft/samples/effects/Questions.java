package dev.weft.samples.effects;

import dev.weft.Handler;
import dev.weft.Step;
import java.util.Map;
import java.util.function.Consumer;

/** A handler of one's own: counts the questions of a run. */
record Questions(Consumer<String> report) implements Handler {

  @Override
  public Scope open() {
    return new Scope() {
      private int count;

      @Override
      public void suspended(Map<String, Object> data) {
        count++;
        data.put("question", count);
      }

      @Override
      public void exited(Step<?> outcome) {
        report.accept(count + " questions, then " + outcome);
      }
    };
  }
}
