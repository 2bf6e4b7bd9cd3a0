package dev.weft.benchmarks;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Step;
import dev.weft.annotations.Comp;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Effects that are answered at once, in a loop, beside a plain field and Kotlin. In nanoseconds an
 * effect.
 */
@OperationsPerInvocation(DirectEffects.LOOP)
public class DirectEffects extends Work {
  static final int LOOP = 10_000;

  record Config(int step) {}

  record Counter(long value) {
    Counter plus(int step) {
      return new Counter(value + step);
    }
  }

  record Next(long after) implements Effect<Long> {}

  private Config config = new Config(3);
  private Counter counter = new Counter(0);

  private final Computation<Long> asks =
      DirectEffectsComps.asks(LOOP).with(Reader.of(Config.class, config));
  private final Computation<Long> modifies =
      DirectEffectsComps.modifies(LOOP).with(State.of(Counter.class, counter));
  private final Computation<Long> both =
      DirectEffectsComps.both(LOOP)
          .with(State.of(Counter.class, counter))
          .with(Reader.of(Config.class, config));
  private final Computation<Long> own =
      DirectEffectsComps.own(LOOP).with(Handler.of(Next.class, next -> next.after() + 1));
  private final Computation<Long> farAway =
      DirectEffectsComps.asks(LOOP)
          .with(State.of(Counter.class, counter))
          .with(Handler.of(Next.class, next -> next.after() + 1))
          .with(Reader.of(String.class, "other"))
          .with(Reader.of(Config.class, config));

  @Comp
  static long asks(int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Reader.ask(Config.class).step();
    }
    return sum;
  }

  @Comp
  static long modifies(int count) {
    for (int i = 0; i < count; i++) {
      State.modify(Counter.class, c -> c.plus(3));
    }
    return State.get(Counter.class).value();
  }

  @Comp
  static long both(int count) {
    for (int i = 0; i < count / 2; i++) {
      int step = Reader.ask(Config.class).step();
      State.modify(Counter.class, c -> c.plus(step));
    }
    return State.get(Counter.class).value();
  }

  @Comp
  static long own(int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = Effects.perform(new Next(number));
    }
    return number;
  }

  private static long result(Computation<Long> computation) {
    return ((Step.Completed<Long>) Coroutine.of(computation).run()).value();
  }

  /** The baseline of {@link #ask}. */
  @Benchmark
  public long fieldRead() {
    long sum = 0;
    for (int i = 0; i < LOOP; i++) {
      sum += config.step();
    }
    return sum;
  }

  /** The baseline of {@link #modify}. */
  @Benchmark
  public long fieldModified() {
    for (int i = 0; i < LOOP; i++) {
      counter = counter.plus(3);
    }
    return counter.value();
  }

  /** {@code Reader.ask}, with one handler. */
  @Benchmark
  public long ask() {
    return result(asks);
  }

  /** {@code Reader.ask}, whose handler is the fourth. */
  @Benchmark
  public long askFarAway() {
    return result(farAway);
  }

  /** {@code State.modify}, with one handler. */
  @Benchmark
  public long modify() {
    return result(modifies);
  }

  /** {@code Reader.ask} and {@code State.modify} in turn, with two handlers. */
  @Benchmark
  public long askAndModify() {
    return result(both);
  }

  /** An effect of one's own. */
  @Benchmark
  public long ownEffect() {
    return result(own);
  }

  /** The same with an element of a Kotlin coroutine's context. */
  @Benchmark
  public long kotlinAsk() {
    return ContextElements.asks(LOOP, config.step());
  }

  /** The same where the context has two elements. */
  @Benchmark
  public long kotlinAskBesideAnother() {
    return ContextElements.asksBesideAnother(LOOP, config.step());
  }

  /** The same with a variable in an element of a Kotlin coroutine's context. */
  @Benchmark
  public long kotlinModify() {
    return ContextElements.modifies(LOOP, 3);
  }
}
