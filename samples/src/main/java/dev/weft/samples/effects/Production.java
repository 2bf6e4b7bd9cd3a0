package dev.weft.samples.effects;

import dev.weft.Computation;
import dev.weft.effects.Clock;
import dev.weft.effects.Commands;
import dev.weft.effects.Fresh;
import dev.weft.effects.Reader;
import dev.weft.effects.Writer;
import java.util.List;
import java.util.function.Consumer;

/** The handlers of production. */
record Production(Trial.Terms terms, Bank bank, Consumer<List<String>> journal) {

  Computation<Trial.Account> subscription() {
    return TrialComps.subscribe()
        .with(Reader.of(Trial.Terms.class, terms))
        .with(Commands.none().running(Trial.Charge.class, BankComps::charge))
        .with(Reader.of(Bank.class, bank))
        .with(Fresh.random())
        .with(Clock.system())
        .with(
            Writer.of(String.class),
            (account, log) -> {
              journal.accept(log);
              return account;
            });
  }
}
