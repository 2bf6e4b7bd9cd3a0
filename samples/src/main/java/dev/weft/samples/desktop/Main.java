package dev.weft.samples.desktop;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** Opens the quiz in a window. */
public final class Main {
  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    SwingUtilities.invokeLater(Main::open);
  }

  private static void open() {
    QuizView view = new QuizView(SwingUtilities::invokeLater);
    JFrame window = new JFrame("Quiz");
    window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            view.close();
          }
        });
    window.getRootPane().setDefaultButton(view.answer);
    window.add(view.panel);
    window.pack();
    window.setVisible(true);
    view.start(QuizComps.play(questions()));
  }

  static List<Quiz.Question> questions() {
    return List.of(
        new Quiz.Question("What is threaded through the warp?", "weft"),
        new Quiz.Question("What carries it?", "shuttle"),
        new Quiz.Question("What are both stretched on?", "loom"));
  }
}
