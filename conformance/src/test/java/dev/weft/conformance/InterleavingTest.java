package dev.weft.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Executions of one method take turns and don't touch each other. */
class InterleavingTest {

  /** Cases without static state. */
  private static final List<Class<?>> HOSTS =
      List.of(
          LocalsTest.class,
          ForTest.class,
          ForEachTest.class,
          LabelTest.class,
          SwitchExpressionTest.class,
          TryFinallyTest.class,
          ArgumentsTest.class,
          LambdasTest.class,
          DelegationTest.class,
          RecursionTest.class);

  @TestFactory
  Stream<DynamicNode> takeTurns() {
    return HOSTS.stream()
        .flatMap(host -> Case.of(host).stream())
        .map(c -> dynamicTest(c.name(), () -> takeTurns(c)));
  }

  private static void takeTurns(Case c) {
    List<Turn<?>> turns = new ArrayList<>();
    for (int variant = 0; variant < Answers.VARIANTS; variant++) {
      turns.add(Turn.of(c, variant));
    }
    for (boolean moved = true; moved; ) {
      moved = false;
      for (Turn<?> turn : turns) {
        moved |= turn.take();
      }
    }
    for (Turn<?> turn : turns) {
      Trace alone = Trace.of(c.original(), turn.script);
      assertEquals(alone.events(), turn.log.entries(), c.name() + ", " + turn.script);
    }
  }

  /** One execution, of which a turn is one step. */
  private static final class Turn<T> {
    private final Script script;
    private final Log log;
    private final Coroutine<T> coroutine;
    private Step<T> step;

    private Turn(Script script, Log log, Coroutine<T> coroutine) {
      this.script = script;
      this.log = log;
      this.coroutine = coroutine;
    }

    static Turn<?> of(Case c, int variant) {
      Log log = new Log();
      return new Turn<>(Script.plain(variant), log, Coroutine.of(c.stepper().apply(log)));
    }

    /** Whether the execution goes on. */
    boolean take() {
      if (step == null) {
        step = coroutine.run();
      } else if (step instanceof Step.Suspended<T> suspended) {
        step = script.proceed(coroutine, suspended, log);
      } else {
        return false;
      }
      Trace.announce(step, log);
      return step instanceof Step.Suspended<T>;
    }
  }
}
