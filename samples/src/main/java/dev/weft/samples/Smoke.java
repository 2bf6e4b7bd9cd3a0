package dev.weft.samples;

import dev.weft.annotations.Comp;

class Smoke {
  @Comp
  static int answer() {
    return 42;
  }
}
