package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.effects.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;

/** Numbers of suspensions for which there is no room in a coroutine's word. */
class ManySuspensionsTest {
  private static final int LIFECYCLE_BITS = 3;

  /** What fits. */
  private static final long ROUND = 1L << 31 - LIFECYCLE_BITS;

  private static final long MILE = ROUND / 4;

  private static VarHandle word() throws ReflectiveOperationException {
    return MethodHandles.privateLookupIn(Coroutine.class, MethodHandles.lookup())
        .findVarHandle(Coroutine.class, "word", int.class);
  }

  /** Makes a suspended coroutine believe that it has come to the suspension of this number. */
  private static void leap(Coroutine<?> coroutine, long number) throws Exception {
    int known = (int) word().get(coroutine);
    int others = known & (Integer.MIN_VALUE | (1 << LIFECYCLE_BITS) - 1);
    word().set(coroutine, others | (int) (number % ROUND) << LIFECYCLE_BITS);
  }

  private static Coroutine<Object> farAway(Computation<Object> computation) throws Exception {
    Coroutine<Object> coroutine = Coroutine.of(computation);
    coroutine.run();
    leap(coroutine, ROUND - 1);
    coroutine.run("over");
    return coroutine;
  }

  private static long number(Step<?> step) {
    return ((Step.Suspended<?>) step).number();
  }

  @Test
  void theNumberGoesOnWhereItNoLongerFits() throws Exception {
    Coroutine<Object> coroutine = Coroutine.of(Machines.echo());
    coroutine.run();
    leap(coroutine, ROUND - 3);
    for (long number = ROUND - 2; number < ROUND + 5; number++) {
      assertThat(coroutine.run("x")).isEqualTo(new Step.Suspended<>("x", number));
      assertThat(coroutine).hasToString("Coroutine[SUSPENDED, suspensions=" + number + "]");
      assertThat(coroutine.state()).isEqualTo(Lifecycle.SUSPENDED);
    }
  }

  @Test
  void theNumberIsALong() throws Exception {
    Coroutine<Object> coroutine = farAway(Machines.echo());
    for (long mile = ROUND + MILE; mile < 20 * ROUND; mile += MILE) {
      leap(coroutine, mile - 2);
      for (long number = mile - 1; number < mile + 3; number++) {
        assertThat(number(coroutine.run("x"))).isEqualTo(number);
      }
    }
  }

  @Test
  void whoReadsTheNumberTooEarlyOrTooLateIsRightAllTheSame() throws Exception {
    Coroutine<Object> coroutine = farAway(Machines.echo());
    leap(coroutine, ROUND + MILE - 1);
    int before = (int) word().get(coroutine);
    coroutine.run("x");
    word().set(coroutine, before);
    assertThat(coroutine.toString()).endsWith("suspensions=" + (ROUND + MILE - 1) + "]");
    leap(coroutine, ROUND + 2 * MILE + 1);
    assertThat(coroutine.toString()).endsWith("suspensions=" + (ROUND + 2 * MILE + 1) + "]");
  }

  @Test
  void handlersThatComeAndGoDoNotMatterToTheNumber() throws Exception {
    Computation<Object> callee =
        Scripted.of(
            (frame, x, at) ->
                at == 0 ? frame.yield(x, 1, "inner") : frame.done(x, frame.answered(x)));
    Computation<Object> handled = callee.with(Reader.of(Object.class, "read"));
    Coroutine<Object> coroutine =
        farAway(
            Scripted.of(
                (frame, x, at) -> at == 1 ? frame.run(x, 2, handled) : frame.yield(x, 1, "outer")));
    for (long number = ROUND + 1; number < ROUND + 5; number++) {
      assertThat(number(coroutine.run("x"))).isEqualTo(number);
    }
  }

  @Test
  void theNumberIsThereAfterTheEnd() throws Exception {
    Coroutine<Object> cancelled = farAway(Machines.echo());
    assertThat(cancelled.cancel("enough")).isEqualTo(new Step.Cancelled<>("enough"));
    assertThat(cancelled).hasToString("Coroutine[CANCELLED, suspensions=" + ROUND + "]");
    assertThat(cancelled.where()).isEmpty();

    Coroutine<Object> completed = farAway(Machines.count(2));
    assertThat(completed.run("end")).isEqualTo(new Step.Completed<>("end"));
    assertThat(completed).hasToString("Coroutine[COMPLETED, suspensions=" + ROUND + "]");
    assertThatIllegalStateException().isThrownBy(completed::run).withMessageContaining("has ended");
  }
}
