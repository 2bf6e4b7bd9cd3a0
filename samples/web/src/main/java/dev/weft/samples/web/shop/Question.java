package dev.weft.samples.web.shop;

import dev.weft.Prompt;
import dev.weft.samples.web.live.Notice;
import dev.weft.samples.web.shop.Bank.Payment;

/** What the checkout asks and tells; the set is closed, as that of the sign-up. */
public sealed interface Question<R> extends Prompt<R> {

  /** Applies the one function that is for this kind of question. */
  <V> V on(Cases<V> cases);

  /** A function for each kind of question. */
  interface Cases<V> {
    /** For the choice of goods. */
    V goods(AskGoods ask);

    /** For the address. */
    V address(AskAddress ask);

    /** For the card. */
    V card(AskCard ask);

    /** For the news of a payment. */
    V paying(Paying news);
  }

  /** What to buy. */
  record AskGoods() implements Question<Goods> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.goods(this);
    }
  }

  /**
   * Where to send the goods.
   *
   * @param before what was answered before
   * @param problem what is wrong with that; empty if nothing is
   */
  record AskAddress(Goods goods, Address before, String problem) implements Question<Address> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.address(this);
    }
  }

  /**
   * With which card to pay; its number is the answer.
   *
   * @param attempt 1, 2, 3 …
   * @param problem what is wrong with the card before; empty if there was none
   */
  record AskCard(Goods goods, int attempt, String problem) implements Question<String> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.card(this);
    }
  }

  /** News of the payment. */
  record Paying(Goods goods, Payment payment) implements Question<Void>, Notice {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.paying(this);
    }
  }

  /** An answer to {@link AskAddress}. */
  record Address(String street, String city) {
    static final Address NONE = new Address("", "");
    private static final int LONGEST = 100;

    boolean isComplete() {
      return fits(street) && fits(city);
    }

    /** Not longer than what is shown again. */
    Address shortened() {
      return new Address(shortened(street), shortened(city));
    }

    private static String shortened(String line) {
      return line.substring(0, Math.min(line.length(), LONGEST));
    }

    private static boolean fits(String line) {
      return !line.isEmpty() && line.length() <= LONGEST;
    }
  }
}
