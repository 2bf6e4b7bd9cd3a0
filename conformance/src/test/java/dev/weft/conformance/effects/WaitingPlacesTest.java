package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Frame;
import dev.weft.Lifecycle;
import dev.weft.LiveRunners;
import dev.weft.Mailbox;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Sleep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runner that waits by itself is running to its caller, and can be looked into all the same. */
@Timeout(60)
class WaitingPlacesTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/weft/conformance/effects/WaitingPlacesTest.java");

  private final LiveRunners live = new LiveRunners();

  // With the caller's own thread as executor, a runner that is started waits when it is returned.
  private final RunOptions options = RunOptions.defaults().executor(Runnable::run).registry(live);
  private final Mailbox mailbox = new Mailbox();

  @Comp
  static String pay(CompletionStage<String> bank, int cents) {
    String told = Await.await(bank); // pay awaits
    return "paid " + cents + " " + told;
  }

  @Comp
  static String order(CompletionStage<String> bank, String who) {
    String payment = pay(bank, 4200); // order pays
    return who + " " + payment;
  }

  @Comp
  static int nap(int hours) {
    Sleep.sleep(Duration.ofHours(hours)); // nap sleeps
    return hours;
  }

  private static String place(String method, String mark) throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int line = 0;
    while (!lines.get(line).contains("// " + mark)) {
      line++;
    }
    return WaitingPlacesTest.class.getName()
        + "."
        + method
        + "(WaitingPlacesTest.java:"
        + (line + 1)
        + ")";
  }

  private static List<String> shown(Frame frame) {
    return frame.locals().stream().map(l -> l.type() + " " + l.name() + " = " + l.value()).toList();
  }

  @Test
  void whoAwaitsShowsItsMethodsAndTheirVariables() throws Exception {
    CompletableFuture<String> bank = new CompletableFuture<>();
    Runner<String> runner =
        AsyncCoroutine.run(WaitingPlacesTestComps.order(bank, "Ann"), "order 7", mailbox, options);

    assertThat(runner.state()).isEqualTo(Lifecycle.RUNNING);
    assertThat(runner.where())
        .extracting(StackTraceElement::toString)
        .containsExactly(
            "dev.weft.effects.Await.await(Await.java)",
            place("pay", "pay awaits"),
            place("order", "order pays"));
    List<Frame> frames = runner.locals();
    assertThat(frames).extracting(Frame::place).isEqualTo(runner.where());
    assertThat(shown(frames.get(1))).containsExactly("int cents = 4200");
    assertThat(shown(frames.get(2))).containsExactly("String who = Ann");

    bank.complete("well");
    assertThat(mailbox.receive(Duration.ZERO).orElseThrow().step())
        .isEqualTo(new Step.Completed<>("Ann paid 4200 well"));
    assertThat(runner.where()).isEmpty();
  }

  @Test
  void whoSleepsDoesToo() throws Exception {
    Runner<Integer> runner =
        AsyncCoroutine.run(WaitingPlacesTestComps.nap(3), "nap", mailbox, options);

    assertThat(runner.state()).isEqualTo(Lifecycle.RUNNING);
    assertThat(runner.where())
        .extracting(StackTraceElement::toString)
        .contains(place("nap", "nap sleeps"));
    assertThat(runner.locals())
        .filteredOn(frame -> frame.place().getMethodName().equals("nap"))
        .singleElement()
        .satisfies(frame -> assertThat(shown(frame)).containsExactly("int hours = 3"));

    runner.cancel();
    assertThat(runner.state()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(runner.where()).isEmpty();
  }

  @Test
  void dumpsShowThemAsRunning() throws Exception {
    CompletableFuture<String> bank = new CompletableFuture<>();
    AsyncCoroutine.run(WaitingPlacesTestComps.order(bank, "Ann"), "order 7", mailbox, options);

    assertThat(live.dump())
        .contains("\"order 7\" RUNNING suspensions=0 ")
        .contains("    at " + place("pay", "pay awaits") + "\n        int cents = 4200\n")
        .contains("    at " + place("order", "order pays") + "\n        String who = Ann\n");
    assertThat(live.dumpJson())
        .contains("\"state\": \"RUNNING\"", "{\"name\": \"cents\", \"type\": \"int\"");

    bank.complete("well");
    assertThat(live.dump()).isEqualTo("Weft runners: 0 live\n");
  }
}
