package dev.weft.effects;

import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.annotations.Comp;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Random numbers.
 *
 * <pre>{@code
 * @Comp
 * static int dice() {
 *   return 1 + Random.nextInt(6);
 * }
 * ...
 * GameComps.dice().with(Random.unpredictable()) // in production
 * GameComps.dice().with(Random.seeded(42))      // in a test
 * }</pre>
 *
 * <p>Every method throws a {@link dev.weft.UnhandledEffectException} if there is no handler.
 */
public final class Random {
  private Random() {}

  /** What is drawn from a generator. */
  record Draw<R>(Function<? super RandomGenerator, ? extends R> how) implements Effect<R> {
    Draw {
      Objects.requireNonNull(how, "how");
    }

    R from(RandomGenerator generator) {
      return how.apply(generator);
    }
  }

  /**
   * A number from 0 on, below the bound.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  @Comp
  public static int nextInt(int bound) {
    return Effects.perform(new Draw<>(generator -> generator.nextInt(bound)));
  }

  /** Any {@code long}. */
  @Comp
  public static long nextLong() {
    return Effects.perform(new Draw<>(RandomGenerator::nextLong));
  }

  /** A number from 0 on, below 1. */
  @Comp
  public static double nextDouble() {
    return Effects.perform(new Draw<>(RandomGenerator::nextDouble));
  }

  /** True or false. */
  @Comp
  public static boolean nextBoolean() {
    return Effects.perform(new Draw<>(RandomGenerator::nextBoolean));
  }

  /**
   * Whatever a generator can give.
   *
   * @param how takes it from the generator, which it must not keep
   */
  @Comp
  public static <R> R draw(Function<? super RandomGenerator, ? extends R> how) {
    return Effects.perform(new Draw<>(how));
  }

  /** Gives other numbers in each run. */
  public static Handler unpredictable() {
    // The generator belongs to a thread, and a computation may go on on another one.
    return new RandomHandler("unpredictable", () -> ThreadLocalRandom::current);
  }

  /** Gives the same numbers in each run: those of {@link java.util.Random} with this seed. */
  public static Handler seeded(long seed) {
    return new RandomHandler("seed " + seed, () -> always(new java.util.Random(seed)));
  }

  /**
   * Gives the numbers of a generator.
   *
   * @param generators makes one for each run
   * @throws NullPointerException if the supplier is null
   */
  public static Handler of(Supplier<? extends RandomGenerator> generators) {
    Objects.requireNonNull(generators, "generators");
    return new RandomHandler("own", () -> always(generators.get()));
  }

  private static Supplier<RandomGenerator> always(RandomGenerator generator) {
    return () -> generator;
  }

  /** Gives each run a supplier, and that gives each draw a generator. */
  private record RandomHandler(String name, Supplier<Supplier<RandomGenerator>> generators)
      implements Handler {
    @Override
    public Scope open() {
      return new RandomScope(generators.get());
    }

    @Override
    public String toString() {
      return "Random[" + name + "]";
    }
  }

  private static final class RandomScope extends Handler.Scope {
    private final Supplier<RandomGenerator> generator;

    RandomScope(Supplier<RandomGenerator> generator) {
      super(Draw.class);
      this.generator = generator;
    }

    @Override
    public Object answer(Effect<?> effect) {
      return ((Draw<?>) effect).from(generator.get());
    }
  }
}
