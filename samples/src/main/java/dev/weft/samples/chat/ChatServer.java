package dev.weft.samples.chat;

import dev.weft.AsyncCoroutine;
import dev.weft.Message;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.chat.OrderDialogue.Order;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Leads one dialogue a customer, all on one executor. The tag of a dialogue is the customer. */
public final class ChatServer {
  /** The way to the customers. */
  @FunctionalInterface
  public interface Outbox {
    /** Sends a text. It is called for several customers at a time, but not twice for one. */
    void send(String customer, String text);
  }

  private static final System.Logger LOG = System.getLogger(ChatServer.class.getName());

  private final Map<String, Runner<Order>> dialogues = new ConcurrentHashMap<>();
  private final RunOptions options;
  private final Outbox outbox;

  /**
   * Makes a server without customers.
   *
   * @param executor where the dialogues run, on other threads than those that call this server
   */
  public ChatServer(Executor executor, Outbox outbox) {
    this.options = RunOptions.defaults().executor(executor);
    this.outbox = outbox;
  }

  /** Takes what a customer wrote: an answer, or the first words, whatever they are. */
  public void receive(String customer, String text) {
    dialogues.compute(
        customer, (c, dialogue) -> dialogue != null && dialogue.resume(text) ? dialogue : open(c));
  }

  /** Ends the dialogue of a customer who has gone. */
  public void leave(String customer) {
    Runner<Order> dialogue = dialogues.get(customer);
    if (dialogue != null) {
      dialogue.cancel("the customer left");
    }
  }

  private Runner<Order> open(String customer) {
    return AsyncCoroutine.run(
        OrderDialogueComps.takeOrder(customer), customer, this::onStep, options);
  }

  private void onStep(Message<?> message) {
    String customer = (String) message.tag();
    outbox.send(customer, text(message.step()));
    if (message.step().isTerminal()) {
      dialogues.remove(customer, message.runner());
    }
  }

  private static String text(Step<?> step) {
    return step.fold(
        suspended -> (String) suspended.value(),
        completed -> "Thank you! " + completed.value(),
        thrown -> {
          LOG.log(System.Logger.Level.ERROR, "A dialogue failed", thrown.error());
          return "Sorry, something went wrong.";
        },
        cancelled -> "Goodbye: " + cancelled.reason());
  }
}
