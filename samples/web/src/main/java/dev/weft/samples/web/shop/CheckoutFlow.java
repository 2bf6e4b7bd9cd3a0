package dev.weft.samples.web.shop;

import dev.weft.Computation;
import dev.weft.Step;
import dev.weft.effects.Commands;
import dev.weft.samples.web.Flow;
import dev.weft.samples.web.Forms;
import dev.weft.samples.web.Html;
import dev.weft.samples.web.Screen;
import dev.weft.samples.web.shop.Checkout.NotPaid;
import dev.weft.samples.web.shop.Checkout.Receipt;
import dev.weft.samples.web.shop.Checkout.SoldOut;
import dev.weft.samples.web.shop.Question.Address;
import dev.weft.samples.web.shop.Question.AskAddress;
import dev.weft.samples.web.shop.Question.AskCard;
import dev.weft.samples.web.shop.Question.AskGoods;
import dev.weft.samples.web.shop.Question.Paying;
import java.util.Arrays;
import java.util.function.Consumer;

/** The checkout in a page. */
public final class CheckoutFlow implements Flow, Question.Cases<Screen> {
  private final Stock stock;
  private final Bank bank;

  /** Makes a shop. */
  public CheckoutFlow(Stock stock, Bank bank) {
    this.stock = stock;
    this.bank = bank;
  }

  @Override
  public String path() {
    return "checkout";
  }

  @Override
  public String title() {
    return "Check out";
  }

  @Override
  public String summary() {
    return "Something is reserved for you, until you have paid or leave.";
  }

  @Override
  public Computation<Receipt> start(Consumer<String> log) {
    return CheckoutComps.checkout(new Checkout(bank, log))
        .with(Commands.none().on(Reserve.class, reserve -> stock.reserve(reserve.goods())));
  }

  @Override
  public Screen screen(Step<?> step) {
    return step.fold(
        suspended -> ((Question<?>) suspended.value()).on(this),
        completed -> receipt((Receipt) completed.value()),
        thrown -> failed(thrown.error()),
        cancelled -> Forms.cancelled("What was reserved for you is back in the shop."));
  }

  @Override
  public Screen goods(AskGoods ask) {
    Html form =
        Forms.form(
            "Shop",
            "What would you like?",
            Html.NONE,
            Html.of(
                "%s",
                Arrays.stream(Goods.values())
                    .map(goods -> Forms.choice(goods, goods.label() + ", " + goods.price(), true))
                    .toList()));
    return Screen.asking(ask, "goods", form, fields -> fields.choice(Goods.class, "choice"));
  }

  @Override
  public Screen address(AskAddress ask) {
    Address before = ask.before();
    // The field that still has to be filled in is marked, and gets the focus.
    boolean isCityMissing = before.city().isEmpty() && !before.street().isEmpty();
    String ofStreet = isCityMissing ? "" : ask.problem();
    String ofCity = isCityMissing ? ask.problem() : "";
    Html form =
        Forms.form(
            reserved(ask.goods()),
            "Where shall we send it?",
            Html.of(
                "%s%s",
                Forms.input(
                    "street", "Street", "text", "street-address", before.street(), ofStreet),
                Forms.input("city", "City", "text", "address-level2", before.city(), ofCity)),
            Forms.NEXT);
    return Screen.asking(
        ask, "address", form, fields -> new Address(fields.text("street"), fields.text("city")));
  }

  @Override
  public Screen card(AskCard ask) {
    Html form =
        Forms.form(
            reserved(ask.goods()) + ", attempt " + ask.attempt() + " of " + Checkout.MOST_ATTEMPTS,
            "How do you pay?",
            Html.of(
                "%s%s",
                Forms.input("card", "Card number", "text", "off", "", ask.problem()),
                new Html(
                    "<p class=\"hint\">No money is taken. Any 12 to 19 digits will do; a number"
                        + " that ends in 0000 is declined.</p>")),
            Html.of("<button class=\"first\">Pay %s</button>", ask.goods().price()));
    return Screen.asking(ask, "card", form, fields -> fields.text("card"));
  }

  @Override
  public Screen paying(Paying news) {
    return Screen.showing(
        "paying",
        Html.of(
            """
            <p class="progress">%s</p>
            <h1 tabindex="-1">Paying %s</h1>
            <div data-part="news"><progress max="100" value="%s" aria-label="Payment">%3$s %%</progress>
            <p role="status">%s …</p></div>
            """,
            reserved(news.goods()),
            news.goods().price(),
            news.payment().percent(),
            news.payment().news()));
  }

  @Override
  public Html aside() {
    return Html.of(
        "<h2>In stock</h2><dl>%s</dl>",
        Arrays.stream(Goods.values())
            .map(
                goods ->
                    Html.of(
                        "<dt>%s</dt><dd><output data-goods=\"%s\">%s</output></dd>",
                        goods.label(), goods.name(), stock.free(goods)))
            .toList());
  }

  @Override
  public Runnable onAside(Runnable changed) {
    return stock.watch(changed);
  }

  private static String reserved(Goods goods) {
    return goods.label() + ", reserved for you";
  }

  private static Screen receipt(Receipt receipt) {
    String where =
        receipt
            .address()
            .map(address -> "It is on its way to " + address.street() + ", " + address.city() + ".")
            .orElse("It is ready to be played.");
    return Forms.end(
        "receipt",
        "Thank you!",
        Html.of(
            "<p>%s</p>%s",
            where,
            Forms.summary(
                "Bought", receipt.goods().label(),
                "Paid", receipt.goods().price(),
                "Payment", receipt.payment())));
  }

  private static Screen failed(Throwable error) {
    if (error instanceof SoldOut) {
      return Forms.end(
          "sold-out",
          "Sold out",
          Html.of("<p>%s: another customer was faster.</p>", error.getMessage()));
    }
    if (error instanceof NotPaid) {
      return Forms.end(
          "not-paid", "Not paid", Html.of("<p>%s You have paid nothing.</p>", error.getMessage()));
    }
    return Forms.failed(error);
  }
}
