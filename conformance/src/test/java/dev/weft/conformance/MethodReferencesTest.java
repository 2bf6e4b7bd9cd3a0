package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Method and constructor references of every kind, across suspensions. */
class MethodReferencesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(MethodReferencesTest.class);
  }

  static int twice(int n) {
    return n * 2;
  }

  @Comp
  static int toStaticMethods() {
    Function<Integer, Integer> f = MethodReferencesTest::twice;
    int n = ask(new Num("n"));
    BiFunction<Integer, Integer, Integer> max = Math::max;
    Yield.emit(f.apply(n));
    return max.apply(f.apply(n), ask(new Num("m")));
  }

  @Comp
  static String toLocals(Log log) {
    String word = ask(new Str("word"));
    Supplier<String> upper = word::toUpperCase;
    Consumer<Object> add = log::add;
    Yield.emit("between");
    add.accept(upper.get());
    return ask(new Str("end")) + upper.get();
  }

  @Comp
  static int receiverEvaluatedOnce(Log log) {
    StringBuilder sb = new StringBuilder("a");
    Supplier<Integer> length = log.tap("receiver", sb)::length;
    sb.append(ask(new Str("s")));
    int n = length.get();
    sb = new StringBuilder("replaced");
    Yield.emit(sb.toString());
    return n * 100 + length.get();
  }

  @Comp
  static int receiverSuspends() {
    ToIntFunction<String> indexOf = Yield.<String>yield(Q.str("receiver"))::indexOf;
    int n = indexOf.applyAsInt("a");
    return n + ask(new Num("n")) + indexOf.applyAsInt(ask(new Str("of")));
  }

  @Comp
  static String toUnboundMethods() {
    Function<String, String> trim = String::trim;
    BiFunction<String, String, Boolean> starts = String::startsWith;
    String s = ask(new Str("s"));
    return trim.apply(" " + s) + starts.apply(s, ask(new Str("prefix")));
  }

  @Comp
  static String toConstructors() {
    Supplier<List<String>> lists = ArrayList::new;
    Function<String, StringBuilder> builders = StringBuilder::new;
    IntFunction<int[]> arrays = int[]::new;
    List<String> list = lists.get();
    list.add(ask(new Str("element")));
    StringBuilder sb = builders.apply(ask(new Str("builder")));
    return sb.append(list).append(arrays.apply(Math.abs(ask(new Num("n")))).length).toString();
  }

  @Comp
  static String asArguments(Log log) {
    String prefix = ask(new Str("prefix"));
    List<String> words = new ArrayList<>(List.of("x", "y", ask(new Str("z"))));
    words.replaceAll(prefix::concat);
    words.forEach(log::add);
    words.removeIf(String::isEmpty);
    return Stream.of(ask(new Str("a")), prefix).map(String::length).toList() + "" + words;
  }

  @Comp
  static boolean nullReceiverFailsAtOnce(Log log) {
    String none = Yield.yield(Q.of("nothing", null));
    try {
      Supplier<String> s = none::trim;
      log.add("not reached");
      return s == null;
    } catch (NullPointerException e) {
      log.add("caught null");
      return ask(new Bool("b"));
    }
  }

  private int counted = 1;

  private int secret(int n) {
    return counted + n;
  }

  static MethodReferencesTest made(Log log, boolean isNull) {
    log.add("made");
    return isNull ? null : new MethodReferencesTest();
  }

  @Comp
  static int privateBesideLocalsCalledLikeWhatIsGenerated() {
    int dev = ask(new Num("dev"));
    char Stepper = 'a';
    MethodReferencesTest it = new MethodReferencesTest();
    IntUnaryOperator secret = it::secret;
    return secret.applyAsInt(ask(new Num("n"))) + dev + Stepper;
  }

  @Comp
  static String privateOfOtherObjects(Log log) {
    MethodReferencesTest other = made(log, ask(new Bool("null")));
    try {
      IntUnaryOperator local = other::secret;
      IntUnaryOperator computed = made(log, ask(new Bool("null, too")))::secret;
      if (other != null) other.counted = ask(new Num("n"));
      other = null;
      return "" + local.applyAsInt(1) + computed.applyAsInt(ask(new Num("m")));
    } catch (NullPointerException e) {
      log.add("caught");
      return "null" + ask(new Num("k"));
    }
  }

  private String label = "first";
  private MethodReferencesTest next;

  private String shown(Object with) {
    return label + with;
  }

  @Override
  public String toString() {
    return "labelled " + label;
  }

  private static <T> String taken(Function<? super T, ? extends CharSequence> f, T value) {
    return f.apply(value).toString();
  }

  @Comp
  static String toPrivateMethodsOfObjectsThatChange(Log log) {
    MethodReferencesTest it = new MethodReferencesTest();
    it.next = it;
    Function<Object, String> bound = it::shown;
    Function<Object, String> ofField = it.next::shown;
    it.next = new MethodReferencesTest();
    it.next.label = ask(new Str("label"));
    Function<Object, String> computed = log.tap("object", it.next)::shown;
    String taken = taken(it::shown, ask(new Num("n"))) + taken((it = it.next)::shown, "after");
    it = ask(new Bool("none")) ? null : it;
    try {
      Function<Object, String> late = it::shown;
      log.add("made");
      log.add(late.apply(1));
    } catch (NullPointerException e) {
      log.add("failed at once");
    }
    return bound.apply(1) + ofField.apply(2) + computed.apply(3) + taken + ask(new Str("end"));
  }
}
