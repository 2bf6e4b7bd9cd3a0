package dev.weft.samples.checkout;

import dev.weft.samples.checkout.Questions.Card;

/** Charges cards. */
public interface Bank {
  /**
   * Charges a card.
   *
   * @return the number of the payment
   */
  String charge(Card card, int cents) throws CardDeclined;

  /** The bank said no. */
  final class CardDeclined extends Exception {
    private static final long serialVersionUID = 1;

    /** Makes one with the bank's reason. */
    public CardDeclined(String reason) {
      super(reason);
    }
  }
}
