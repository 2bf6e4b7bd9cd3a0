package dev.weft.effects;

import dev.weft.Computation;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Makes computations of the methods of {@link Random}. */
public final class RandomComps {
  private RandomComps() {}

  /** The computation of {@link Random#nextInt}. */
  public static Computation<Integer> nextInt(int bound) {
    return draw(generator -> generator.nextInt(bound));
  }

  /** The computation of {@link Random#nextLong}. */
  public static Computation<Long> nextLong() {
    return draw(RandomGenerator::nextLong);
  }

  /** The computation of {@link Random#nextDouble}. */
  public static Computation<Double> nextDouble() {
    return draw(RandomGenerator::nextDouble);
  }

  /** The computation of {@link Random#nextBoolean}. */
  public static Computation<Boolean> nextBoolean() {
    return draw(RandomGenerator::nextBoolean);
  }

  /** The computation of {@link Random#draw}. */
  public static <R> Computation<R> draw(Function<? super RandomGenerator, ? extends R> how) {
    return Computation.performing(new Random.Draw<R>(how));
  }
}
