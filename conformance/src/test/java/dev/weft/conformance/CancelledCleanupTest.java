package dev.weft.conformance;

import static dev.weft.Yield.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Computation;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.ResourcesTest.Bad;
import dev.weft.conformance.ResourcesTest.Res;
import dev.weft.conformance.Script.Fault;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cancellation where cleanups do more than clean up: fail, jump, suspend, run on. */
@SuppressWarnings({"finally", "try"})
class CancelledCleanupTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(CancelledCleanupTest.class);
  }

  private static void expect(Function<Log, Computation<?>> made, int at, String... events) {
    Trace trace = Trace.of(made, Script.plain(0).with(at, Fault.CANCEL));
    List<String> all = trace.events();
    assertEquals(List.of(events), all.subList(all.indexOf(Script.CANCEL_MARK) + 1, all.size()));
  }

  @CatchesThrowable
  @Comp
  static String failingClose(Log log) throws IOException {
    try (Res outer = new Res("outer", log);
        Bad inner = new Bad("inner", log)) {
      return ask(new Str("s"));
    }
  }

  @CatchesThrowable
  @Comp
  static String rescuedFailingClose(Log log) {
    try (Bad bad = new Bad("bad", log)) {
      log.add(ask(new Str("s")));
    } catch (IOException e) {
      log.add("rescued " + e.getMessage());
    }
    return "ran on";
  }

  @Comp
  static int failingFinally(Log log) {
    try {
      try {
        return ask(new Num("n"));
      } finally {
        log.add("finally inner");
        if (log != null) throw new IllegalStateException("cleanup");
      }
    } finally {
      log.add("finally outer");
    }
  }

  @Comp
  static String finallyReturns(Log log) {
    try {
      return ask(new Str("s"));
    } finally {
      log.add("finally");
      return "returned";
    }
  }

  @Comp
  static String finallyBreaksAndBodyRunsOn(Log log) {
    for (int i = 0; i < 3; i++) {
      try {
        log.add(ask(new Str("s" + i)));
      } finally {
        log.add("finally " + i);
        continue;
      }
    }
    log.add("after the loop");
    return ask(new Str("end"));
  }

  @Comp
  static String finallySuspends(Log log) {
    try {
      return ask(new Str("try"));
    } finally {
      try {
        log.add("finally tries");
        log.add(ask(new Str("finally")));
        log.add("never while cancelled");
      } finally {
        log.add("finally inner");
      }
      log.add("not reached while cancelled");
    }
  }

  @Comp
  static String exceptionOnTheWayIsCaught(Log log) {
    try {
      try {
        return ask(new Str("try"));
      } finally {
        log.add("finally");
        List.of().get(0);
      }
    } catch (IndexOutOfBoundsException e) {
      log.add("rescued");
      return "rescued";
    }
  }

  @Comp
  static String thrownInsideFinallyAndCaughtThere(Log log) {
    try {
      return ask(new Str("try"));
    } finally {
      try {
        log.add("finally");
        throw new IllegalStateException("inside");
      } catch (IllegalStateException e) {
        log.add("handled " + e.getMessage());
      }
    }
  }

  @Comp
  static int throughCallers(Log log) {
    try {
      return inner(log, 3) + ask(new Num("after"));
    } finally {
      log.add("finally caller");
    }
  }

  @Comp
  static int inner(Log log, int depth) {
    try {
      if (depth == 0) return ask(new Num("deepest"));
      return inner(log, depth - 1) + ask(new Num("depth " + depth));
    } catch (RuntimeException | Error e) {
      log.add("caught at " + depth);
      throw e;
    } finally {
      log.add("finally " + depth);
      Yield.emit("leaving " + depth);
    }
  }

  @Test
  void aFailureOfCloseReplacesTheCancellation() {
    expect(
        CancelledCleanupTestComps::failingClose,
        1,
        "finally close inner",
        "finally close outer",
        "thrown java.io.IOException: close of inner");
  }

  @Test
  void aBodyThatRunsOnEndsCancelled() {
    expect(
        CancelledCleanupTestComps::rescuedFailingClose,
        1,
        "finally close bad",
        "rescued close of bad",
        "cancelled enough");
    expect(CancelledCleanupTestComps::finallyReturns, 1, "finally", "cancelled enough");
  }

  @Test
  void theLastFailureIsTheOutcome() {
    expect(
        CancelledCleanupTestComps::failingFinally,
        1,
        "finally inner",
        "finally outer",
        "thrown java.lang.IllegalStateException: cleanup");
  }

  @Test
  void aSuspensionTriedMeanwhileIsCancelledOnTheSpot() {
    expect(
        CancelledCleanupTestComps::finallySuspends,
        1,
        "finally tries",
        "finally inner",
        "cancelled enough");
  }

  @Test
  void framesAreLeftInnermostFirst() {
    expect(
        CancelledCleanupTestComps::throughCallers,
        1,
        "finally 0",
        "finally 1",
        "finally 2",
        "finally 3",
        "finally caller",
        "cancelled enough");
  }
}
