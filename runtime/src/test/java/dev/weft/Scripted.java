package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.function.Supplier;

/** A stepper whose body is a lambda, for tests that need many small ones. */
final class Scripted extends Stepper {
  private static final Origin ORIGIN =
      new Origin("demo.Scripted", "body", "Scripted.java", 10, 11, 12, 13);

  private final Body body;

  Scripted(Body body) {
    this.body = body;
  }

  /** What {@code step} does, with the state it was entered at. */
  interface Body {
    int step(Scripted frame, Execution x, int at) throws Throwable;
  }

  /** A recipe of bodies that keep nothing from one step to the next. */
  static <T> Computation<T> of(Body body) {
    return Computation.of("Scripted", () -> new Scripted(body));
  }

  /** A recipe of bodies with a state of their own. */
  static <T> Computation<T> fresh(Supplier<Body> bodies) {
    return Computation.of("Scripted", () -> new Scripted(bodies.get()));
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    return body.step(this, x, at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  int yield(Execution x, int at, Object value) throws Throwable {
    return suspend(x, at, value);
  }

  int run(Execution x, int at, Stepper callee) throws Throwable {
    return call(x, at, callee);
  }

  int run(Execution x, int at, Computation<?> callee) throws Throwable {
    return call(x, at, callee);
  }

  Object answered(Execution x) throws Throwable {
    return answer(x);
  }

  <A> A answered(Execution x, int at, Class<A> type) throws Throwable {
    return answer(x, at, type);
  }

  int done(Execution x, Object result) {
    return complete(x, result);
  }

  Error noSuchState(int at) {
    return corrupt(at);
  }

  boolean leavesForGood() {
    return state == 0;
  }

  static void closing(AutoCloseable resource, Throwable pending) throws Throwable {
    close(resource, pending);
  }
}
