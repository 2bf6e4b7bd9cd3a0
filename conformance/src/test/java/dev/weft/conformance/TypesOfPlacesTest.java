package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.elsewhere.Shelf;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Calls that suspend, whose type arguments are given, or inferred from what the result is for. */
@SuppressWarnings("varargs")
class TypesOfPlacesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(TypesOfPlacesTest.class);
  }

  static class Cell<A> {
    final A value;

    Cell(A value) {
      this.value = value;
    }

    @SuppressWarnings("unchecked")
    @Comp
    <T> List<T> all(Log log, Function<T, A> f, T... all) {
      Yield.emit(value);
      log.add(all.getClass().getSimpleName());
      for (T each : all) {
        log.add(f.apply(each));
      }
      return Arrays.asList(all);
    }

    @SafeVarargs
    @Comp
    final <T> List<T> some(Function<T, A> f, T... all) {
      Yield.emit(f.apply(all[0]));
      return Arrays.asList(all);
    }
  }

  static final class Words extends Cell<String> {
    Words() {
      super("words");
    }

    @Comp
    List<CharSequence> halves(Log log) {
      List<CharSequence> halves = some(c -> c.length() + " long", "ab", "cd");
      halves.set(0, new StringBuilder("e"));
      halves = super.all(log, c -> c.subSequence(0, 1).toString(), "fg");
      return halves;
    }
  }

  /** Reaches methods of another package. */
  static final class Numbers extends Shelf<String> {
    @Comp
    String all() {
      List<Number> own = super.shelved(n -> n.intValue() + "", 1, 2);
      own.set(0, 2.5);
      List<Number> others = shelved(n -> n.intValue() + "", 3, 4);
      others.set(0, 4.5);
      List<Number> placed = placed(n -> n.intValue() + "", 5, 6);
      placed.set(0, 6.5);
      return own + "" + others + placed;
    }
  }

  /** A question that shows its answer. */
  record Shown<T>(String label, Function<T, String> shown) implements Prompt<T>, Question {
    @Override
    public Object answer(Answers answers, long number) {
      return answers.word(number);
    }

    @Override
    public String toString() {
      return label;
    }
  }

  private record Box<Q>(Q content) {}

  private interface Sized {
    int size();
  }

  private record Small(int size) implements Sized {}

  /** Methods whose factories can't name the types that they take. */
  static class Packer {
    @SafeVarargs
    @Comp
    final <T extends Sized> List<T> packed(Function<T, String> shown, T... all) {
      Yield.emit(shown.apply(all[0]));
      return Arrays.asList(all);
    }

    @Comp
    <T> Box<T> boxed(UnaryOperator<T> change, Box<? extends T> box) {
      Yield.emit("boxing");
      return new Box<>(change.apply(box.content()));
    }
  }

  static <T> Prompt<T> shown(Prompt<T> prompt, UnaryOperator<T> change) {
    return prompt;
  }

  static <T> T same(T value) {
    return value;
  }

  @Comp
  static <T> T changed(UnaryOperator<T> change, T value, int times) {
    Yield.emit(value);
    return times == 0 ? value : same(changed(v -> change.apply(v), change.apply(value), times - 1));
  }

  @Comp
  static <T> T kept(T value) {
    Yield.emit("keeping");
    return value;
  }

  @SafeVarargs
  @Comp
  static <T> List<T> listed(T... all) {
    Yield.emit(all.getClass().getSimpleName());
    return Arrays.asList(all);
  }

  @Comp
  static String lambdaOfResult() {
    String long0 = changed(s -> s == null ? "" : s.concat("-"), null, 2);
    Function<String, Integer> length = kept(s -> s.length());
    Comparator<String> order = kept(Comparator.comparing(s -> s.charAt(0)));
    return long0 + length.apply("abc") + order.compare("b", "a");
  }

  @Comp
  static int lambdaOfGivenType(Log log) {
    log.add(TypesOfPlacesTest.<String>changed(s -> s.concat("!"), "a", 1).length());
    return TypesOfPlacesTest.<Function<String, Integer>>kept(s -> s.length()).apply("four");
  }

  @Comp
  static List<Number> arrayOfResult() {
    List<Number> numbers = listed(1, 2, Yield.<Integer>yield(Q.num("n")));
    numbers.set(0, 2.5);
    List<Number> others = kept(Arrays.asList(3, 4));
    others.set(0, 4.5);
    return numbers;
  }

  @Comp
  static List<Object> arrayOfGivenType() {
    List<Object> all = TypesOfPlacesTest.<Object>listed("a", "b");
    all.set(0, Yield.<Integer>yield(Q.num("n")));
    return all;
  }

  @Comp
  static String ofObjects(Log log) {
    CharSequence first = new Words().halves(log).get(0);
    List<Number> numbers = new Cell<>("c").all(log, n -> n.intValue() + "", 1, 2);
    numbers.set(0, 2.5);
    return first + "" + numbers;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  @Comp
  static Object ofRawObject(Log log) {
    Cell cell = new Cell<>("raw");
    return cell.all(log, each -> "is " + each, "b", 1);
  }

  @Comp
  static String lambdaOfPrompt() {
    String one = ask(new Shown<>("a", s -> s.trim()));
    String two = ask(shown(new Shown<>("b", s -> s.trim()), s -> s.trim()));
    return one + two;
  }

  @Comp
  static String ofPrivateTypes() {
    List<Sized> all = new Packer().packed(s -> s.size() + "", new Small(1), new Small(2));
    all.set(0, () -> 3);
    Box<CharSequence> box = new Packer().boxed(c -> c.subSequence(0, 1), new Box<>("ab"));
    return all.get(0).size() + "" + box.content();
  }

  @Comp
  static String ofAnotherPackage() {
    return new Numbers().all();
  }
}
