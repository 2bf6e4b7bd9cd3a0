package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * A bounded run of {@link Fuzz}: other programs each day, the same ones all day long.
 *
 * <p>{@code -Dweft.fuzz.seconds=} makes it longer, {@code -Dweft.fuzz.seed=} repeats a run; both
 * are printed.
 */
class FuzzTest {
  private static final int SECONDS = 60;

  @Test
  void randomProgramsDoAsSteppersWhatTheyDoAsMethods() {
    int seconds = Integer.getInteger("weft.fuzz.seconds", SECONDS);
    long seed = Long.getLong("weft.fuzz.seed", LocalDate.now().toEpochDay() * 100_000);
    System.out.println("weft.fuzz.seed=" + seed + " weft.fuzz.seconds=" + seconds);

    Fuzz fuzz = new Fuzz(null, Math.max(30, seconds / 4));
    fuzz.run(seed, seconds);

    assertThat(fuzz.failures()).isEmpty();
  }
}
