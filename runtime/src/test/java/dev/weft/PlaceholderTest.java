package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void returnsItsArgument() {
    assertThat(Placeholder.same(null)).isNull();
  }
}
