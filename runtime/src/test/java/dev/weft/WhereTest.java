package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weft.effects.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WhereTest {

  private static final List<List<Integer>> TOGETHER =
      List.of(List.of(), List.of(10), List.of(11), List.of(12, 13));

  private final ManualExecutor executor = new ManualExecutor();
  private final RunOptions options = RunOptions.defaults().executor(executor);

  /** The lines of {@link Scripted}: 10 is the method's own, 11 that of state 1 and so on. */
  private static List<Integer> lines(List<StackTraceElement> places) {
    return places.stream().map(StackTraceElement::getLineNumber).toList();
  }

  /** Yields at state 1, then calls a computation at state 3 that yields at state 2. */
  private static Computation<Object> delegating() {
    Computation<Object> callee =
        Scripted.of(
            (frame, x, at) ->
                at == 0 ? frame.yield(x, 2, "inner") : frame.done(x, frame.answered(x)));
    return Scripted.of(
        (frame, x, at) ->
            switch (at) {
              case 0 -> frame.yield(x, 1, "outer");
              case 1 -> frame.run(x, 3, callee);
              default -> frame.done(x, frame.answered(x));
            });
  }

  @Test
  void aCoroutineTellsTheLineOfEachPausedFrameInnermostFirst() {
    Coroutine<Object> coroutine = Coroutine.of(delegating());
    assertThat(coroutine.where())
        .containsExactly(new StackTraceElement("demo.Scripted", "body", "Scripted.java", 10));
    coroutine.run();
    assertThat(lines(coroutine.where())).containsExactly(11);
    coroutine.run("x");
    assertThat(lines(coroutine.where())).containsExactly(12, 13);
    coroutine.run("y");
    assertThat(coroutine.where()).isEmpty();
  }

  @Test
  void aCoroutineIsNowhereWhileItRunsAndAfterACancellation() {
    List<List<StackTraceElement>> inside = new ArrayList<>();
    List<Coroutine<Object>> self = new ArrayList<>();
    self.add(
        Coroutine.of(
            Scripted.of(
                (frame, x, at) -> {
                  inside.add(self.get(0).where());
                  return frame.yield(x, 1, "q");
                })));
    self.get(0).run();
    assertThat(inside).containsExactly(List.of());
    self.get(0).cancel();
    assertThat(self.get(0).where()).isEmpty();
  }

  @Test
  void aRunnerTellsTheSameUntilItRunsOn() {
    List<Integer> told = new ArrayList<>();
    Runner<Object> runner =
        AsyncCoroutine.run(
            delegating(), "t", message -> told.addAll(lines(message.runner().where())), options);
    assertThat(lines(runner.where())).containsExactly(10);
    executor.runAll();
    assertThat(lines(runner.where())).containsExactly(11);
    runner.resume("x");
    assertThat(lines(runner.where())).as("answered, not yet resumed").containsExactly(11);
    executor.runAll();
    assertThat(lines(runner.where())).containsExactly(12, 13);
    runner.resume("y");
    executor.runAll();
    assertThat(runner.where()).isEmpty();
    assertThat(told).containsExactly(11, 12, 13);
  }

  @Test
  void aRunnerIsNowhereWhileItsBodyRuns() {
    List<List<StackTraceElement>> inside = new ArrayList<>();
    Runner<?>[] self = new Runner<?>[1];
    Computation<Object> recipe =
        Scripted.of(
            (frame, x, at) -> {
              inside.add(self[0].where());
              return frame.done(x, null);
            });
    self[0] = AsyncCoroutine.run(recipe, "t", message -> {}, options);
    executor.runAll();
    assertThat(inside).containsExactly(List.of());
  }

  @Test
  void whoeverAsksWhileItRunsOnSeesPlacesThatBelongTogether() throws Exception {
    Runner<Object> runner =
        AsyncCoroutine.run(endless(callee()), "t", message -> message.answer("x"));
    for (int i = 0; i < 200_000; i++) {
      assertTogether(runner.where());
    }
    runner.cancelSync();
  }

  @Test
  void theSameHoldsForACoroutine() throws Exception {
    assertTogether(Coroutine.of(endless(callee())));
  }

  @Test
  void theSameHoldsWhileHandlersComeAndGo() throws Exception {
    assertTogether(Coroutine.of(endless(callee().with(Reader.of(Object.class, "read")))));
  }

  private static void assertTogether(Coroutine<Object> coroutine) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Thread driver =
        new Thread(
            () -> {
              coroutine.run();
              while (!enough.get()) {
                coroutine.run("x");
              }
            });
    driver.start();
    try {
      for (int i = 0; i < 500_000; i++) {
        assertTogether(coroutine.where());
      }
    } finally {
      enough.set(true);
      driver.join();
    }
  }

  /** The callee pauses at 12 under 13, or the caller pauses alone at 11: never a mixture. */
  private static void assertTogether(List<StackTraceElement> places) {
    if (!TOGETHER.contains(lines(places))) {
      fail("torn: %s", places);
    }
  }

  private static Computation<Object> endless(Computation<Object> callee) {
    return Scripted.of(
        (frame, x, at) -> at == 1 ? frame.run(x, 3, callee) : frame.yield(x, 1, "outer"));
  }

  private static Computation<Object> callee() {
    return Scripted.of(
        (frame, x, at) -> at == 0 ? frame.yield(x, 2, "inner") : frame.done(x, frame.answered(x)));
  }
}
