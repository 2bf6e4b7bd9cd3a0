package dev.weft.samples.web.shop;

import java.util.concurrent.CompletionStage;

/** A payment provider that takes its time. */
public interface Bank {

  /** Asks for money. */
  CompletionStage<Payment> begin(String card, int cents);

  /**
   * Waits for the next news of a payment that is not settled. It may fail with {@link Declined}.
   */
  CompletionStage<Payment> next(Payment payment);

  /**
   * How far a payment is.
   *
   * @param number names it
   * @param percent 100 when it is settled
   * @param news what happens just now
   */
  record Payment(String number, int percent, String news) {
    boolean isSettled() {
      return percent == 100;
    }
  }

  /** The bank said no. */
  final class Declined extends Exception {
    private static final long serialVersionUID = 1;

    /** Makes one with the bank's reason. */
    public Declined(String reason) {
      super(reason);
    }
  }
}
