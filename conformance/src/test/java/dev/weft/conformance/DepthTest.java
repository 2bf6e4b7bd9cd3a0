package dev.weft.conformance;

import static dev.weft.Yield.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Delegation 100,000 frames deep, which no thread's stack holds. */
@Timeout(60)
class DepthTest {

  private static final int DEPTH = 100_000;

  @Comp
  static long down(int n) {
    if (n == 0) return ask(new Num("bottom"));
    return down(n - 1) + 1;
  }

  @Comp
  static long silent(int n) {
    return n == 0 ? 0 : silent(n - 1) + (n < 0 ? ask(new Num("never")) : 1);
  }

  @Comp
  static int counted(int n, int[] finals) {
    try {
      return n == 0 ? ask(new Num("bottom")) : counted(n - 1, finals);
    } finally {
      finals[0]++;
    }
  }

  @Comp
  static boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  @Comp
  static boolean odd(int n) {
    if (n == 0) return ask(new Bool("odd?"));
    return even(n - 1);
  }

  @Comp
  static long onTheWay(int n) {
    if (n == 0) return 0;
    int before = n % 10 == 0 ? Yield.<Integer>yield(n) : 1;
    long below = onTheWay(n - 1);
    int after = n % 10 == 5 ? Yield.<Integer>yield(-n) : 2;
    return before + below + after;
  }

  @Comp
  static int failing(int n, int[] caught) {
    try {
      if (n == 0) throw new IllegalStateException("bottom");
      return failing(n - 1, caught);
    } catch (IllegalStateException e) {
      caught[0]++;
      if (n == DEPTH) return ask(new Num("rescued"));
      throw e;
    }
  }

  @Test
  void oneSuspensionAtTheBottom() {
    Coroutine<Long> coroutine = Coroutine.of(DepthTestComps.down(DEPTH));
    assertInstanceOf(Step.Suspended.class, coroutine.run());
    assertEquals(new Step.Completed<>(DEPTH + 5L), coroutine.run(5));
  }

  @Test
  void noSuspensionAtAll() {
    assertEquals(
        new Step.Completed<>((long) DEPTH), Coroutine.of(DepthTestComps.silent(DEPTH)).run());
  }

  @Test
  void mutualRecursion() {
    Coroutine<Boolean> coroutine = Coroutine.of(DepthTestComps.even(DEPTH + 1));
    assertInstanceOf(Step.Suspended.class, coroutine.run());
    assertEquals(new Step.Completed<>(true), coroutine.run(true));
  }

  @Test
  void suspensionsOnTheWayDownAndUp() {
    Coroutine<Long> coroutine = Coroutine.of(DepthTestComps.onTheWay(DEPTH));
    Step<Long> step = coroutine.run();
    int suspensions = 0;
    while (step instanceof Step.Suspended<Long>) {
      suspensions++;
      step = coroutine.run(3);
    }
    assertEquals(DEPTH / 5, suspensions);
    assertEquals(new Step.Completed<>(3L * DEPTH + 2L * DEPTH / 10 + DEPTH / 10), step);
  }

  @Test
  void raisedAtTheBottom() {
    int[] finals = {0};
    Coroutine<Integer> coroutine = Coroutine.of(DepthTestComps.counted(DEPTH, finals));
    coroutine.run();
    Exception error = new Exception("raised");
    Step.Thrown<?> thrown = assertInstanceOf(Step.Thrown.class, coroutine.raise(error));
    assertSame(error, thrown.error());
    assertEquals(DEPTH + 1, finals[0]);
  }

  @Test
  void cancelledAtTheBottom() {
    int[] finals = {0};
    Coroutine<Integer> coroutine = Coroutine.of(DepthTestComps.counted(DEPTH, finals));
    coroutine.run();
    assertEquals(new Step.Cancelled<>("enough"), coroutine.cancel("enough"));
    assertEquals(DEPTH + 1, finals[0]);
  }

  @Test
  void thrownAtTheBottomAndCaughtAtEachLevel() {
    int[] caught = {0};
    Coroutine<Integer> coroutine = Coroutine.of(DepthTestComps.failing(DEPTH, caught));
    assertInstanceOf(Step.Suspended.class, coroutine.run());
    assertEquals(DEPTH + 1, caught[0]);
    assertEquals(new Step.Completed<>(4), coroutine.run(4));
  }
}
