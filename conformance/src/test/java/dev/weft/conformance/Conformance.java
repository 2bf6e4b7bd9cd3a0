package dev.weft.conformance;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.conformance.Script.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.DynamicNode;

/**
 * Runs every {@code @Comp} method of a class twice, as the original in blocking mode and as its
 * generated stepper, and compares all that can be seen of both.
 *
 * <pre>{@code
 * class LoopTest {
 *   @TestFactory
 *   Stream<DynamicNode> conforms() {
 *     return Conformance.of(LoopTest.class);
 *   }
 *
 *   @Comp
 *   static int countdown(Log log) {
 *     int n = Yield.yield(Q.num("n"));
 *     for (int i = n; i > 0; i--) {
 *       log.add(i);
 *     }
 *     return n;
 *   }
 * }
 * }</pre>
 *
 * A case is a static {@code @Comp} method, not private, with no parameter or a {@link Log}. It runs
 * with each variant of the {@link Answers}: undisturbed; with an exception raised at each of its
 * suspensions in turn; cancelled at each; and with an exception, then a second fault at the
 * suspension that follows it.
 */
final class Conformance {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Conformance() {}

  static Stream<DynamicNode> of(Class<?> host) {
    List<Case> cases = Case.of(host);
    if (cases.isEmpty()) {
      throw new IllegalStateException(host + " has no case");
    }
    return cases.stream().map(Conformance::node);
  }

  private static DynamicNode node(Case c) {
    Stream<DynamicNode> variants =
        IntStream.range(0, Answers.VARIANTS).boxed().flatMap(variant -> tests(c, variant));
    return dynamicContainer(
        c.name(), Stream.concat(Stream.of(test("suspends", () -> suspends(c))), variants));
  }

  private static Stream<DynamicNode> tests(Case c, int variant) {
    Script plain = Script.plain(variant);
    return Stream.of(
        test(plain + " answered", () -> compare(c, plain)),
        test(plain + " raised", () -> eachSuspension(c, plain, at -> raise(c, plain, at))),
        test(plain + " cancelled", () -> eachSuspension(c, plain, at -> cancel(c, plain, at))));
  }

  private static DynamicNode test(String name, Runnable check) {
    return dynamicTest(name, () -> assertTimeoutPreemptively(PATIENCE, check::run));
  }

  /** A case that suspends in no variant proves nothing. */
  static void suspends(Case c) {
    boolean any =
        IntStream.range(0, Answers.VARIANTS)
            .anyMatch(v -> Trace.of(c.original(), Script.plain(v)).suspensions() > 0);
    if (!any) {
      throw new IllegalStateException(c.name() + " never suspends");
    }
  }

  private static void eachSuspension(Case c, Script plain, Consumer<Long> check) {
    int suspensions = Trace.of(c.original(), plain).suspensions();
    for (long at = 1; at <= suspensions; at++) {
      check.accept(at);
    }
  }

  private static void raise(Case c, Script plain, long at) {
    Script raised = plain.with(at, Fault.RAISE);
    if (compare(c, raised).suspensions() > at) {
      compare(c, raised.with(at + 1, Fault.RAISE));
      compare(c, raised.with(at + 1, Fault.CANCEL));
    }
  }

  private static void cancel(Case c, Script plain, long at) {
    compare(c, plain.with(at, Fault.CANCEL));
  }

  /**
   * Runs both with this script; an {@code AssertionFailedError} shows both traces where they
   * differ.
   */
  static Trace compare(Case c, Script script) {
    Trace stepper = Trace.of(c.stepper(), script);
    Trace original = Trace.of(c.original(), script);
    if (c.catchesThrowable() && stepper.cancelledAt() >= 0) {
      checkCancelled(c, script, original, stepper);
    } else if (!original.equals(stepper)) {
      throw failure(c.name() + ", " + script + ": the traces differ", original, stepper);
    }
    return original;
  }

  private static void checkCancelled(Case c, Script script, Trace original, Trace stepper) {
    String where = c.name() + ", " + script + ": ";
    int until = stepper.cancelledAt();
    if (original.cancelledAt() != until
        || !original.events().subList(0, until).equals(stepper.events().subList(0, until))) {
      throw failure(where + "the traces differ before the cancellation", original, stepper);
    }
    List<String> misdeeds = stepper.misdeedsAfterCancel();
    if (!misdeeds.isEmpty()) {
      throw failure(where + misdeeds, original, stepper);
    }
  }

  private static AssertionError failure(String text, Trace original, Trace stepper) {
    return AssertionFailureBuilder.assertionFailure()
        .message(text + System.lineSeparator() + Trace.sideBySide(original, stepper))
        .expected(String.join("\n", original.events()))
        .actual(String.join("\n", stepper.events()))
        .build();
  }
}
