package dev.weft.conformance;

import static dev.weft.Yield.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Answers of a wrong type fail at the suspension, as they do in the original, with a text that
 * helps.
 */
class AnswerTypeTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AnswerTypeTest.class);
  }

  @Comp
  static String reference(Log log) {
    try {
      String s = Yield.yield(Q.oneOf("s", "right", 5));
      log.add(s);
      return s;
    } catch (ClassCastException e) {
      log.add("caught");
      return ask(new Str("instead"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static int primitive(Log log) {
    for (; ; ) {
      try {
        int n = Yield.yield(Q.oneOf("n", "wrong", 7, 5L));
        return n;
      } catch (ClassCastException e) {
        log.add("caught");
      }
    }
  }

  @Comp
  static int inExpressions(Log log) {
    try {
      return log.tap("left", 1)
          + Yield.<Integer>yield(Q.oneOf("n", 1, "wrong"))
          + Yield.<String>yield(Q.oneOf("s", "right", 'c', "right")).length()
          + Yield.<List<Integer>>yield(Q.oneOf("list", List.of(1), "wrong")).size();
    } catch (ClassCastException e) {
      log.add("caught");
      return ask(new Num("instead"));
    }
  }

  @Comp
  static Object untypedTakesAnything() {
    Object a = Yield.yield(Q.oneOf("a", "text", 5, null));
    var b = Yield.yield(Q.oneOf("b", 'c', List.of(), 2.5));
    return a + "" + b;
  }

  @Test
  void theTextNamesBothTypesAndThePlace() {
    assertNamed(UnguardedComps.unguarded(), Unguarded::unguarded, 5);
    assertNamed(UnguardedComps.unguardedNumber(), Unguarded::unguardedNumber, "five");
  }

  private static void assertNamed(
      Computation<?> computation, java.util.concurrent.Callable<?> original, Object answer) {
    Step<?> asked = Coroutine.of(Blocking.of(original::call)).run();
    Object line = assertInstanceOf(Step.Suspended.class, asked).value();
    Coroutine<?> coroutine = Coroutine.of(computation);
    coroutine.run();
    Throwable error = assertInstanceOf(Step.Thrown.class, coroutine.run(answer)).error();
    assertEquals(ClassCastException.class, error.getClass());
    String text = error.getMessage();
    assertTrue(text.contains("java.lang.String") && text.contains("java.lang.Integer"), text);
    assertTrue(text.contains("Unguarded.java:" + line), text);
  }
}
