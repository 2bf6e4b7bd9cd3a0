package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BlockingTest {

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void runsTheOriginalMethod() {
    Coroutine<Wizard.User> wizard = Coroutine.of(Blocking.of(() -> Wizard.registerDirectly()));
    assertThat(wizard.run()).isEqualTo(new Step.Suspended<>("get_name", 1));
    assertThat(wizard.run("Alice")).isEqualTo(new Step.Suspended<>("get_email", 2));
    assertThat(wizard.run("x")).isEqualTo(new Step.Suspended<>("get_email_again", 3));
    assertThat(wizard.run("a@b")).isEqualTo(new Step.Completed<>(new Wizard.User("Alice", "a@b")));
  }

  @Test
  void runsUnderARunner() throws Exception {
    Recording caller =
        new Recording(
            message -> {
              if (message.step() instanceof Step.Suspended<?> s) {
                message.answer(s.number() == 1 ? "Alice" : "a@b");
              }
            });
    AsyncCoroutine.run(Blocking.of(Wizard::registerDirectly), "wizard", caller);
    assertThat(caller.awaitEnd())
        .endsWith(new Step.Completed<>(new Wizard.User("Alice", "a@b")))
        .hasSize(3);
  }

  private record Question(String text) implements Prompt<Integer> {}

  @Test
  void asksAndEmits() {
    Computation<Integer> recipe =
        Blocking.of(
            () -> {
              Yield.emit("news");
              int answer = Yield.ask(new Question("how many?"));
              return answer + 1;
            });
    Coroutine<Integer> coroutine = Coroutine.of(recipe);
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("news", 1));
    assertThat(coroutine.run("ignored"))
        .isEqualTo(new Step.Suspended<>(new Question("how many?"), 2));
    assertThat(coroutine.run(41)).isEqualTo(new Step.Completed<>(42));
  }

  @Test
  void aVoidBodyReturnsNull() {
    Computation<Void> recipe = Blocking.of(() -> Yield.emit("x"));
    Coroutine<Void> coroutine = Coroutine.of(recipe);
    coroutine.run();
    assertThat(coroutine.run(null)).isEqualTo(new Step.Completed<>(null));
  }

  @Test
  void anExceptionIsTheVeryObjectCheckedOrNot() {
    IOException error = new IOException("checked");
    Coroutine<Void> coroutine =
        Coroutine.of(
            Blocking.of(
                () -> {
                  throw error;
                }));
    assertThat(coroutine.run()).isEqualTo(new Step.Thrown<>(error));
  }

  @Test
  void raiseThrowsAtTheYield() {
    IOException error = new IOException("checked");
    Computation<String> recipe =
        Blocking.of(
            () -> {
              try {
                Yield.yield("q");
                return "not raised";
              } catch (Exception e) {
                return "caught " + (e == error);
              }
            });
    Coroutine<String> coroutine = Coroutine.of(recipe);
    coroutine.run();
    assertThat(coroutine.raise(error)).isEqualTo(new Step.Completed<>("caught true"));
  }

  private String guarded() {
    try {
      try (AutoCloseable resource = () -> log.add("closed")) {
        return Yield.yield(resource == null ? "" : "q");
      } catch (Exception e) {
        log.add("caught");
        return "caught";
      }
    } finally {
      log.add("finally");
    }
  }

  @Test
  void aCancellationLeavesEachScope() {
    Coroutine<String> coroutine = Coroutine.of(Blocking.of(this::guarded));
    coroutine.run();
    assertThat(coroutine.cancel("r")).isEqualTo(new Step.Cancelled<>("r"));
    assertThat(log).containsExactly("closed", "finally");
  }

  @Test
  void aSuspensionTriedDuringACancellationIsCancelledOnTheSpot() {
    Computation<String> recipe =
        Blocking.of(
            () -> {
              try {
                return Yield.yield("q");
              } finally {
                try {
                  Yield.yield("another");
                } finally {
                  log.add("left");
                }
              }
            });
    Coroutine<String> coroutine = Coroutine.of(recipe);
    coroutine.run();
    assertThat(coroutine.cancel()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).containsExactly("left");
  }

  @Test
  void whatHasNotStartedHasNoThread() {
    Coroutine<String> coroutine = Coroutine.of(Blocking.of(this::guarded));
    assertThat(coroutine.cancel()).isEqualTo(new Step.Cancelled<>("cancelled"));
    assertThat(log).isEmpty();
  }

  @Test
  void aThreadEndsWithItsComputation() throws Exception {
    List<Thread> threads = new ArrayList<>();
    Computation<String> recipe =
        Blocking.of(
            () -> {
              threads.add(Thread.currentThread());
              return Yield.yield("q");
            });
    for (int i = 0; i < 10_000; i++) {
      Coroutine<String> coroutine = Coroutine.of(recipe);
      coroutine.run();
      Step<String> end =
          switch (i % 3) {
            case 0 -> coroutine.run("x");
            case 1 -> coroutine.raise(new Exception());
            default -> coroutine.cancel();
          };
      assertThat(end.isTerminal()).isTrue();
    }
    assertThat(threads).hasSize(10_000).doesNotContain(Thread.currentThread());
    for (Thread thread : threads) {
      thread.join(5_000);
      assertThat(thread.isAlive()).isFalse();
      assertThat(thread.isDaemon()).isTrue();
    }
  }

  @Test
  void anInterruptionNeitherResumesItNorIsLost() {
    Computation<Boolean> recipe =
        Blocking.of(
            () -> {
              Thread.currentThread().interrupt();
              Yield.emit("q");
              return Thread.interrupted();
            });
    Coroutine<Boolean> coroutine = Coroutine.of(recipe);
    Thread.currentThread().interrupt();
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("q", 1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(coroutine.run(null)).isEqualTo(new Step.Completed<>(true));
  }

  @Test
  void driversMayChange() throws Exception {
    Coroutine<Wizard.User> wizard = Coroutine.of(Blocking.of(Wizard::registerDirectly));
    wizard.run();
    Thread other = new Thread(() -> wizard.run("Alice"));
    other.start();
    other.join();
    assertThat(wizard.run("a@b")).isEqualTo(new Step.Completed<>(new Wizard.User("Alice", "a@b")));
  }

  @Test
  void oneMayDriveAnother() {
    Computation<Object> inner = Blocking.of(() -> Yield.yield("inner"));
    Computation<Object> outer =
        Blocking.of(
            () -> {
              Coroutine<Object> coroutine = Coroutine.of(inner);
              Object asked = ((Step.Suspended<Object>) coroutine.run()).value();
              Object answer = Yield.yield("outer of " + asked);
              return ((Step.Completed<Object>) coroutine.run(answer)).value();
            });
    Coroutine<Object> coroutine = Coroutine.of(outer);
    assertThat(coroutine.run()).isEqualTo(new Step.Suspended<>("outer of inner", 1));
    assertThat(coroutine.run("x")).isEqualTo(new Step.Completed<>("x"));
  }

  @Test
  void theBodyIsInsideOfItsRunner() throws Exception {
    AtomicReference<Runner<?>> self = new AtomicReference<>();
    Computation<Void> recipe =
        Blocking.of(
            () -> {
              Yield.emit("q");
              assertThatIllegalStateException().isThrownBy(() -> self.get().resumeSync("x"));
              log.add("refused");
            });
    Recording caller = new Recording();
    self.set(AsyncCoroutine.run(recipe, "t", caller));
    self.get().resume("go");
    assertThat(caller.awaitEnd()).endsWith(new Step.Completed<>(null));
    assertThat(log).containsExactly("refused");
  }
}
