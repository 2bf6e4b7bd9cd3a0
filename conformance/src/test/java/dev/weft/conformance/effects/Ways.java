package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One computation in the two ways to run it: as a stepper, and as the original on a thread of its
 * own. Both must do what the test says literally.
 */
record Ways<T>(Map<String, Computation<T>> byName) {

  static <T> Ways<T> of(Computation<T> stepper, Blocking.Body<T> original) {
    return new Ways<>(Map.of("stepper", stepper, "original", Blocking.of(original)));
  }

  /** With what is put around it in both ways. */
  Ways<T> with(UnaryOperator<Computation<T>> handlers) {
    return new Ways<>(
        Map.of(
            "stepper", handlers.apply(byName.get("stepper")),
            "original", handlers.apply(byName.get("original"))));
  }

  /** Asks nothing and returns this. */
  void returns(T expected) {
    byName.forEach(
        (name, way) ->
            assertThat(Coroutine.of(way).run()).as(name).isEqualTo(new Step.Completed<>(expected)));
  }

  /** Yields these values, each answered by the same with an exclamation mark, and returns this. */
  void yieldsAndReturns(List<String> questions, T expected) {
    byName.forEach(
        (name, way) -> {
          Coroutine<T> coroutine = Coroutine.of(way);
          List<Object> asked = new ArrayList<>();
          Step<T> step = coroutine.run();
          while (step instanceof Step.Suspended<T> suspended) {
            asked.add(suspended.value());
            step = coroutine.run(suspended.value() + "!");
          }
          assertThat(step).as(name).isEqualTo(new Step.Completed<>(expected));
          assertThat(asked).as(name).isEqualTo(questions);
        });
  }

  /** Fails; what the test says of the error holds in both ways. */
  void fails(Consumer<Throwable> check) {
    byName.forEach(
        (name, way) -> {
          Step<T> step = Coroutine.of(way).run();
          assertThat(step).as(name).isInstanceOf(Step.Thrown.class);
          check.accept(((Step.Thrown<T>) step).error());
        });
  }

  /** Asks once, and fails when it gets this answer. */
  void failsAnswered(Object answer, Consumer<Throwable> check) {
    byName.forEach(
        (name, way) -> {
          Coroutine<T> coroutine = Coroutine.of(way);
          assertThat(coroutine.run()).as(name).isInstanceOf(Step.Suspended.class);
          Step<T> step = coroutine.run(answer);
          assertThat(step).as(name).isInstanceOf(Step.Thrown.class);
          check.accept(((Step.Thrown<T>) step).error());
        });
  }
}
