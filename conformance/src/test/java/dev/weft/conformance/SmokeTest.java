package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.annotations.Comp;
import org.junit.jupiter.api.Test;

class SmokeTest {
  @Comp
  static int answer() {
    return 42;
  }

  @Test
  void annotatedMethodStaysCallable() {
    assertThat(answer()).isEqualTo(42);
  }
}
