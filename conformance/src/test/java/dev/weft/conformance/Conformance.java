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
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

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
public final class Conformance {

  /** Runs without faults are cheap: this many more meet the rarer combinations of answers. */
  private static final int MORE_VARIANTS = 30;

  /** Runs of more suspensions than this are disturbed at the first of them and then at samples. */
  private static final int MOST_FAULTS = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Conformance() {}

  public static Stream<DynamicNode> of(Class<?> host) {
    List<Case> cases = Case.of(host);
    if (cases.isEmpty()) {
      throw new IllegalStateException(host + " has no case");
    }
    return cases.stream().map(Conformance::node);
  }

  private static DynamicNode node(Case c) {
    Stream<DynamicNode> all =
        Stream.of(
            test("suspends", () -> suspends(c)),
            test(MORE_VARIANTS + " more variants answered", () -> moreVariants(c)));
    Stream<DynamicNode> variants =
        IntStream.range(0, Answers.VARIANTS).boxed().flatMap(variant -> tests(c, variant));
    return dynamicContainer(c.name(), Stream.concat(all, variants));
  }

  private static void moreVariants(Case c) {
    IntStream.range(Answers.VARIANTS, Answers.VARIANTS + MORE_VARIANTS)
        .forEach(variant -> compare(c, Script.plain(variant)));
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
    int stride = 1 + suspensions / MOST_FAULTS;
    for (long at = 1; at <= suspensions; at += at < MOST_FAULTS / 2 ? 1 : stride) {
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
   * Runs both with this script; an {@code AssertionFailedError} shows both traces if they differ.
   */
  static Trace compare(Case c, Script script) {
    Trace stepper = Trace.of(c.stepper(), script);
    Trace original = Trace.of(c.original(), script);
    boolean equal =
        c.catchesThrowable() && stepper.cancelled() && original.cancelled()
            ? c.comparesItself() || equalButForCatches(original, stepper)
            : original.equals(stepper);
    if (!equal) {
      String where = c.name() + ", " + script + ": the traces differ";
      throw new AssertionFailedError(
          where + System.lineSeparator() + Trace.sideBySide(original, stepper));
    }
    return original;
  }

  /**
   * Cleanups must be the original's, in its order, but no catch clause may see the cancellation.
   */
  private static boolean equalButForCatches(Trace original, Trace stepper) {
    return original.beforeCancel().equals(stepper.beforeCancel())
        && original.whileCancelled("caught", "rescued").equals(stepper.whileCancelled("rescued"));
  }
}
