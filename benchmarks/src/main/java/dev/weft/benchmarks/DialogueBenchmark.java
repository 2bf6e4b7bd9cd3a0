package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Step;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand rounds of a question that goes out and an answer that comes in. */
@OperationsPerInvocation(DialogueBenchmark.ROUNDS)
public class DialogueBenchmark extends Work {
  static final int ROUNDS = 1_000;

  Object answer = "answer";

  private static final class Echo extends Machine {
    private final int times;
    private int i;
    private int at;

    Echo(int times) {
      this.times = times;
    }

    @Override
    boolean step() {
      switch (at) {
        case 0 -> {
          i = 0;
          at = 1;
        }
        case 1 -> i++;
        default -> throw new IllegalStateException();
      }
      if (i < times) {
        return true;
      }
      at = 2;
      return false;
    }
  }

  /** The machine with a contract as public as a coroutine's: each step is an object of its own. */
  private Step<Object> step(Machine machine, Object given, int number) {
    machine.value = given;
    return machine.call()
        ? new Step.Suspended<>(machine.value, java.util.Map.of(), number)
        : new Step.Completed<>(machine.value);
  }

  @Benchmark
  public Object frames() {
    Frames frames = new Frames(TalksComps.echo(ROUNDS));
    Object question = null;
    while (frames.step()) {
      question = frames.value();
      frames.answer(answer);
    }
    return question;
  }

  @Benchmark
  public Object weft() {
    Coroutine<Object> talk = Coroutine.of(TalksComps.echo(ROUNDS));
    Object question = null;
    Step<Object> step = talk.run();
    while (step instanceof Step.Suspended<Object> asked) {
      question = asked.value();
      step = talk.run(answer);
    }
    return question;
  }

  @Benchmark
  public Object byHand() {
    Machine machine = new Echo(ROUNDS);
    Object question = null;
    while (machine.call()) {
      question = machine.value;
      machine.value = answer;
    }
    return question;
  }

  @Benchmark
  public Object byHandWithSteps() {
    Machine machine = new Echo(ROUNDS);
    Object question = null;
    int number = 1;
    Step<Object> step = step(machine, null, number);
    while (step instanceof Step.Suspended<Object> asked) {
      question = asked.value();
      step = step(machine, answer, ++number);
    }
    return question;
  }

  @Benchmark
  public Object byHandInlined() {
    Machine machine = new Echo(ROUNDS);
    Object question = null;
    while (machine.step()) {
      question = machine.value;
      machine.value = answer;
    }
    return question;
  }

  @Benchmark
  public Object kotlinRaw() {
    return Raw.dialogue(KotlinWorks.rawEcho(ROUNDS), answer);
  }

  @Benchmark
  public Object javaflow() {
    return Javaflow.dialogue(ROUNDS, answer);
  }

  @Benchmark
  public Object loom() {
    Loom loom =
        new Loom(
            inside -> {
              Object given = null;
              for (int i = 0; i < ROUNDS; i++) {
                given = inside.yield(given);
              }
            });
    Object question = null;
    boolean on = loom.step(null);
    while (on) {
      question = loom.value();
      on = loom.step(answer);
    }
    return question;
  }

  @Benchmark
  public long virtualThreads() throws InterruptedException {
    return ThreadPair.run(
        pair -> {
          Object given = "first";
          for (int i = 0; i < ROUNDS; i++) {
            given = pair.yield(given);
          }
        },
        pair -> {
          long rounds = 0;
          while (pair.next(answer) != null) {
            rounds++;
          }
          return rounds;
        });
  }
}
