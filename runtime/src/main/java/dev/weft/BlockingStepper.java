package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame that stands for a body on a thread of its own. */
final class BlockingStepper extends Stepper {
  private static final Origin ORIGIN = new Origin(Blocking.class.getName(), "of", "Blocking.java");

  private final BodyThread body;

  BlockingStepper(Blocking.Body<?> body) {
    this.body = new BodyThread(body);
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    if (at == 0) {
      body.start();
    } else {
      goOn(x);
    }
    while (body.await()) {
      int outcome;
      try {
        outcome = give(x, body.wanted());
      } catch (Throwable failure) {
        failure.setStackTrace(asCalledByBody(failure.getStackTrace()));
        body.raise(failure);
        continue;
      }
      if (outcome == PAUSED) {
        return PAUSED;
      }
      goOn(x);
    }
    return complete(x, body.result());
  }

  /** Does for the body, on the driver's side, what generated code does in its place. */
  private int give(Execution x, Object wanted) throws Throwable {
    if (wanted instanceof Effect<?> effect) {
      return performChecked(x, 1, effect);
    }
    if (wanted instanceof Computation<?> computation) {
      return call(x, 1, computation);
    }
    return suspend(x, 1, ((BodyThread.Yielded) wanted).value());
  }

  private void goOn(Execution x) {
    @Nullable Object value;
    try {
      value = answer(x);
    } catch (Throwable raised) {
      body.raise(raised);
      return;
    }
    body.resume(value);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected List<StackTraceElement> places() {
    return state == 0 ? super.places() : body.places();
  }

  /** What the body calls of the library is not the place that a message is to name. */
  @Override
  protected StackTraceElement place(int at) {
    return body.places().stream()
        .filter(element -> !element.getClassName().startsWith("dev.weft.effects."))
        .findFirst()
        .orElseGet(() -> super.place(at));
  }

  /** As if the body had called what failed on the driver's side. */
  private StackTraceElement[] asCalledByBody(StackTraceElement[] trace) {
    List<StackTraceElement> driver = withoutSteps(stackOfDriver());
    List<StackTraceElement> all = withoutSteps(Arrays.asList(trace));
    int end = all.size() - driver.size();
    if (end < 0 || !all.subList(end, all.size()).equals(driver)) {
      return trace;
    }
    List<StackTraceElement> whole = new ArrayList<>(all.subList(0, end));
    whole.addAll(body.places());
    whole.addAll(driver);
    return whole.toArray(StackTraceElement[]::new);
  }

  private static List<StackTraceElement> withoutSteps(List<StackTraceElement> trace) {
    return trace.stream()
        .filter(element -> !element.getClassName().equals(Stepper.class.getName()))
        .filter(element -> !element.getClassName().equals(BlockingStepper.class.getName()))
        .toList();
  }

  /** As if the driver, whose stack this is, had called the body as an ordinary method. */
  @Override
  protected StackTraceElement[] inSource(StackTraceElement[] trace) {
    List<StackTraceElement> own = BodyThread.above(trace);
    if (own.size() == trace.length) {
      return super.inSource(trace);
    }
    List<StackTraceElement> whole = new ArrayList<>(own);
    whole.addAll(stackOfDriver());
    return whole.toArray(StackTraceElement[]::new);
  }

  /** This thread's stack, from whoever stepped this frame on. */
  private static List<StackTraceElement> stackOfDriver() {
    List<StackTraceElement> stack = Arrays.asList(new Throwable().getStackTrace());
    int driver = 0;
    while (!isDriver(stack.get(driver))) {
      driver++;
    }
    return stack.subList(driver, stack.size());
  }

  private static boolean isDriver(StackTraceElement element) {
    String name = element.getClassName() + "." + element.getMethodName();
    return name.equals(Execution.class.getName() + ".drive")
        || name.equals(Stepper.class.getName() + ".step");
  }
}
