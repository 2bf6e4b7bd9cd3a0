package dev.weft.samples.wizard;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Puts the questions of a computation to whoever sits at the other end of two streams. */
final class Terminal {
  private final BufferedReader in;
  private final PrintStream out;

  Terminal(InputStream in, Charset charset, PrintStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, charset));
    this.out = out;
  }

  /** Prints a line. */
  void say(String line) {
    out.println(line);
  }

  /** Prints each question and answers it with the next line; the end of the input cancels. */
  <T> Step<T> converse(Computation<T> computation) throws IOException {
    Coroutine<T> dialogue = Coroutine.of(computation);
    Step<T> step = dialogue.run();
    while (step instanceof Step.Suspended<T> question) {
      say(String.valueOf(question.value()));
      String line = in.readLine();
      step = line == null ? dialogue.cancel("end of input") : dialogue.run(line);
    }
    return step;
  }
}
