package dev.weft.samples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Step;
import dev.weft.samples.Script;
import dev.weft.samples.chat.OrderDialogue.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChatServerTest {
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final Map<String, BlockingQueue<String>> screens = new ConcurrentHashMap<>();
  private final ChatServer server =
      new ChatServer(executor, (customer, text) -> screen(customer).add(text));

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void oneDialogueFromTheFirstQuestionToTheOrder() {
    List<Object> dialogue = new ArrayList<>();

    Step<Order> end =
        Script.play(
            OrderDialogueComps.takeOrder("Ann"),
            dialogue,
            "hawaii",
            " Funghi ",
            "maybe",
            "yes",
            "diavola",
            "no",
            "Elm St 1",
            "wrong",
            "Elm St 11",
            "right");

    assertThat(dialogue)
        .containsExactly(
            "Which pizza, Ann?",
            "We have no hawaii, but diavola, funghi, margherita. Which pizza, Ann?",
            "Anything else?",
            "Please say yes or no. Anything else?",
            "Which pizza, Ann?",
            "Anything else?",
            "That makes 23 euros. Where do you live?",
            "We deliver to Elm St 1. Right?",
            "That makes 23 euros. Where do you live?",
            "We deliver to Elm St 11. Right?");
    assertThat(end)
        .isEqualTo(new Step.Completed<>(new Order(List.of("funghi", "diavola"), "Elm St 11")));
  }

  @Test
  void twoDialoguesAtATimeAreToldApart() throws InterruptedException {
    says("Ann", "hi", "Which pizza, Ann?");
    says("Ben", "hello", "Which pizza, Ben?");
    says("Ann", "funghi", "Anything else?");
    says("Ben", "tonno", "We have no tonno, but diavola, funghi, margherita. Which pizza, Ben?");
    says("Ben", "diavola", "Anything else?");
    says("Ann", "no", "That makes 11 euros. Where do you live?");
    says("Ben", "yes", "Which pizza, Ben?");
    says("Ann", "Elm St 1", "We deliver to Elm St 1. Right?");
    says("Ben", "margherita", "Anything else?");
    says("Ann", "yes", "Thank you! Order[pizzas=[funghi], address=Elm St 1]");
    says("Ben", "no", "That makes 21 euros. Where do you live?");
    says("Ben", "Oak St 2", "We deliver to Oak St 2. Right?");
    says("Ben", "yes", "Thank you! Order[pizzas=[diavola, margherita], address=Oak St 2]");
  }

  @Test
  void whoLeavesDoesNotDisturbTheOther() throws InterruptedException {
    says("Ann", "hi", "Which pizza, Ann?");
    says("Ben", "hello", "Which pizza, Ben?");

    server.leave("Ann");

    assertThat(next("Ann")).isEqualTo("Goodbye: the customer left");
    says("Ben", "diavola", "Anything else?");
  }

  @Test
  void whoComesBackStartsAfresh() throws InterruptedException {
    says("Ann", "hi", "Which pizza, Ann?");
    says("Ann", "funghi", "Anything else?");
    server.leave("Ann");
    assertThat(next("Ann")).isEqualTo("Goodbye: the customer left");

    says("Ann", "back again", "Which pizza, Ann?");
  }

  @Test
  void textsSentAheadWaitForTheirQuestions() throws InterruptedException {
    for (String text : List.of("hi", "funghi", "no", "Elm St 1", "yes")) {
      server.receive("Ann", text);
    }

    assertThat(List.of(next("Ann"), next("Ann"), next("Ann"), next("Ann"), next("Ann")))
        .containsExactly(
            "Which pizza, Ann?",
            "Anything else?",
            "That makes 11 euros. Where do you live?",
            "We deliver to Elm St 1. Right?",
            "Thank you! Order[pizzas=[funghi], address=Elm St 1]");
  }

  /** Sends a text; the answer to it is the next thing that this customer sees. */
  private void says(String customer, String text, String answer) throws InterruptedException {
    server.receive(customer, text);
    assertThat(next(customer)).isEqualTo(answer);
  }

  private String next(String customer) throws InterruptedException {
    return screen(customer).poll(10, TimeUnit.SECONDS);
  }

  private BlockingQueue<String> screen(String customer) {
    return screens.computeIfAbsent(customer, c -> new LinkedBlockingQueue<>());
  }
}
