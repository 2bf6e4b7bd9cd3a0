package dev.weft.samples.web.shop;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Command;
import dev.weft.samples.web.shop.Bank.Declined;
import dev.weft.samples.web.shop.Bank.Payment;
import dev.weft.samples.web.shop.Question.Address;
import dev.weft.samples.web.shop.Question.AskAddress;
import dev.weft.samples.web.shop.Question.AskCard;
import dev.weft.samples.web.shop.Question.AskGoods;
import dev.weft.samples.web.shop.Question.Paying;
import dev.weft.samples.web.shop.Stock.Reservation;
import java.util.Optional;
import java.util.function.Consumer;

/** Sells one thing. It knows neither pages nor the warehouse. */
public final class Checkout {
  static final int MOST_ATTEMPTS = 3;
  private static final int SHORTEST_CARD = 12;
  private static final int LONGEST_CARD = 19;

  /** What the customer gets in the end; nothing is sent without an address. */
  public record Receipt(Goods goods, String payment, Optional<Address> address) {}

  /** None of it is left. */
  public static final class SoldOut extends Exception {
    private static final long serialVersionUID = 1;

    SoldOut(Goods goods) {
      super(goods.label());
    }
  }

  /** No card was good enough. */
  public static final class NotPaid extends Exception {
    private static final long serialVersionUID = 1;

    NotPaid(String reason) {
      super(reason);
    }
  }

  private final Bank bank;
  private final Consumer<String> log;

  /** Makes a checkout. */
  public Checkout(Bank bank, Consumer<String> log) {
    this.bank = bank;
    this.log = log;
  }

  /** From the choice to the receipt. What is not sold in the end goes back to the stock. */
  @Comp
  public Receipt checkout() throws SoldOut, NotPaid {
    Goods goods = ask(new AskGoods());
    Reservation reservation =
        Command.execute(new Reserve(goods)).orElseThrow(() -> new SoldOut(goods));
    try {
      Optional<Address> address =
          goods.physical() ? Optional.of(askAddress(goods)) : Optional.empty();
      String payment = pay(goods);
      reservation.sell();
      return new Receipt(goods, payment, address);
    } finally {
      log.accept(reservation.release() ? "checkout: finally, released" : "checkout: finally, sold");
    }
  }

  @Comp
  private Address askAddress(Goods goods) {
    Address address = ask(new AskAddress(goods, Address.NONE, ""));
    while (!address.isComplete()) {
      address = ask(new AskAddress(goods, address.shortened(), "A street and a city, please."));
    }
    return address;
  }

  /** Asks for cards until one is good for the price, and gives the number of the payment. */
  @Comp
  private String pay(Goods goods) throws NotPaid {
    String problem = "";
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      String card = ask(new AskCard(goods, attempt, problem));
      try {
        return charge(card, goods);
      } catch (Declined declined) {
        problem = declined.getMessage();
      }
    }
    throw new NotPaid(problem);
  }

  /** Waits for the bank, and shows what it does meanwhile. */
  @Comp
  private String charge(String card, Goods goods) throws Declined {
    String digits = card.replace(" ", "");
    if (!digits.matches("\\d{" + SHORTEST_CARD + "," + LONGEST_CARD + "}")) {
      throw new Declined("That is not the number of a card.");
    }
    Payment payment = Await.await(bank.begin(digits, goods.cents()));
    while (!payment.isSettled()) {
      ask(new Paying(goods, payment));
      payment = Await.await(bank.next(payment));
    }
    return payment.number();
  }
}
