package dev.weft.samples.desktop;

import dev.weft.AsyncCoroutine;
import dev.weft.Callbacks;
import dev.weft.Caller;
import dev.weft.CallerScope;
import dev.weft.Computation;
import dev.weft.Message;
import java.awt.GridLayout;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/**
 * Shows a quiz. All of it happens on the UI thread, callbacks included: no field needs a lock, and
 * whatever a callback sees on the screen is what the user sees.
 */
final class QuizView implements AutoCloseable {
  final JPanel panel = new JPanel(new GridLayout(0, 1, 4, 4));
  final JLabel question = new JLabel();
  final JLabel hint = new JLabel();
  final JTextField attempt = new JTextField(24);
  final JButton answer = new JButton("Answer");
  final JButton giveUp = new JButton("Give up");

  private final CallerScope scope;

  /**
   * Makes a view without a quiz.
   *
   * @param ui runs tasks on the UI thread, such as {@code SwingUtilities::invokeLater}
   */
  QuizView(Executor ui) {
    Caller onScreen =
        Callbacks.builder()
            .onSuspended(Quiz.Ask.class, this::ask)
            .onCompleted((message, end) -> end("You knew " + end.value() + "."))
            .onThrown((message, failure) -> end("That went wrong: " + failure.error()))
            .onCancelled((message, cancelled) -> end("Another time, then."))
            .build();
    scope = Caller.closeable(Caller.on(ui, onScreen));
    question.setLabelFor(attempt);
    panel.add(question);
    panel.add(hint);
    panel.add(attempt);
    panel.add(answer);
    panel.add(giveUp);
    end("");
  }

  /** Begins; to be called on the UI thread, which goes on at once. */
  void start(Computation<Integer> quiz) {
    var runner = AsyncCoroutine.run(quiz, "quiz", scope);
    listen(giveUp, () -> runner.cancel("gave up"));
    giveUp.setEnabled(true);
  }

  private void ask(Message<?> message, Quiz.Ask prompt) {
    question.setText(prompt.text());
    hint.setText(prompt.hint());
    attempt.setText("");
    answer.setEnabled(true);
    // An answer to this very question: a second click on the button is refused, not kept for the
    // next one.
    listen(answer, () -> message.answer(prompt, attempt.getText()));
  }

  private void end(String text) {
    question.setText(text);
    hint.setText("");
    answer.setEnabled(false);
    giveUp.setEnabled(false);
  }

  private static void listen(JButton button, Runnable action) {
    for (var listener : button.getActionListeners()) {
      button.removeActionListener(listener);
    }
    button.addActionListener(event -> action.run());
  }

  /** Cancels the quiz, if it still runs: for the window's end. */
  @Override
  public void close() {
    scope.close();
  }
}
