package dev.weft.samples.web.shop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A pretended bank. It declines cards whose number ends in 0000. */
public final class SlowBank implements Bank {
  private static final String BAD = "0000";
  private static final List<String> NEWS =
      List.of(
          "The bank has the request",
          "The card is checked",
          "The bank approves the sum",
          "The money is on its way",
          "Paid");

  private final AtomicLong numbers = new AtomicLong(1000);
  private final Executor later;

  /**
   * Makes a bank.
   *
   * @param pause how long it thinks before each piece of news
   */
  public SlowBank(Duration pause) {
    later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletionStage<Payment> begin(String card, int cents) {
    String number = numbers.incrementAndGet() + (card.endsWith(BAD) ? BAD : "");
    return CompletableFuture.supplyAsync(() -> payment(number, 0), later);
  }

  @Override
  public CompletionStage<Payment> next(Payment payment) {
    int piece = NEWS.indexOf(payment.news()) + 1;
    CompletableFuture<Payment> next = new CompletableFuture<>();
    later.execute(
        () -> {
          if (piece == 2 && payment.number().endsWith(BAD)) {
            next.completeExceptionally(new Declined("The bank does not accept this card."));
          } else {
            next.complete(payment(payment.number(), piece));
          }
        });
    return next;
  }

  private static Payment payment(String number, int piece) {
    return new Payment(number, piece * 100 / (NEWS.size() - 1), NEWS.get(piece));
  }
}
