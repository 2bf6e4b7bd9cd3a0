package dev.weft.samples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Step;
import dev.weft.samples.Script;
import dev.weft.samples.checkout.Bank.CardDeclined;
import dev.weft.samples.checkout.Questions.Address;
import dev.weft.samples.checkout.Questions.AskAddress;
import dev.weft.samples.checkout.Questions.AskCard;
import dev.weft.samples.checkout.Questions.AskToRetry;
import dev.weft.samples.checkout.Questions.Card;
import dev.weft.samples.checkout.Stock.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  private static final Cart EBOOK = new Cart(List.of(new Cart.Item("e-book", 800, false)));
  private static final Cart MIXED =
      new Cart(List.of(new Cart.Item("e-book", 800, false), new Cart.Item("lamp", 4200, true)));
  private static final Address HOME = new Address("Main St 1", "Springfield");
  private static final Card GOOD = new Card("1111");
  private static final Card EMPTY = new Card("0000");

  /** All that happens, in order: questions, and what is done to the stock and the bank. */
  private final List<Object> events = new ArrayList<>();

  @Test
  void physicalItemsNeedAnAddress() {
    Step<Receipt> end = checkOut(MIXED, HOME, GOOD);

    assertThat(end)
        .isEqualTo(new Step.Completed<>(new Receipt("payment of 5000", 5000, Optional.of(HOME))));
    assertThat(events)
        .containsExactly(
            "reserve [e-book, lamp]",
            new AskAddress(),
            new AskCard(5000, 1),
            "charge 1111",
            "take",
            "release");
  }

  @Test
  void otherItemsNeedNone() {
    Step<Receipt> end = checkOut(EBOOK, GOOD);

    assertThat(end)
        .isEqualTo(new Step.Completed<>(new Receipt("payment of 800", 800, Optional.empty())));
    assertThat(events)
        .containsExactly("reserve [e-book]", new AskCard(800, 1), "charge 1111", "take", "release");
  }

  @Test
  void declinedCardsMayBeFollowedByAGoodOne() {
    Step<Receipt> end = checkOut(EBOOK, EMPTY, true, EMPTY, true, GOOD);

    assertThat(end).isInstanceOf(Step.Completed.class);
    assertThat(events)
        .containsExactly(
            "reserve [e-book]",
            new AskCard(800, 1),
            "charge 0000",
            new AskToRetry("no money"),
            new AskCard(800, 2),
            "charge 0000",
            new AskToRetry("no money"),
            new AskCard(800, 3),
            "charge 1111",
            "take",
            "release");
  }

  @Test
  void theThirdDeclinedCardFails() {
    Step<Receipt> end = checkOut(EBOOK, EMPTY, true, EMPTY, true, EMPTY);

    assertThat(((Step.Thrown<Receipt>) end).error())
        .isInstanceOf(PaymentFailed.class)
        .hasMessage("No card was accepted in 3 attempts")
        .hasCauseInstanceOf(CardDeclined.class);
    assertThat(events)
        .containsExactly(
            "reserve [e-book]",
            new AskCard(800, 1),
            "charge 0000",
            new AskToRetry("no money"),
            new AskCard(800, 2),
            "charge 0000",
            new AskToRetry("no money"),
            new AskCard(800, 3),
            "charge 0000",
            "release");
  }

  @Test
  void aCustomerMayGiveUp() {
    Step<Receipt> end = checkOut(EBOOK, EMPTY, false);

    assertThat(((Step.Thrown<Receipt>) end).error())
        .isInstanceOf(PaymentFailed.class)
        .hasMessage("The customer has no other card");
    assertThat(events)
        .containsExactly(
            "reserve [e-book]",
            new AskCard(800, 1),
            "charge 0000",
            new AskToRetry("no money"),
            "release");
  }

  @Test
  void anErrorRaisedAtAQuestionReleasesTheItems() {
    IllegalStateException error = new IllegalStateException("the session expired");

    assertThat(checkOut(MIXED, HOME, error)).isEqualTo(new Step.Thrown<>(error));
    assertThat(events)
        .containsExactly(
            "reserve [e-book, lamp]", new AskAddress(), new AskCard(5000, 1), "release");
  }

  @Test
  void aCancellationReleasesTheItemsWhereverItComes() {
    assertThat(checkOut(MIXED)).isEqualTo(new Step.Cancelled<>("no more answers"));
    assertThat(events).containsExactly("reserve [e-book, lamp]", new AskAddress(), "release");

    events.clear();
    assertThat(checkOut(MIXED, HOME)).isEqualTo(new Step.Cancelled<>("no more answers"));
    assertThat(events)
        .containsExactly(
            "reserve [e-book, lamp]", new AskAddress(), new AskCard(5000, 1), "release");

    events.clear();
    assertThat(checkOut(EBOOK, EMPTY)).isEqualTo(new Step.Cancelled<>("no more answers"));
    assertThat(events)
        .containsExactly(
            "reserve [e-book]",
            new AskCard(800, 1),
            "charge 0000",
            new AskToRetry("no money"),
            "release");
  }

  private Step<Receipt> checkOut(Cart cart, Object... answers) {
    Checkout checkout = new Checkout(this::reserve, this::charge);
    return Script.play(CheckoutComps.checkout(checkout, cart), events, answers);
  }

  private Reservation reserve(List<Cart.Item> items) {
    events.add("reserve " + items.stream().map(Cart.Item::name).toList());
    return new Reservation() {
      @Override
      public void take() {
        events.add("take");
      }

      @Override
      public void release() {
        events.add("release");
      }
    };
  }

  private String charge(Card card, int cents) throws CardDeclined {
    events.add("charge " + card.number());
    if (card.equals(EMPTY)) {
      throw new CardDeclined("no money");
    }
    return "payment of " + cents;
  }
}
