package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A bounded run of {@link Fuzz}: the same few classes of programs in every build.
 *
 * <p>{@code -Dweft.fuzz.seconds=} goes on with others for as long, {@code -Dweft.fuzz.seed=} starts
 * with others, {@code -Dweft.fuzz.level=} sets the level of the language, which is that of the JDK.
 */
class FuzzTest {
  private static final int CLASSES = 40;
  private static final int SHRINK_SECONDS = 30;

  @Test
  void randomProgramsDoAsSteppersWhatTheyDoAsMethods() {
    int seconds = Integer.getInteger("weft.fuzz.seconds", 0);
    long seed = Long.getLong("weft.fuzz.seed", seconds > 0 ? System.currentTimeMillis() : 1);
    System.out.println("weft.fuzz.seed=" + seed + " weft.fuzz.seconds=" + seconds);

    Fuzz fuzz = new Fuzz(null, SHRINK_SECONDS, List.of());
    if (seconds > 0) {
      fuzz.run(seed, seconds);
    } else {
      for (int i = 0; i < CLASSES; i++) {
        fuzz.run(seed + i, 0);
      }
    }

    assertThat(fuzz.failures()).isEmpty();
  }

  /** With every method in as many parts as it can be cut into. */
  @Test
  void randomProgramsDoTheSameInParts() {
    Fuzz fuzz = new Fuzz(null, SHRINK_SECONDS, List.of("-Aweft.methodSize=10"));
    fuzz.run(1000, 0);
    fuzz.run(1001, 0);

    assertThat(fuzz.failures()).isEmpty();
  }
}
