package dev.weft.samples.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.effects.Commands;
import dev.weft.effects.Fresh;
import dev.weft.effects.Reader;
import dev.weft.effects.Writer;
import dev.weft.testing.Dialogue;
import dev.weft.testing.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrialTest {
  private final VirtualClock clock = VirtualClock.hurried(Instant.EPOCH);
  private final List<Trial.Charge> charges = new ArrayList<>();

  private Computation<Trial.Account> tested() {
    return TrialComps.subscribe()
        .with(Reader.of(Trial.Terms.class, new Trial.Terms(Duration.ofDays(30), 500)))
        .with(Commands.none().on(Trial.Charge.class, this::noted))
        .with(Fresh.predictable())
        .with(clock)
        .with(Writer.of(String.class));
  }

  private String noted(Trial.Charge charge) {
    charges.add(charge);
    return "receipt " + charges.size();
  }

  @Test
  void whoStaysPaysAfterThirtyDays() {
    UUID id = new UUID(0, 1);
    Dialogue.of(tested())
        .asks("email")
        .answer("ann@example.org")
        .asks("stay?")
        .answer(true)
        .returns(new Trial.Account(id, "ann@example.org", Instant.EPOCH));
    assertThat(charges).containsExactly(new Trial.Charge(id, 500));
    assertThat(clock.now()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(30)));
  }

  @Test
  void whoLeavesPaysNothing() {
    Trial.Declined declined =
        Dialogue.of(tested()).answer("ann@example.org").answer(false).raises(Trial.Declined.class);
    assertThat(declined.why()).isEqualTo("did not like it");
    assertThat(charges).isEmpty();
  }

  @Test
  void inProductionNoThreadWaits() throws Exception {
    CompletableFuture<String> paid = new CompletableFuture<>();
    List<String> journal = new ArrayList<>();
    Production production =
        new Production(
            new Trial.Terms(Duration.ofMillis(5), 500), (account, cents) -> paid, journal::addAll);
    Runner<Trial.Account> runner =
        AsyncCoroutine.runSync(production.subscription(), "trial", RunOptions.defaults()).runner();
    assertThat(runner.resumeSync("ann@example.org"))
        .isEqualTo(new Step.Suspended<>("stay?", Map.of(), 2));
    runner.resume(true);
    paid.complete("thanks");
    Trial.Account account = runner.completion().get(10, TimeUnit.SECONDS);
    assertThat(account.email()).isEqualTo("ann@example.org");
    assertThat(journal).containsExactly("trial begins", "paid: thanks");
  }

  @Test
  void aHandlerOfOnesOwnSeesTheQuestions() {
    List<String> reports = new ArrayList<>();
    Dialogue<Trial.Account> dialogue = Dialogue.of(tested().with(new Questions(reports::add)));
    dialogue.asks("email").data("question", 1).answer("ann@example.org");
    dialogue.asks("stay?").data("question", 2).cancel("window closed");
    assertThat(reports).containsExactly("2 questions, then Cancelled[reason=window closed]");
  }

  @Test
  void theOrderDecidesWhetherTheStateIsKept() {
    assertThat(Coroutine.of(Order.kept()).run()).isEqualTo(new Step.Completed<>(-20));
    assertThat(Coroutine.of(Order.undone()).run()).isEqualTo(new Step.Completed<>(50));
  }

  @Test
  void anEffectOfOnesOwn() {
    assertThat(Coroutine.of(Order.alone()).run()).isEqualTo(new Step.Completed<>("bought"));
    Coroutines.Collected<String> asked = Coroutines.collect(Order.supervised(), List.of(false));
    assertThat(asked.yielded()).containsExactly("Spend 70?");
    assertThat(asked.result()).isEqualTo("not bought");
  }
}
