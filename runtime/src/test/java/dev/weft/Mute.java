package dev.weft;

/** What fails when it is asked for its text. */
final class Mute {
  @Override
  public String toString() {
    throw new UnsupportedOperationException("no text");
  }
}
