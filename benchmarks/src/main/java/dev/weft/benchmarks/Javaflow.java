package dev.weft.benchmarks;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** The works by Tascalate JavaFlow, which rewrites the class files of what can pause. */
final class Javaflow {
  private Javaflow() {}

  private record Numbers(int from, int count) implements Runnable {
    @Override
    public @continuable void run() {
      for (int i = 0; i < count; i++) {
        Continuation.suspend(from + i);
      }
    }
  }

  private record Talk(Object question, int times) implements Runnable {
    @Override
    public @continuable void run() {
      int agreed = 0;
      for (int i = 0; i < times; i++) {
        if (Continuation.suspend(question) != question) {
          agreed++;
        }
      }
      Continuation.suspend(agreed);
    }
  }

  private record Chain(int length) implements Runnable {
    @Override
    public @continuable void run() {
      chain(length);
    }
  }

  private record Walk(Tree root) implements Runnable {
    @Override
    public @continuable void run() {
      walk(root);
    }
  }

  static @continuable int chain(int length) {
    if (length == 0) {
      return 0;
    }
    int below = chain(length - 1);
    Continuation.suspend(length);
    return below + length;
  }

  static @continuable void walk(Tree tree) {
    if (tree.left() != null) {
      walk(tree.left());
    }
    Continuation.suspend(tree.value());
    if (tree.right() != null) {
      walk(tree.right());
    }
  }

  static long numbers(int from, int count) {
    return sum(new Numbers(from, count));
  }

  static long chainOf(int length) {
    return sum(new Chain(length));
  }

  static long walkThrough(Tree tree) {
    return sum(new Walk(tree));
  }

  private static long sum(Runnable body) {
    long sum = 0;
    Continuation paused = Continuation.startWith(body, true);
    while (paused != null) {
      sum += ((Number) paused.value()).longValue();
      paused = paused.resume(null);
    }
    return sum;
  }

  static Object dialogue(Object question, int rounds, Object answer) {
    Object latest = null;
    Continuation paused = Continuation.startWith(new Talk(question, rounds), true);
    while (paused != null) {
      latest = paused.value();
      paused = paused.resume(answer);
    }
    return latest;
  }
}
