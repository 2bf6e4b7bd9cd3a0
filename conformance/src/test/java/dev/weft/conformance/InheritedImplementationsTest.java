package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Methods of interfaces that a class implements by what it inherits. */
class InheritedImplementationsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(InheritedImplementationsTest.class);
  }

  interface Asker {
    @Comp
    String get(String s);

    @Comp
    Object all(List<String> first, String[] more);
  }

  static class Generic<T> {
    @Comp
    public T get(T t) {
      return ask(new Bool("yes")) ? t : null;
    }

    @Comp
    public String all(List<T> first, T[] more) {
      return first + "" + more.length + ask(new Num("all"));
    }

    static String get(Object one, Object two) {
      return one + "" + two;
    }
  }

  static class Between<A, B> extends Generic<B> {}

  static class Implementing extends Between<Integer, String> implements Asker {}

  static class Below extends Implementing {
    @Override
    @Comp
    public String get(String s) {
      return "below " + super.get(s) + ask(new Num("below"));
    }

    @Override
    public String all(List<String> first, String[] more) {
      return "plain";
    }
  }

  @Comp
  static String calledByTheInterface() {
    Asker asker = new Implementing();
    return asker.get("a") + asker.all(List.of("b"), new String[] {"c"});
  }

  @Comp
  static String overridden() {
    Asker asker = new Below();
    Generic<String> generic = new Below();
    return asker.get("a") + asker.all(List.of(), new String[0]) + generic.get("b");
  }
}
