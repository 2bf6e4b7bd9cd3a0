package dev.weft.samples.effects;

import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Reader;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Where the money comes from. */
interface Bank {

  /** Takes the money, some time. */
  CompletionStage<String> take(UUID account, int cents);

  @Comp
  static String charge(Trial.Charge charge) {
    Bank bank = Reader.ask(Bank.class);
    return Await.await(bank.take(charge.account(), charge.cents()));
  }
}
