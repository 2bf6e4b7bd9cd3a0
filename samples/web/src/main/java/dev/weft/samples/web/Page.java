package dev.weft.samples.web;

import dev.weft.Message;
import dev.weft.Step;
import java.util.function.Consumer;

/** One open page: shows a flow's steps to a socket, and answers them with what comes from there. */
final class Page implements Consumer<Message<?>> {
  private record Shown(Message<?> message, Screen screen, long number) {}

  private final Flow flow;
  private final Consumer<String> socket;
  private volatile Shown shown;

  /**
   * Makes a page.
   *
   * @param socket takes elements; each replaces the one in the page that has its id
   */
  Page(Flow flow, Consumer<String> socket) {
    this.flow = flow;
    this.socket = socket;
  }

  @Override
  public void accept(Message<?> message) {
    Step<?> step = message.step();
    Screen screen = flow.screen(step);
    long number = step instanceof Step.Suspended<?> suspended ? suspended.number() : 0;
    shown = new Shown(message, screen, number);
    socket.accept(Layout.step(screen, number).text() + Layout.leave(!step.isTerminal()).text());
  }

  /** Shows again what stands beside the steps; the latest of it comes last. */
  synchronized void refreshAside() {
    socket.accept(Layout.aside(flow).text());
  }

  /**
   * Answers the step that the form belongs to. A form of an earlier step, as the second click of
   * two is, changes nothing.
   *
   * @return whether the answer was accepted
   * @throws Fields.Malformed if no page of ours sends such fields
   */
  boolean submitted(Fields fields) {
    long number = fields.number("number");
    Shown now = shown;
    return now != null
        && now.number() == number
        && now.screen().submission().to(now.message(), fields);
  }
}
