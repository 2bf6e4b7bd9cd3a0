package dev.weft.samples.web;

import dev.weft.samples.web.shop.Bank;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bank whose news come when a test wants. */
final class ManualBank implements Bank {
  private final BlockingQueue<CompletableFuture<Payment>> asked = new LinkedBlockingQueue<>();

  /** Waits until it is asked, and says this. */
  void news(int percent, String text) {
    asked().complete(new Payment("1001", percent, text));
  }

  /** Waits until it is asked, and says no. */
  void decline(String reason) {
    asked().completeExceptionally(new Declined(reason));
  }

  /** Waits until it is asked. */
  CompletableFuture<Payment> asked() {
    try {
      CompletableFuture<Payment> next = asked.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("The bank is not asked");
      }
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletionStage<Payment> begin(String card, int cents) {
    return later();
  }

  @Override
  public CompletionStage<Payment> next(Payment payment) {
    return later();
  }

  private CompletionStage<Payment> later() {
    CompletableFuture<Payment> next = new CompletableFuture<>();
    asked.add(next);
    return next;
  }
}
