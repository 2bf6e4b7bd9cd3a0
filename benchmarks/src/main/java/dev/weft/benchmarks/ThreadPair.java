package dev.weft.benchmarks;

import java.util.concurrent.SynchronousQueue;

/** Two threads that take turns: one asks for values, the other hands them out. */
final class ThreadPair {
  private static final Object END = new Object();

  private final SynchronousQueue<Object> out = new SynchronousQueue<>();
  private final SynchronousQueue<Object> in = new SynchronousQueue<>();

  /** What the one does that hands out. */
  interface Body {
    void run(ThreadPair pair) throws InterruptedException;
  }

  /** What the other does. */
  interface Consumer {
    long run(ThreadPair pair) throws InterruptedException;
  }

  /** In the body: hands a value out, and waits until the next is asked for. */
  Object yield(Object value) throws InterruptedException {
    out.put(value);
    return in.take();
  }

  /** In the consumer: the next value, null at the end. */
  Object next(Object answer) throws InterruptedException {
    in.put(answer);
    Object value = out.take();
    return value == END ? null : value;
  }

  /** Runs both, each on a virtual thread. */
  static long run(Body body, Consumer consumer) throws InterruptedException {
    ThreadPair pair = new ThreadPair();
    long[] result = new long[1];
    Thread first =
        Lightweight.start(
            () -> {
              pair.in.take();
              body.run(pair);
              pair.out.put(END);
            });
    Thread second = Lightweight.start(() -> result[0] = consumer.run(pair));
    first.join();
    second.join();
    return result[0];
  }

  static long sum(Body body) throws InterruptedException {
    return run(
        body,
        pair -> {
          long sum = 0;
          for (Object value = pair.next("go"); value != null; value = pair.next("go")) {
            sum += ((Number) value).longValue();
          }
          return sum;
        });
  }
}
