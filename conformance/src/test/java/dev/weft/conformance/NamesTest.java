package dev.weft.conformance;

import static dev.weft.Yield.ask;
import static dev.weft.Yield.emit;
import static java.lang.Math.max;
import static java.util.Map.entry;
import static java.util.stream.Collectors.*;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Names that generated code might use itself, and static imports. */
class NamesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(NamesTest.class);
  }

  @Comp
  static String localsNamedLikeTheMachinery() {
    int at = ask(new Num("at"));
    int x = at + 1;
    int state = ask(new Num("state"));
    String in = ask(new Str("in"));
    String self = "self" + in;
    Object parent = null;
    long step = state;
    String answer = ask(new Str("answer"));
    boolean suspend = ask(new Bool("suspend"));
    char call = 'c';
    double complete = 1.5;
    int origin = at++;
    int corrupt = state--;
    Object value = Yield.yield("value");
    int t1 = ask(new Num("t1"));
    int t = t1 + ask(new Num("t")) + t1++;
    int $ = 1;
    int this$0 = $ + ask(new Num("this$0"));
    int at_ = at + this$0;
    return at + "," + x + state + in + self + parent + step + answer + suspend + call + complete
        + origin + corrupt + value + t1 + t + $ + this$0 + at_;
  }

  @Comp
  static String localsNamedLikePackagesAndTypes() {
    String java = ask(new Str("java"));
    int dev = ask(new Num("dev"));
    String weft = java + dev;
    Object String = ask(new Num("String"));
    int Integer = ask(new Num("Integer"));
    boolean Yield = ask(new Bool("Yield"));
    List<Integer> Objects = List.of(Integer, ask(new Num("Objects")));
    String org = ask(new Str("org")) + weft;
    return java + dev + weft + String + Integer + Yield + Objects + org;
  }

  /** In front of a dot, the name of a variable hides that of a type. */
  @Comp
  static String localsThatHideTypesOfGeneratedCode() {
    int before = max(ask(new Num("before")), answer(""));
    String first = List.of(before, 7).toString() + toString(before);
    int Math = ask(new Num("Math"));
    int NamesTest = ask(new Num("NamesTest")) + max(Math, before) + answer("");
    String List = java.util.List.of(Math, NamesTest).toString();
    String Objects = ask(prompt(List));
    Map.Entry<String, Integer> entry = entry(ask(new Str("key")), max(answer(""), 0));
    int Stepper = ask(new Num("Stepper"));
    if (Stepper == 1) {
      return String.join(",", given(java.util.List.of(first, "one")));
    }
    return first + Math + NamesTest + List + Objects + entry + toString(NamesTest);
  }

  @Comp
  static String parametersThatHideTypes(Log log) {
    return hiding(List.of(ask(new Num("n"))), "o", log) + ask(new Str("end"));
  }

  @Comp
  static String hiding(List<Integer> Objects, String Computation, Log Math) {
    String text = Computation + Objects;
    Math.add(text + max(Objects.size(), ask(new Num("size"))));
    return ask(prompt(text));
  }

  private static <T> T given(T value) {
    return value;
  }

  @Comp
  static List<CharSequence> hidingTheStepperItself() {
    int Stepper = ask(new Num("Stepper"));
    int dev = ask(new Num("dev")) + Stepper;
    int java = dev + ask(new Num("java"));
    if (java + dev > 3) {
      return List.of("three");
    }
    if (Stepper == 1) {
      return List.of("one");
    }
    return given(List.of(ask(new Str("s"))));
  }

  private static Prompt<String> prompt(String text) {
    return new Str(text);
  }

  class Inner {
    @Comp
    String shown(String Objects) {
      return this + Objects + ask(new Str("shown"));
    }

    @Override
    public String toString() {
      return "inner";
    }
  }

  @Comp
  static String parametersBesideAnInstance() {
    return new NamesTest().new Inner().shown("o") + ask(new Str("end"));
  }

  static int answer(Object o) {
    return 1;
  }

  static int suspend(int n) {
    return n + 2;
  }

  static int call(int... n) {
    return n.length;
  }

  static int complete(Object x, Object y) {
    return 4;
  }

  static int step(int x) {
    return x + 5;
  }

  static int origin() {
    return 6;
  }

  static int corrupt(int at) {
    return at * 7;
  }

  static void close(AutoCloseable resource, Throwable pending) {
    emitted = "own close";
  }

  static int getClass(int n) {
    return n;
  }

  static String toString(int n) {
    return "own toString " + n;
  }

  static int state = 3;
  static final int DONE = 100;
  static final int PAUSED = 200;
  static String emitted;

  @Comp
  static String methodsNamedLikeTheMachinery(Log log) {
    int n = answer(null) + suspend(ask(new Num("a"))) + call(1, 2, ask(new Num("b")));
    n += complete(null, 1) * step(ask(new Num("c"))) + origin() + corrupt(n);
    close(null, null);
    log.add(emitted);
    state += ask(new Num("d")) * 0;
    Function<Integer, Integer> f = k -> suspend(k) + state + DONE;
    return n + " " + state + DONE + PAUSED + f.apply(1) + getClass(8) + toString(9);
  }

  static final class Stepper {
    final int n;

    Stepper(int n) {
      this.n = n;
    }
  }

  record Execution(String label) {}

  interface Origin {
    int LINES = 3;
  }

  static final class Computation<T> {
    final T value;

    Computation(T value) {
      this.value = value;
    }
  }

  @Comp
  static String typesNamedLikeTheMachinery() {
    Stepper stepper = new Stepper(ask(new Num("n")));
    Execution x = new Execution(ask(new Str("x")));
    Computation<Stepper> c = new Computation<>(new Stepper(ask(new Num("m"))));
    return stepper.n + x.label() + Origin.LINES + c.value.n;
  }

  @Comp
  static String parametersNamedLikeTheMachinery(Log x) {
    x.add("x is the log");
    return named(1, "state", x, ask(new Num("self"))) + ask(new Str("end"));
  }

  @Comp
  static String named(int at, String state, Log x, int self) {
    at += ask(new Num("at"));
    state += at;
    x.add(state);
    self = self * 10 + ask(new Num("self"));
    return at + state + self;
  }

  @Comp
  static String staticImports() {
    emit("emitted");
    int n = max(ask(new Num("a")), ask(new Num("b")));
    List<Integer> numbers = Yield.yield(Q.list("numbers"));
    String joined = numbers.stream().map(Object::toString).collect(joining("+"));
    emit(joined);
    var pair = entry(n, joined);
    emit(pair.getKey());
    return pair
        + ask(new Str("end"))
        + numbers.stream().collect(groupingBy(k -> k > 5, counting()));
  }

  int instanceField = 1;
  int value = 2;

  @Comp
  String fieldsShadowedByLocals(Log log) {
    int instanceField = ask(new Num("local"));
    this.instanceField += instanceField;
    {
      int value = this.value + ask(new Num("value"));
      log.add(value);
      this.value = value;
    }
    log.add(value);
    String self = "s";
    NamesTest x = this;
    Yield.emit(self);
    return instanceField + "," + x.instanceField + "," + value;
  }

  @Comp
  static String shadowedFields(Log log) {
    return new NamesTest().fieldsShadowedByLocals(log);
  }

  @Comp
  static String step() {
    String step = ask(new Str("step"));
    return step + state;
  }

  @Comp
  static String answer() {
    return ask(new Str("answer")) + answer("");
  }

  @Comp
  static int getName() {
    return ask(new Num("a method named like one of every object"));
  }

  @Comp
  static String overloaded() {
    return overloaded(1) + overloaded("s") + overloaded(2L, 'c');
  }

  @Comp
  static String overloaded(int n) {
    return "int" + ask(new Num("int " + n));
  }

  @Comp
  static String overloaded(String s) {
    return "string" + ask(new Str("string " + s));
  }

  @Comp
  static String overloaded(long n, char c) {
    return "long" + ask(new Str("long " + n + c));
  }
}
