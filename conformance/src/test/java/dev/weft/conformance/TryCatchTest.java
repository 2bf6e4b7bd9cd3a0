package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code try} and {@code catch} with suspensions in either. */
class TryCatchTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(TryCatchTest.class);
  }

  static void failIf(boolean fail, String text) throws IOException {
    if (fail) {
      throw new IOException(text);
    }
  }

  @Comp
  static int inTry(Log log) {
    int n = 0;
    try {
      log.add("try");
      n = ask(new Num("n"));
      if (n == 2) throw new IllegalStateException("two");
      log.add("still " + n);
    } catch (IllegalStateException e) {
      log.add("caught " + e.getMessage());
      n = -1;
    }
    return n;
  }

  @Comp
  static String inCatch(Log log) {
    String s;
    try {
      failIf(ask(new Bool("fail")), "asked for");
      s = "fine";
    } catch (IOException e) {
      log.add("caught " + e.getMessage());
      s = ask(new Str("why " + e.getMessage()));
      log.add(e);
    }
    return s + ask(new Num("end"));
  }

  @Comp
  static String suspensionOnlyInCatch(Log log) {
    int n = 5;
    try {
      log.add(10 / (n - 5));
      n = 7;
    } catch (ArithmeticException e) {
      n = ask(new Num("instead of " + e.getMessage()));
    }
    return "n " + n;
  }

  @Comp
  static String severalCatches(Log log) {
    try {
      int n = ask(new Num("n"));
      switch (n) {
        case 0:
          throw new FileNotFoundException("gone");
        case 1:
          throw new IOException("broken");
        case 2:
          throw new IllegalArgumentException("bad");
        default:
          log.add("nothing thrown");
      }
      return "ok " + ask(new Str("ok"));
    } catch (FileNotFoundException e) {
      return "created " + ask(new Str("file name"));
    } catch (IOException e) {
      log.add("caught io " + e.getMessage());
      Yield.emit("io");
    } catch (RuntimeException e) {
      log.add("caught runtime " + e.getMessage());
    }
    return ask(new Str("fallen through"));
  }

  @Comp
  static String multiCatch(Log log) {
    try {
      failIf(ask(new Bool("io")), "io");
      if (ask(new Bool("timeout"))) throw new TimeoutException("late");
      return "ok";
    } catch (IOException | TimeoutException e) {
      String advice = ask(new Str("advice on " + e.getClass().getSimpleName()));
      log.add("caught " + e.getMessage() + advice);
      return advice;
    } catch (final UnsupportedOperationException | IllegalStateException e) {
      log.add("caught unchecked " + e.getMessage());
      return "unchecked";
    }
  }

  @Comp
  static int nestedTries(Log log) {
    int n = 0;
    try {
      n += ask(new Num("outer"));
      try {
        n += ask(new Num("inner"));
        if (n > 2) throw new IllegalStateException("inner " + n);
        if (n < 0) throw new IllegalArgumentException("negative");
      } catch (IllegalStateException e) {
        log.add("caught inner " + e.getMessage());
        n += ask(new Num("in inner catch"));
        if (n == 4) throw new IllegalArgumentException("from inner catch", e);
      }
      n += 100;
    } catch (IllegalArgumentException e) {
      log.add("caught outer " + Render.error(e));
      n += ask(new Num("in outer catch"));
    }
    return n;
  }

  @Comp
  static int tryInsideCatch(Log log) {
    try {
      return ask(new Num("n")) / ask(new Num("by"));
    } catch (ArithmeticException first) {
      log.add("caught " + first.getMessage());
      try {
        return 100 / (ask(new Num("another")) & 1);
      } catch (ArithmeticException second) {
        log.add("caught again " + (first == second));
        return ask(new Num("given up"));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      return -1;
    }
  }

  @Comp
  static int retryLoop(Log log) {
    int attempts = 0;
    while (true) {
      try {
        attempts++;
        failIf(!ask(new Bool("works")), "attempt " + attempts);
        return attempts;
      } catch (IOException e) {
        log.add("caught " + e.getMessage());
        if (attempts == 3) break;
        if (ask(new Bool("give up"))) return -attempts;
        continue;
      }
    }
    return 0;
  }

  @Comp
  static String rethrown(Log log) throws Exception {
    try {
      failIf(ask(new Bool("fail")), "first");
      return ask(new Str("ok"));
    } catch (Exception e) {
      log.add("caught " + e.getMessage());
      if (ask(new Bool("wrap"))) {
        throw new IllegalStateException("wrapped", e);
      }
      throw e;
    }
  }

  @Comp
  static void preciseRethrow(Log log) throws IOException {
    try {
      failIf(ask(new Bool("fail")), "precise");
      log.add("ok");
    } catch (final Exception e) {
      Yield.emit("rethrowing");
      throw e;
    }
  }

  @CatchesThrowable
  @Comp
  static String catchThrowable(Log log) {
    try {
      log.add(ask(new Str("in try")));
      if (ask(new Bool("fail"))) throw new AssertionError("failed");
      return "ok";
    } catch (Throwable t) {
      log.add("caught " + t.getMessage());
      return ask(new Str("in catch"));
    }
  }

  @CatchesThrowable
  @Comp
  static String catchThrowableAndRethrow(Log log) throws Throwable {
    try {
      try {
        return ask(new Str("in try"));
      } catch (Throwable t) {
        log.add("caught inner " + t.getMessage());
        throw t;
      } finally {
        log.add("finally inner");
      }
    } catch (Exception | Error t) {
      log.add("caught outer " + t.getMessage());
      return "recovered";
    } finally {
      log.add("finally outer");
    }
  }

  @Comp
  static String catchError(Log log) {
    try {
      return ask(new Str("in try"));
    } catch (Error e) {
      log.add("caught error " + e.getMessage());
      return ask(new Str("after error"));
    } catch (Exception e) {
      log.add("caught exception " + e.getMessage());
      return "exception";
    }
  }

  @Comp
  static String localsAssignedInTry(Log log) {
    String stage = "start";
    int count = 0;
    try {
      stage = "one";
      count = ask(new Num("one"));
      stage = "two";
      count += 10 * ask(new Num("two"));
      stage = "three";
      log.add(1 / (count % 2));
    } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
      log.add("caught at " + stage + " with " + count);
      Yield.emit(stage);
    }
    return stage + count;
  }

  @Comp
  static String parameterReassignedAndCaptured(Log log) {
    java.util.function.Supplier<String> later = () -> "none";
    try {
      failIf(ask(new Bool("io")), "io");
      log.add(1 / ask(new Num("divisor")));
    } catch (IOException e) {
      later = () -> "captured " + e.getMessage();
      Yield.emit("io");
    } catch (RuntimeException e) {
      e = new IllegalStateException("replaced", e.getCause());
      Yield.emit(e.getMessage());
      log.add(e);
    }
    Yield.emit("later");
    return later.get();
  }

  @Comp
  static int suspensionFreeTryBetween() {
    String text = ask(new Str("number"));
    int n;
    try {
      n = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      n = text.length();
    } finally {
      text = null;
    }
    return n + ask(new Num("more"));
  }
}
