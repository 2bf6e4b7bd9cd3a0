package dev.weft.samples.effects;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Clock;
import dev.weft.effects.Command;
import dev.weft.effects.Fresh;
import dev.weft.effects.Reader;
import dev.weft.effects.Sleep;
import dev.weft.effects.Throw;
import dev.weft.effects.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A subscription that begins with a trial. */
final class Trial {
  private Trial() {}

  record Terms(Duration trial, int cents) {}

  record Account(UUID id, String email, Instant since) {}

  record Charge(UUID account, int cents) implements Command<String> {}

  record Declined(String why) {}

  @Comp
  static Account subscribe() {
    String email = Yield.yield("email");
    Account account = new Account(Fresh.uuid(), email, Clock.now());
    Writer.tell(String.class, "trial begins");
    Terms terms = Reader.ask(Terms.class);
    Sleep.sleep(terms.trial());
    boolean stays = Yield.yield("stay?");
    if (!stays) {
      throw Throw.raise(new Declined("did not like it"));
    }
    String receipt = Command.execute(new Charge(account.id(), terms.cents()));
    Writer.tell(String.class, "paid: " + receipt);
    return account;
  }
}
