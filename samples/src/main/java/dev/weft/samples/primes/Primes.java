package dev.weft.samples.primes;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The prime numbers, smallest first, as far as an {@code int} goes. */
public final class Primes {
  private Primes() {}

  /** Hands out each prime by {@code emit}. */
  @Comp
  static void generate() {
    Yield.emit(2);
    List<Integer> odd = new ArrayList<>();
    for (int candidate = 3; candidate > 0; candidate += 2) {
      if (isPrime(candidate, odd)) {
        odd.add(candidate);
        Yield.emit(candidate);
      }
    }
  }

  /** The primes, one by one. */
  public static Iterator<Integer> iterator() {
    return new Emitted<>(PrimesComps.generate(), Integer.class);
  }

  /** The primes as a stream. */
  public static Stream<Integer> stream() {
    return Emitted.stream(PrimesComps.generate(), Integer.class);
  }

  private static boolean isPrime(int candidate, List<Integer> smaller) {
    for (int prime : smaller) {
      if (prime * prime > candidate) {
        return true;
      }
      if (candidate % prime == 0) {
        return false;
      }
    }
    return true;
  }
}
