package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand rounds of a question that goes out and an answer that comes in. */
@OperationsPerInvocation(DialogueBenchmark.ROUNDS)
public class DialogueBenchmark extends Work {
  static final int ROUNDS = 1_000;

  Object question = "question";
  Object answer = "answer";

  @Comp
  static int talk(Object question, int times) {
    int agreed = 0;
    for (int i = 0; i < times; i++) {
      if (Yield.yield(question) != question) {
        agreed++;
      }
    }
    return agreed;
  }

  private static final class Talk extends Machine {
    private final Object question;
    private final int times;
    private int agreed;
    private int i;
    private int at;

    Talk(Object question, int times) {
      this.question = question;
      this.times = times;
    }

    @Override
    boolean step() {
      switch (at) {
        case 0 -> {
          i = 0;
          at = 1;
        }
        case 1 -> {
          if (value != question) {
            agreed++;
          }
          i++;
        }
        default -> throw new IllegalStateException();
      }
      if (i < times) {
        value = question;
        return true;
      }
      at = 2;
      value = agreed;
      return false;
    }
  }

  /** The machine with a contract as public as a coroutine's: each step is an object of its own. */
  private static Step<Integer> step(Machine machine, Object given, int number) {
    machine.value = given;
    return machine.call()
        ? new Step.Suspended<>(machine.value, Map.of(), number)
        : new Step.Completed<>((Integer) machine.value);
  }

  /** The same, and no two threads drive it at once: one that tries is refused. */
  private static final class Guarded {
    private static final VarHandle STATE;

    static {
      try {
        STATE = MethodHandles.lookup().findVarHandle(Guarded.class, "state", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private static final int BUSY = -1;

    private final Machine machine;

    /** The number of the latest step, or that one is being made. */
    @SuppressWarnings("unused") // by its handle
    private volatile int state;

    Guarded(Machine machine) {
      this.machine = machine;
    }

    Step<Integer> step(Object given) {
      int number = state;
      if (number == BUSY || !STATE.compareAndSet(this, number, BUSY)) {
        throw new IllegalStateException();
      }
      Step<Integer> step = DialogueBenchmark.step(machine, given, number + 1);
      STATE.setRelease(this, number + 1);
      return step;
    }
  }

  @Benchmark
  public Object frames() {
    Frames frames = new Frames(DialogueBenchmarkComps.talk(question, ROUNDS));
    Object asked = null;
    while (frames.step()) {
      asked = frames.value();
      frames.answer(answer);
    }
    return asked;
  }

  @Benchmark
  public Object weft() {
    Coroutine<Integer> talk = Coroutine.of(DialogueBenchmarkComps.talk(question, ROUNDS));
    Object asked = null;
    Step<Integer> step = talk.run();
    while (step instanceof Step.Suspended<Integer> suspended) {
      asked = suspended.value();
      step = talk.run(answer);
    }
    return asked;
  }

  @Benchmark
  public Object byHand() {
    Machine machine = new Talk(question, ROUNDS);
    Object asked = null;
    while (machine.call()) {
      asked = machine.value;
      machine.value = answer;
    }
    return asked;
  }

  @Benchmark
  public Object byHandWithSteps() {
    Machine machine = new Talk(question, ROUNDS);
    Object asked = null;
    int number = 1;
    Step<Integer> step = step(machine, null, number);
    while (step instanceof Step.Suspended<Integer> suspended) {
      asked = suspended.value();
      step = step(machine, answer, ++number);
    }
    return asked;
  }

  @Benchmark
  public Object byHandGuarded() {
    Guarded machine = new Guarded(new Talk(question, ROUNDS));
    Object asked = null;
    Step<Integer> step = machine.step(null);
    while (step instanceof Step.Suspended<Integer> suspended) {
      asked = suspended.value();
      step = machine.step(answer);
    }
    return asked;
  }

  @Benchmark
  public Object byHandInlined() {
    Machine machine = new Talk(question, ROUNDS);
    Object asked = null;
    while (machine.step()) {
      asked = machine.value;
      machine.value = answer;
    }
    return asked;
  }

  @Benchmark
  public Object kotlinRaw() {
    return Raw.dialogue(KotlinWorks.rawTalk(question, ROUNDS), answer);
  }

  @Benchmark
  public Object javaflow() {
    return Javaflow.dialogue(question, ROUNDS, answer);
  }

  @Benchmark
  public Object loom() {
    Loom loom =
        new Loom(
            inside -> {
              int agreed = 0;
              for (int i = 0; i < ROUNDS; i++) {
                if (inside.yield(question) != question) {
                  agreed++;
                }
              }
              inside.yield(agreed);
            });
    Object asked = null;
    boolean on = loom.step(null);
    while (on) {
      asked = loom.value();
      on = loom.step(answer);
    }
    return asked;
  }

  @Benchmark
  public long virtualThreads() throws InterruptedException {
    return ThreadPair.run(
        pair -> {
          int agreed = 0;
          for (int i = 0; i < ROUNDS; i++) {
            if (pair.yield(question) != question) {
              agreed++;
            }
          }
          pair.yield(agreed);
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
