package dev.weft.conformance;

import static dev.weft.Yield.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When classes are initialised and receivers checked: as in the original call. */
class TimingTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(TimingTest.class);
  }

  static final List<String> EVENTS = new ArrayList<>();

  static int event(String name, int value) {
    EVENTS.add(name);
    return value;
  }

  static class Lazy {
    static final int CONSTANT = 5;
    static int n = event("Lazy", 1);

    @Comp
    static int ask(int k) {
      return n + k + Yield.<Integer>yield(Q.num("lazy"));
    }
  }

  static class LazyArgument {
    static int n = event("LazyArgument", 2);
  }

  @Test
  void makingAComputationInitialisesNothing() {
    EVENTS.clear();
    Computation<Integer> made = TimingTest_LazyComps.ask(1);
    assertThat(EVENTS).isEmpty();

    Coroutine.of(made).run();

    assertThat(EVENTS).containsExactly("Lazy");
  }

  static class Order {
    static {
      event("Order", 0);
    }

    @Comp
    static int take(int a, int b) {
      event("taken", 0);
      return a + b + Yield.<Integer>yield(Q.num("take"));
    }
  }

  @Comp
  static int argumentsFirst() {
    EVENTS.add("start " + Lazy.CONSTANT);
    return Order.take(LazyArgument.n, event("second", 3));
  }

  @Test
  void argumentsComeBeforeTheClass() {
    EVENTS.clear();
    Coroutine.of(TimingTestComps.argumentsFirst()).run();

    assertThat(EVENTS).containsExactly("start 5", "LazyArgument", "second", "Order", "taken");
  }

  static class Made {
    static {
      event("Made", 0);
    }

    Made(int a, int b) {
      event("made " + a + b, 0);
    }
  }

  static class FailsWhenMade {
    static final int N = Integer.parseInt("none");

    FailsWhenMade(int a) {
      event("never " + a, N);
    }
  }

  @Comp
  static boolean creation() {
    return new Made(event("first", 1), ask(new Num("made"))) == null;
  }

  @Comp
  static String creationOfLocalClass() {
    record Local(int n) {
      static {
        event("Local", 0);
      }
    }
    return "" + new Local(ask(new Num("local")));
  }

  @Comp
  static String creationFails() {
    try {
      return "" + (new FailsWhenMade(ask(new Num("never"))) == null);
    } catch (LinkageError e) {
      return "caught " + ask(new Num("caught"));
    }
  }

  @Test
  void theClassOfAnObjectComesBeforeItsArguments() {
    EVENTS.clear();
    Coroutine<Boolean> coroutine = Coroutine.of(TimingTestComps.creation());
    coroutine.run();
    assertThat(EVENTS).containsExactly("Made", "first");

    coroutine.run(2);
    assertThat(EVENTS).containsExactly("Made", "first", "made 12");

    EVENTS.clear();
    Coroutine.of(TimingTestComps.creationOfLocalClass()).run();
    assertThat(EVENTS).containsExactly("Local");
  }

  @Test
  void aFailingInitialiserFailsTheCreationAtOnce() {
    Step<String> step = Coroutine.of(TimingTestComps.creationFails()).run();

    assertThat(((Step.Suspended<String>) step).value()).isEqualTo(new Num("caught"));
  }

  static class Failing {
    static {
      if (event("Failing", 1) == 1) {
        throw new IllegalStateException("static init");
      }
    }

    @Comp
    static int ask(int k) {
      return k + Yield.<Integer>yield(Q.num("failing"));
    }
  }

  @Comp
  static String initialisationFails() {
    try {
      return "" + Failing.ask(1);
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      return "caught " + Yield.<Integer>yield(Q.num("caught"));
    }
  }

  @Test
  void aFailingInitialiserFailsTheCall() {
    Coroutine<String> coroutine = Coroutine.of(TimingTestComps.initialisationFails());
    Step<String> step = coroutine.run();

    assertThat(((Step.Suspended<String>) step).value()).hasToString("caught");
  }

  static class Box {
    int n = 1;

    @Comp
    int open(int k) {
      return n + k + Yield.<Integer>yield(Q.num("open"));
    }

    @Comp
    private int openPrivately(int k) {
      return n * k + Yield.<Integer>yield(Q.num("private"));
    }

    @Comp
    final int openFinally(int k) {
      return n - k + Yield.<Integer>yield(Q.num("final"));
    }

    @Comp
    static int openStatically(int k) {
      return k + Yield.<Integer>yield(Q.num("static"));
    }

    class Inner {
      private Inner() {}
    }
  }

  interface Opener {
    @Comp
    int open(int k);
  }

  @Comp
  @SuppressWarnings("static")
  static String nullReceivers(Log log) {
    Box box = Yield.<Boolean>yield(Q.bool("box")) ? new Box() : null;
    String s = "";
    try {
      s += box.open(log.tap("virtual", 1));
    } catch (NullPointerException e) {
      log.add("caught virtual");
    }
    try {
      s += box.openPrivately(log.tap("private", 2));
    } catch (NullPointerException e) {
      log.add("caught private");
    }
    try {
      s += box.openFinally(log.tap("final", ask(new Num("n"))));
    } catch (NullPointerException e) {
      log.add("caught final");
    }
    try {
      Opener opener = box == null ? null : k -> k;
      s += opener.open(log.tap("interface", 3));
    } catch (NullPointerException e) {
      log.add("caught interface");
    }
    try {
      s += box.openStatically(log.tap("static", 4));
      s += box.new Inner() == null;
    } catch (NullPointerException e) {
      log.add("caught inner");
    }
    try {
      s += (box.n = log.tap("field", ask(new Num("m")))) + box.n++;
    } catch (NullPointerException e) {
      log.add("caught field");
    }
    try {
      int[] none = box == null ? null : new int[1];
      s += none[log.tap("index", 0)] = log.tap("value", ask(new Num("v")));
    } catch (NullPointerException e) {
      log.add("caught array");
    }
    return s;
  }

  @Comp
  @SuppressWarnings("fallthrough")
  static String nullThings(Log log) {
    List<Integer> list = Yield.yield(Q.oneOf("list", null, List.of(1, 2)));
    String s = "";
    try {
      for (int n : list) s += n + ask(new Num("each"));
    } catch (NullPointerException e) {
      log.add("caught for");
    }
    String word = Yield.yield(Q.oneOf("word", null, "a"));
    try {
      switch (word) {
        case "a":
          s += ask(new Num("in a"));
        default:
          s += "d";
      }
    } catch (NullPointerException e) {
      log.add("caught switch");
    }
    try {
      RuntimeException error = Yield.yield(Q.oneOf("error", null, new IllegalStateException("e")));
      throw error;
    } catch (NullPointerException e) {
      log.add("caught throw");
    } catch (IllegalStateException e) {
      log.add("caught " + e.getMessage() + ask(new Num("state")));
    }
    Boolean flag = Yield.yield(Q.oneOf("flag", null, true, false));
    try {
      if (flag && ask(new Bool("and"))) s += "yes";
      while (!flag) {
        s += ask(new Num("loop"));
        flag = null;
      }
    } catch (NullPointerException e) {
      log.add("caught flag");
    }
    Integer count = Yield.yield(Q.oneOf("count", null, 1));
    try {
      count += ask(new Num("plus"));
      s += count++;
    } catch (NullPointerException e) {
      log.add("caught count");
    }
    return s;
  }
}
