package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A bounded run of {@link Fuzz}: always the same programs, so that a build does not depend on the
 * day.
 *
 * <p>{@code -Dweft.fuzz.seconds=} makes it longer, {@code -Dweft.fuzz.seed=} takes other programs;
 * both are printed.
 */
class FuzzTest {
  private static final int SECONDS = 30;

  @Test
  void randomProgramsDoAsSteppersWhatTheyDoAsMethods() {
    int seconds = Integer.getInteger("weft.fuzz.seconds", SECONDS);
    long seed = Long.getLong("weft.fuzz.seed", 1L);
    System.out.println("weft.fuzz.seed=" + seed + " weft.fuzz.seconds=" + seconds);

    Fuzz fuzz = new Fuzz(null, Math.max(30, seconds / 4));
    fuzz.run(seed, seconds);

    assertThat(fuzz.failures()).isEmpty();
  }
}
