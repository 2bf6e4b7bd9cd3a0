package dev.weft.samples.checkout;

import dev.weft.Prompt;

/** What the checkout asks its customer, each with the type of the answer. */
public final class Questions {
  private Questions() {}

  /** Where to send the goods. */
  public record AskAddress() implements Prompt<Address> {}

  /**
   * With which card to pay.
   *
   * @param cents how much
   * @param attempt 1, 2, 3 …
   */
  public record AskCard(int cents, int attempt) implements Prompt<Card> {}

  /** Whether another card may be tried after this one was declined. */
  public record AskToRetry(String reason) implements Prompt<Boolean> {}

  /** An answer to {@link AskAddress}. */
  public record Address(String street, String city) {}

  /** An answer to {@link AskCard}. */
  public record Card(String number) {}
}
