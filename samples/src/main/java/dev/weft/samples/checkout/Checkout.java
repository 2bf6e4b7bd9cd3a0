package dev.weft.samples.checkout;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import dev.weft.samples.checkout.Bank.CardDeclined;
import dev.weft.samples.checkout.Questions.Address;
import dev.weft.samples.checkout.Questions.AskAddress;
import dev.weft.samples.checkout.Questions.AskCard;
import dev.weft.samples.checkout.Questions.AskToRetry;
import dev.weft.samples.checkout.Questions.Card;
import dev.weft.samples.checkout.Stock.Reservation;
import java.util.Optional;

/** Sells the content of a cart. */
public final class Checkout {
  private static final int MAX_ATTEMPTS = 3;

  private final Stock stock;
  private final Bank bank;

  /** Makes a checkout. */
  public Checkout(Stock stock, Bank bank) {
    this.stock = stock;
    this.bank = bank;
  }

  /** From the full cart to the receipt. What is not sold in the end goes back to the stock. */
  @Comp
  public Receipt checkout(Cart cart) throws PaymentFailed {
    Reservation reservation = stock.reserve(cart.items());
    try {
      Optional<Address> address = Optional.empty();
      if (cart.hasPhysicalItems()) {
        address = Optional.of(ask(new AskAddress()));
      }
      String payment = pay(cart.cents());
      reservation.take();
      return new Receipt(payment, cart.cents(), address);
    } finally {
      reservation.release();
    }
  }

  /** Asks for cards until one is good for the sum, and gives the number of the payment. */
  @Comp
  private String pay(int cents) throws PaymentFailed {
    for (int attempt = 1; ; attempt++) {
      Card card = ask(new AskCard(cents, attempt));
      try {
        return bank.charge(card, cents);
      } catch (CardDeclined declined) {
        if (attempt == MAX_ATTEMPTS) {
          throw new PaymentFailed("No card was accepted in " + attempt + " attempts", declined);
        }
        if (!ask(new AskToRetry(declined.getMessage()))) {
          throw new PaymentFailed("The customer has no other card", declined);
        }
      }
    }
  }
}
