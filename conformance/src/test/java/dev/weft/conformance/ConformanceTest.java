package dev.weft.conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Yield;
import dev.weft.conformance.Script.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The harness finds what a wrong stepper could do wrong: the subjects here play such steppers. */
@SuppressWarnings({"weft:yield-in-lambda", "weft:yield-outside-comp"}) // run on blocking threads
class ConformanceTest {

  private static final Script PLAIN = Script.plain(0);
  private static final Script RAISED = PLAIN.with(1, Fault.RAISE);
  private static final Script CANCELLED = PLAIN.with(1, Fault.CANCEL);

  interface Body {
    Object run(Log log) throws Exception;
  }

  private static Function<Log, Computation<?>> made(Body body) {
    return log -> Blocking.of(() -> body.run(log));
  }

  private static Case wrong(boolean catchesThrowable, Body original, Body stepper) {
    return new Case("wrong", catchesThrowable, made(original), made(stepper));
  }

  private static AssertionFailedError found(Script script, Body original, Body stepper) {
    Case c = wrong(false, original, stepper);
    return assertThrows(AssertionFailedError.class, () -> Conformance.compare(c, script));
  }

  private static Object tidy(Log log) {
    try {
      log.add("before");
      int n = Yield.yield(Q.num("n"));
      log.add("after " + n);
      return n;
    } catch (IllegalArgumentException | IllegalStateException e) {
      log.add("caught " + e.getMessage());
      return -100;
    } finally {
      log.add("finally");
    }
  }

  @Test
  void equalRunsPass() {
    Case c = wrong(false, ConformanceTest::tidy, ConformanceTest::tidy);
    for (Script script : List.of(PLAIN, RAISED, CANCELLED)) {
      assertDoesNotThrow(() -> Conformance.compare(c, script));
    }
  }

  @Test
  void anotherYieldedValueIsFound() {
    AssertionFailedError error =
        found(PLAIN, log -> Yield.yield("asked"), log -> Yield.yield("asked otherwise"));
    assertTrue(error.getMessage().contains("* > 1 asked"), error.getMessage());
    assertTrue(error.getMessage().contains("| > 1 asked otherwise"), error.getMessage());
  }

  @Test
  void aMissingSideEffectIsFound() {
    found(PLAIN, ConformanceTest::tidy, log -> Yield.yield(Q.num("n")));
  }

  @Test
  void swappedSideEffectsAreFound() {
    found(
        PLAIN,
        log -> log.tap("a", 1) + log.tap("b", 2) + Yield.<Integer>yield(Q.num("n")),
        log -> log.tap("b", 2) + log.tap("a", 1) + Yield.<Integer>yield(Q.num("n")));
  }

  @Test
  void aSideEffectOnTheWrongSideOfASuspensionIsFound() {
    found(
        PLAIN,
        log -> log.tap("a", 1) + Yield.<Integer>yield(Q.num("n")),
        log -> Yield.<Integer>yield(Q.num("n")) + log.tap("a", 1));
  }

  @Test
  void anotherResultIsFound() {
    found(PLAIN, log -> new int[] {1, Yield.yield(Q.num("n"))}, log -> new int[] {0, 0});
  }

  @Test
  void anotherExceptionIsFound() {
    Body fails = log -> 1 / (int) Yield.<Integer>yield(Q.of(0));
    found(PLAIN, fails, log -> Yield.yield(Q.of(0)));
    found(
        PLAIN,
        fails,
        log -> {
          Yield.yield(Q.of(0));
          throw new ArithmeticException("another text");
        });
  }

  @Test
  void aCatchThatDoesNotCatchIsFound() {
    Script unchecked = Script.plain(2).with(1, Fault.RAISE);
    found(
        unchecked,
        ConformanceTest::tidy,
        log -> {
          try {
            log.add("before");
            return Yield.yield(Q.num("n"));
          } finally {
            log.add("finally");
          }
        });
  }

  @Test
  void aFinallyThatCancellationSkipsIsFound() {
    found(
        CANCELLED,
        ConformanceTest::tidy,
        log -> {
          log.add("before");
          return Yield.yield(Q.num("n"));
        });
  }

  @Test
  void aFinallyThatRunsTwiceIsFound() {
    found(
        CANCELLED,
        ConformanceTest::tidy,
        log -> {
          try {
            return tidy(log);
          } finally {
            log.add("finally");
          }
        });
  }

  @Test
  void aCatchOfTheCancellationIsFound() {
    Body catching =
        log -> {
          try {
            return Yield.yield("asked");
          } catch (Throwable e) {
            log.add("caught");
            return "went on";
          }
        };
    Case c = wrong(true, catching, catching);
    assertThrows(AssertionFailedError.class, () -> Conformance.compare(c, CANCELLED));
  }

  @Test
  void aRunWithoutEndIsFound() {
    Body endless =
        log -> {
          while (true) {
            Yield.yield("again");
          }
        };
    Case c = wrong(false, endless, endless);
    assertThrows(IllegalStateException.class, () -> Conformance.compare(c, PLAIN));
  }

  @Test
  void aCaseThatNeverSuspendsIsFound() {
    Case c = wrong(false, log -> 1, log -> 1);
    assertThrows(IllegalStateException.class, () -> Conformance.suspends(c));
  }

  @Test
  void theVariantsTakeAllBranches() {
    Set<Object> booleans = new HashSet<>();
    Set<Object> numbers = new HashSet<>();
    Set<Object> words = new HashSet<>();
    for (int variant = 0; variant < Answers.VARIANTS; variant++) {
      Answers answers = new Answers(variant);
      booleans.add(answers.to(new Bool("b"), 1));
      numbers.add(answers.to(new Num("n"), 1));
      words.add(answers.to(new Str("s"), 1));
    }
    assertEquals(Set.of(true, false), booleans);
    assertEquals(Set.of(-1, 0, 1, 2, 3), numbers);
    assertEquals(5, words.size());
  }
}
