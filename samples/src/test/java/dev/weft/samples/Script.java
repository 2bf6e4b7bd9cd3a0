package dev.weft.samples;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.Iterator;
import java.util.List;

/** Plays the other side of a dialogue. */
public final class Script {
  private Script() {}

  /**
   * Gives the answers in order and writes each question down. Who is asked more cancels; an answer
   * that is a {@link Throwable} is raised.
   *
   * @return how the dialogue ended
   */
  public static <T> Step<T> play(
      Computation<T> computation, List<? super Object> transcript, Object... answers) {
    Iterator<Object> script = List.of(answers).iterator();
    Coroutine<T> coroutine = Coroutine.of(computation);
    Step<T> step = coroutine.run();
    while (step instanceof Step.Suspended<T> question) {
      transcript.add(question.value());
      if (!script.hasNext()) {
        return coroutine.cancel("no more answers");
      }
      Object answer = script.next();
      step = answer instanceof Throwable error ? coroutine.raise(error) : coroutine.run(answer);
    }
    if (script.hasNext()) {
      throw new AssertionError("Not asked for: " + script.next());
    }
    return step;
  }
}
