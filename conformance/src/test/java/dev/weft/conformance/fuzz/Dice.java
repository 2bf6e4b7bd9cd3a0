package dev.weft.conformance.fuzz;

import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed on every JDK. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[below(values.length)];
  }

  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  long seed() {
    return random.nextLong();
  }
}
