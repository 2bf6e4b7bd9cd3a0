package dev.weft.samples.checkout;

/** No card was good enough. */
public final class PaymentFailed extends Exception {
  private static final long serialVersionUID = 1;

  PaymentFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
