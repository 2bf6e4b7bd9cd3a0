package dev.weft.samples.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** This thread is the UI thread: as with {@code invokeLater}, tasks wait until it is free. */
class QuizViewTest {

  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final QuizView view = new QuizView(events::add);

  @BeforeAll
  static void withoutAScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  /** Runs what comes for the UI thread, until something is on the screen. */
  private void dispatchUntil(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Runnable event = events.poll(10, TimeUnit.SECONDS);
      assertThat(event)
          .as("after: %s %s", view.question.getText(), view.hint.getText())
          .isNotNull();
      event.run();
    }
  }

  private void dispatchUntilQuestion(String text) throws InterruptedException {
    dispatchUntil(() -> view.question.getText().contains(text));
  }

  private void start() throws InterruptedException {
    view.start(QuizComps.play(Main.questions()));
    assertThat(view.question.getText()).as("before the UI thread is free").isEmpty();
    dispatchUntilQuestion("warp");
  }

  private void answer(String text) {
    view.attempt.setText(text);
    view.answer.doClick();
  }

  @Test
  void playsToTheEnd() throws Exception {
    start();
    answer("Weft");
    dispatchUntilQuestion("carries");
    answer("a bird");
    dispatchUntil(() -> view.hint.getText().equals("No. It begins with s"));
    answer("shuttle ");
    dispatchUntilQuestion("stretched");
    answer("the rack");
    dispatchUntil(() -> !view.hint.getText().isEmpty());
    answer("the rack");
    dispatchUntilQuestion("You knew 2.");
    assertThat(view.answer.isEnabled()).isFalse();
    assertThat(view.giveUp.isEnabled()).isFalse();
  }

  @Test
  void aDoubleClickAnswersOnce() throws Exception {
    start();
    answer("weft");
    answer("weft");
    dispatchUntilQuestion("carries");
    assertThat(events.poll(100, TimeUnit.MILLISECONDS)).as("an answer to the answer").isNull();
  }

  @Test
  void givingUpEndsIt() throws Exception {
    start();
    view.giveUp.doClick();
    dispatchUntilQuestion("Another time");
  }

  @Test
  void closingTheWindowEndsItToo() throws Exception {
    start();
    view.close();
    dispatchUntilQuestion("Another time");
  }
}
