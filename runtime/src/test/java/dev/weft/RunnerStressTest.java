package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunnerStressTest {

  private final ExecutorService senders = Executors.newFixedThreadPool(8);

  @AfterEach
  void stop() {
    senders.shutdownNow();
  }

  private record Sent(int sender, int index) {}

  @Test
  void eachOfManyResumesArrivesOnceAndInItsSendersOrder() throws Exception {
    int perSender = 20_000;
    int[] next = new int[8];
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger arrived = new AtomicInteger();
    Runner<Object> runner =
        AsyncCoroutine.run(
            Machines.echo(),
            "t",
            message -> {
              if (message.step() instanceof Step.Suspended<?> s && s.value() instanceof Sent sent) {
                if (next[sent.sender()]++ != sent.index()) {
                  wrong.incrementAndGet();
                }
                arrived.incrementAndGet();
              }
            });
    List<Future<?>> all = new ArrayList<>();
    for (int sender = 0; sender < 8; sender++) {
      int me = sender;
      all.add(
          senders.submit(
              () -> {
                for (int i = 0; i < perSender; i++) {
                  assertThat(runner.resume(new Sent(me, i))).isTrue();
                }
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    Recording.await(() -> arrived.get() == 8 * perSender);
    assertThat(wrong).hasValue(0);
    assertThat(next).containsOnly(perSender);
  }

  @Test
  void ofManyAnswersToOneSuspensionOneIsAccepted() throws Exception {
    int rounds = 5_000;
    Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", message -> {});
    CyclicBarrier barrier = new CyclicBarrier(3);
    List<Future<Integer>> accepted = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      accepted.add(
          senders.submit(
              () -> {
                int mine = 0;
                for (int number = 1; number <= rounds; number++) {
                  long expected = number;
                  Recording.await(() -> standsAt(runner, expected));
                  barrier.await();
                  mine += runner.answer(number, "x") ? 1 : 0;
                }
                return mine;
              }));
    }
    int sum = 0;
    for (Future<Integer> each : accepted) {
      sum += each.get();
    }
    assertThat(sum).isEqualTo(rounds);
  }

  private static boolean standsAt(Runner<Object> runner, long number) {
    return runner.step().orElse(null) instanceof Step.Suspended<?> s && s.number() >= number;
  }

  @Test
  void whoeverWinsARaceThereIsOneTerminalMessageAndOneCleanup() throws Exception {
    for (int round = 0; round < 20_000; round++) {
      List<String> log = new ArrayList<>();
      AtomicInteger ends = new AtomicInteger();
      Recording caller =
          new Recording(message -> ends.addAndGet(message.step().isTerminal() ? 1 : 0));
      Runner<Object> runner = AsyncCoroutine.run(Machines.guarded(2, log), "t", caller);
      Future<?> resumes =
          senders.submit(
              () -> {
                runner.resume("a");
                runner.resume("b");
              });
      Future<?> cancels = senders.submit(() -> runner.cancel("c"));
      Future<?> answers = senders.submit(() -> runner.answer(2, "d"));
      List<Step<?>> steps = caller.awaitEnd();
      resumes.get();
      cancels.get();
      answers.get();
      boolean started = log.size() == 1 || steps.size() == 1;
      assertThat(started).as("cleanups %s after %s", log, steps).isTrue();
      assertThat(ends).hasValue(1);
      assertThat(runner.step().orElseThrow()).isEqualTo(steps.get(steps.size() - 1));
    }
  }

  /** A runner that two threads race for, and what is seen of it. */
  private static final class Race {
    final List<String> cleanups = new ArrayList<>(1);
    final Runner<Object> runner;
    int ends;

    Race() {
      RunOptions here = RunOptions.defaults().executor(Runnable::run);
      runner = AsyncCoroutine.run(Machines.guarded(2, cleanups), "t", this::receive, here);
    }

    private void receive(Message<?> message) {
      ends += message.step().isTerminal() ? 1 : 0;
    }
  }

  @Test
  void inAMillionRacesThereIsOneTerminalMessageAndOneCleanup() throws Exception {
    Race[] races = new Race[100];
    CyclicBarrier barrier = new CyclicBarrier(2);
    Future<?> resumes =
        senders.submit(
            () -> {
              for (int batch = 0; batch < 10_000; batch++) {
                barrier.await();
                for (Race race : races) {
                  race.runner.resume("a");
                  race.runner.resume("b");
                }
                barrier.await();
              }
              return null;
            });
    int cancelled = 0;
    for (int batch = 0; batch < 10_000; batch++) {
      Arrays.setAll(races, i -> new Race());
      barrier.await();
      for (Race race : races) {
        cancelled += race.runner.cancel("c") ? 1 : 0;
      }
      barrier.await();
      for (Race race : races) {
        if (race.ends != 1 || race.cleanups.size() != 1) {
          fail("%s with ends, cleanups: %s, %s", race.runner, race.ends, race.cleanups);
        }
      }
    }
    resumes.get();
    assertThat(cancelled).isBetween(1, 999_999);
  }

  @Test
  void anAnswerIsNotRefusedOnAccountOfNobody() throws Exception {
    // Whoever is told of a suspension, when nobody else sends, can answer it.
    AtomicInteger refused = new AtomicInteger();
    Recording caller =
        new Recording(
            message -> {
              if (message.step() instanceof Step.Suspended<?> s && "mine".equals(s.value())) {
                refused.addAndGet(message.answer("end") ? 0 : 1);
              }
            });
    for (int round = 0; round < 5_000; round++) {
      Runner<Object> runner = AsyncCoroutine.run(Machines.echo(), "t", caller);
      Future<Boolean> first = senders.submit(() -> runner.resume("theirs"));
      Future<Boolean> second = senders.submit(() -> runner.resume("theirs"));
      assertThat(first.get() && second.get()).isTrue();
      Recording.await(() -> standsAt(runner, 3));
      assertThat(runner.resume("mine")).isTrue();
      Recording.await(() -> standsAt(runner, 5));
    }
    assertThat(refused).hasValue(0);
  }

  @Test
  void plainFieldsOfTheComputationArePublishedBetweenSteps() throws Exception {
    int steps = 50_000;
    Computation<Integer> recipe =
        Scripted.fresh(
            () -> {
              int[] plain = new int[1];
              return (frame, x, at) ->
                  plain[0] < steps ? frame.yield(x, 1, ++plain[0]) : frame.done(x, plain[0]);
            });
    Recording caller = new Recording(message -> senders.execute(() -> message.answer("x")));
    AsyncCoroutine.run(recipe, "t", caller);
    List<Step<?>> all = caller.awaitEnd();
    assertThat(all).hasSize(steps + 1).endsWith(new Step.Completed<>(steps));
  }
}
