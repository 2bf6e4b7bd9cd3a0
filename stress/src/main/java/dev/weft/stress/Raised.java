package dev.weft.stress;

/** What a sender raises: an exception without a trace. */
final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Raised(String message) {
    super(message, null, false, false);
  }
}
