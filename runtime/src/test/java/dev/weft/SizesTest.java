package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.spi.Stepper;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/**
 * What a suspended computation takes on a 64-bit HotSpot with compressed references. Each field
 * counts where there are a million of them.
 */
class SizesTest {
  private static final int HEADER = 12;
  private static final int REFERENCE = 4;

  /** Two references and an int. */
  private static final int THREE_LOCALS = REFERENCE + REFERENCE + Integer.BYTES;

  private static int size(Class<?> type, int more) {
    int bytes = HEADER + more;
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        bytes += Modifier.isStatic(field.getModifiers()) ? 0 : size(field.getType());
      }
    }
    return (bytes + 7) / 8 * 8;
  }

  private static int size(Class<?> field) {
    if (field == long.class || field == double.class) {
      return Long.BYTES;
    }
    if (field == short.class || field == char.class) {
      return Short.BYTES;
    }
    return field == byte.class || field == boolean.class ? 1 : 4;
  }

  @Test
  void aFrameWithThreeLocalsTakes32Bytes() {
    assertThat(size(Stepper.class, THREE_LOCALS)).isEqualTo(32);
  }

  @Test
  void aCoroutineTakes24Bytes() {
    assertThat(size(Coroutine.class, 0)).isEqualTo(24);
  }

  @Test
  void anIteratorTakes32Bytes() {
    assertThat(size(Emissions.class, 0)).isEqualTo(32);
  }

  @Test
  void aRunnerTakes48Bytes() {
    assertThat(size(Runner.class, 0)).isEqualTo(48);
  }
}
