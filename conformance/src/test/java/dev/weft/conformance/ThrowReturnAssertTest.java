package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code throw}, {@code return}, {@code assert}, and statements that are expressions. */
class ThrowReturnAssertTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ThrowReturnAssertTest.class);
  }

  @Comp
  static void throwsWhatIsAnswered() {
    throw Yield.<RuntimeException>yield(
        Q.oneOf("what", new IllegalStateException("a"), new IndexOutOfBoundsException("b")));
  }

  @Comp
  static int throwsCheckedWithSuspendedMessage(Log log) throws IOException {
    log.add("before");
    throw new IOException(log.tap("prefix", "p") + ask(new Str("message")));
  }

  @Comp
  static int throwsNull() {
    IllegalStateException none = Yield.yield(Q.of("nothing", null));
    throw none;
  }

  @Comp
  static void nothingReturned(Log log) {
    log.add(ask(new Str("s")));
    if (ask(new Bool("stop"))) {
      return;
    }
    log.add("not stopped");
    Yield.emit("end");
  }

  @Comp
  static long widenedByReturn() {
    if (ask(new Bool("a"))) return ask(new Num("int to long"));
    return ask(new Bool("b")) ? 'c' : (byte) 3;
  }

  @Comp
  static Integer boxedByReturn() {
    int n = ask(new Num("n"));
    if (n > 1) return n;
    if (n == 1) return null;
    return n + ask(new Num("m"));
  }

  @Comp
  static double unboxedAndWidenedByReturn() {
    Integer n = ask(new Num("n"));
    Yield.emit(n);
    return n;
  }

  @Comp
  static <T extends Comparable<T>> List<? super T> genericReturn() {
    T first = Yield.yield(Q.str("first"));
    T second = Yield.yield(Q.str("second"));
    return first.compareTo(second) < 0 ? List.of(first, second) : List.of(second, first);
  }

  @Comp
  static int[][] arrayReturned() {
    return new int[][] {{ask(new Num("a"))}, {}, {1, ask(new Num("b"))}};
  }

  @Comp
  static int assertHolds(Log log) {
    int n = ask(new Num("n"));
    assert n < 100 : "never evaluated " + log.tap("message", n);
    return n + ask(new Num("m"));
  }

  @Comp
  static int assertFails(Log log) {
    int n = ask(new Num("n"));
    try {
      assert n > 0 : "n is " + n;
      assert n != 2;
    } catch (AssertionError e) {
      log.add(e);
      return ask(new Num("after"));
    }
    return n;
  }

  @Comp
  static int assertSuspends(Log log) {
    assert ask(new Bool("condition")) : log.tap("detail", "d") + ask(new Str("detail"));
    assert ask(new Num("n")) >= 0;
    return ask(new Num("end"));
  }

  @Comp
  static int assertsOfCaptures(Log log) {
    for (int i = 0; i < 2; i++) {
      String word = ask(new Str("word"));
      Supplier<Integer> length = word::length;
      assert ThrowReturnAssertTest.<Supplier<Boolean>>given(() -> length.get() + word.length() < 10)
              .get()
          : word + ask(new Str("detail"));
      log.add(word);
    }
    return ask(new Num("end"));
  }

  @Comp
  static int assertDetailsOfManyTypes() {
    int n = ask(new Num("n"));
    Integer boxed = n;
    assert n != 0
        : switch (ask(new Num("switch"))) {
          case 1 -> 1;
          case 2 -> boxed;
          default -> 2.5;
        };
    assert n != 1 : ask(new Bool("conditional")) ? 'c' : boxed;
    assert n != 2 : n > ask(new Num("text")) ? "text" : boxed;
    return ask(new Num("end"));
  }

  @Comp
  static void expressionStatements(Log log) {
    int n = 0;
    Yield.yield("ignored");
    ask(new Num("ignored"));
    n++;
    ++n;
    n += ask(new Num("added"));
    new StringBuilder(ask(new Str("made and dropped")));
    List.of(ask(new Str("called"))).size();
    log.add(n);
    Yield.emit(Yield.yield(Q.str("nested")));
  }

  @Comp
  static Object yieldOfYield() {
    return Yield.yield("outer " + Yield.yield("inner " + Yield.yield("innermost")));
  }

  @Comp
  static String unreachableRest() {
    while (true) {
      try {
        return ask(new Str("s"));
      } finally {
        if (ask(new Bool("again"))) {
          Yield.emit("leaving");
        }
      }
    }
  }

  @Comp
  static int synchronizedWithoutSuspension(Log log) {
    Object lock = new Object();
    int n = ask(new Num("n"));
    synchronized (lock) {
      n *= 2;
      log.add(Thread.holdsLock(lock));
    }
    return n + ask(new Num("m"));
  }

  private static <T> T given(T value) {
    return value;
  }

  @Comp
  static long returnsAReferenceConditionalAsLong() {
    boolean first = ask(new Bool("first"));
    if (ask(new Bool("now"))) {
      return first ? -5L : given(7);
    }
    Yield.emit("later");
    return first ? given((short) 3) : ask(new Num("n"));
  }
}
