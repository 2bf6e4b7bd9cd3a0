package dev.weft;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Receives the messages of runners.
 *
 * <p>The messages of one runner come in order and one at a time, each happening-after the one
 * before, on whatever thread runs the computation just then. Those of several runners may come at
 * the same time. A caller may resume, cancel and start runners right away. If it throws, the
 * exception goes to the thread's uncaught-exception handler and the runner goes on.
 */
@FunctionalInterface
public interface Caller {

  /** Takes a message. */
  void receive(Message<?> message);

  /**
   * A caller whose messages arrive on an executor, such as a UI thread: in order and one at a time,
   * whatever the executor.
   *
   * <pre>{@code
   * Caller onScreen = Caller.on(SwingUtilities::invokeLater, message -> show(message.step()));
   * }</pre>
   *
   * <p>A message that the executor rejects is lost, as if the caller had thrown. One that drops a
   * task and does not say so, as by a {@code DiscardPolicy}, ends the delivery: all messages from
   * then on wait for that task.
   *
   * @param executor where {@code caller} is called
   * @param caller who takes the messages
   * @throws NullPointerException if an argument is null
   */
  static Caller on(Executor executor, Caller caller) {
    return new SerialCaller(
        Objects.requireNonNull(executor, "executor"), Objects.requireNonNull(caller, "caller"));
  }

  /**
   * A scope for runners: those that are started with it end with it.
   *
   * @param caller who takes the messages
   * @throws NullPointerException if the caller is null
   */
  static CallerScope closeable(Caller caller) {
    return new CallerScope(Objects.requireNonNull(caller, "caller"));
  }
}
