package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationTest {

  private final List<Integer> left = new ArrayList<>();

  private Coroutine<Integer> descent(int depth) {
    return Coroutine.of(Computation.of("descent", () -> Machines.Descent.frame(depth, left)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 198, 199, 200, 201, 202, 400, 401, 100_000})
  void aResultPassesThroughAChainOfAnyDepth(int depth) {
    Coroutine<Integer> coroutine = descent(depth);
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("bottom", 1));
    assertThat(coroutine.run(0)).isEqualTo(new Step.Completed<>(depth + 1));
    assertThat(left).isEqualTo(upTo(depth));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 201, 100_000})
  void anExceptionLeavesEachFrameOnce(int depth) {
    Exception error = new Exception("raised");
    Coroutine<Integer> coroutine = descent(depth);
    coroutine.run();
    assertThat(coroutine.raise(error)).isEqualTo(new Step.Thrown<>(error));
    assertThat(left).isEqualTo(upTo(depth));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 201, 100_000})
  void aCancellationLeavesEachFrameOnceInnermostFirst(int depth) {
    Coroutine<Integer> coroutine = descent(depth);
    coroutine.run();
    assertThat(coroutine.cancel("enough")).isEqualTo(new Step.Cancelled<>("enough"));
    assertThat(left).isEqualTo(upTo(depth));
  }

  @Test
  void calleesThatDoNotSuspendArePlainCalls() {
    int[] called = {0};
    Computation<Integer> callee = Scripted.of((frame, x, at) -> frame.done(x, ++called[0]));
    Computation<Integer> caller =
        Scripted.of(
            (frame, x, at) -> {
              int sum = 0;
              for (int i = 0; i < 1000; i++) {
                if (frame.run(x, 1, callee) != 0) {
                  throw new AssertionError("paused");
                }
                sum += (Integer) frame.answered(x);
              }
              return frame.done(x, sum);
            });
    assertThat(Coroutine.of(caller).run()).isEqualTo(new Step.Completed<>(500_500));
  }

  @Test
  void aCallerCatchesWhatItsCalleeThrowsBeforeAndAfterASuspension() {
    Computation<Object> callee =
        Scripted.of(
            (frame, x, at) -> {
              if (at == 0) {
                return frame.yield(x, 1, "sure?");
              }
              throw new IllegalArgumentException("no: " + frame.answered(x));
            });
    Computation<Object> eager =
        Scripted.of(
            (frame, x, at) -> {
              throw new IllegalArgumentException("at once");
            });
    Computation<String> caller =
        Scripted.fresh(
            () -> {
              List<String> caught = new ArrayList<>();
              return (frame, x, at) -> {
                try {
                  if (at == 0) {
                    frame.run(x, 1, eager);
                  }
                } catch (IllegalArgumentException e) {
                  caught.add(e.getMessage());
                }
                try {
                  if (at == 0 && frame.run(x, 2, callee) != 0) {
                    return 1;
                  }
                  frame.answered(x);
                } catch (IllegalArgumentException e) {
                  caught.add(e.getMessage());
                }
                return frame.done(x, String.join(", ", caught));
              };
            });
    Coroutine<String> coroutine = Coroutine.of(caller);
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("sure?", 1));
    assertThat(coroutine.run("never")).isEqualTo(new Step.Completed<>("at once, no: never"));
  }

  @Test
  void manyFailingCallsInOneStepDoNotLoseCountOfTheDepth() {
    Computation<Object> eager =
        Scripted.of(
            (frame, x, at) -> {
              throw new IllegalArgumentException();
            });
    int[] caught = {0};
    Computation<Object> caller =
        Scripted.of(
            (frame, x, at) -> {
              int outcome = 0;
              while (caught[0] < 100_000 && outcome == 0) {
                try {
                  if (at != 0) {
                    at = 0;
                    frame.answered(x);
                  }
                  outcome = frame.run(x, 1, eager);
                } catch (IllegalArgumentException e) {
                  caught[0]++;
                }
              }
              return outcome == 0 ? frame.done(x, "through") : outcome;
            });
    assertThat(Coroutine.of(caller).run()).isEqualTo(new Step.Completed<>("through"));
    assertThat(caught[0]).isEqualTo(100_000);
  }

  @Test
  void aFrameThatIsResumedStandsOnNoOthersAndMayCallAsDeeplyAsTheFirst() {
    List<Integer> outcomes = new ArrayList<>();
    Coroutine<Object> coroutine =
        Coroutine.of(
            nested(
                150,
                (frame, x, at) -> {
                  if (at == 0) {
                    return frame.yield(x, 1, "bottom");
                  }
                  int outcome =
                      at == 1 ? frame.run(x, 2, nested(150, (f, y, now) -> f.done(y, "deep"))) : 0;
                  outcomes.add(outcome);
                  return outcome == 0 ? frame.done(x, frame.answered(x)) : outcome;
                }));
    coroutine.run();
    assertThat(coroutine.run("x")).isEqualTo(new Step.Completed<>("deep"));
    assertThat(outcomes).as("no detour over the driver").containsExactly(0);
  }

  private static Computation<Object> nested(int depth, Scripted.Body bottom) {
    return Scripted.of(
        depth == 0
            ? bottom
            : (frame, x, at) ->
                at == 0 && frame.run(x, 1, nested(depth - 1, bottom)) != 0
                    ? 1
                    : frame.done(x, frame.answered(x)));
  }

  private static List<Integer> upTo(int depth) {
    return IntStream.rangeClosed(0, depth).boxed().toList();
  }
}
