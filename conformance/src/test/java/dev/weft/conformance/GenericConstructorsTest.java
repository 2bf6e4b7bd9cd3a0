package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Constructors with type parameters of their own. */
class GenericConstructorsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(GenericConstructorsTest.class);
  }

  static class Pair<X> {
    final X x;
    final String text;

    <T extends Comparable<T>, U> Pair(X x, T t, List<? super U> all, U u) {
      this.x = x;
      all.add(u);
      text = t + "" + all;
    }

    class In {
      final String text;

      <Z> In(Z z, Function<Z, Object> f) {
        text = "in " + f.apply(z);
      }
    }
  }

  private static class Closed<X> {
    final String text;

    private <T> Closed(X x, T t, Function<T, Object> f) {
      text = x + "" + f.apply(t);
    }

    private <E extends Exception> Closed(E e, int n) throws E {
      text = "" + n;
      if (n > 2) {
        throw e;
      }
    }
  }

  @Comp
  static String anonymousClassOfAVar() {
    var pair =
        new Pair<String>("x", 3, new ArrayList<Object>(), 'c') {
          String show() {
            return text + x;
          }
        };
    Yield.emit("made");
    return pair.show();
  }

  @Comp
  static <T> String beneathATypeVariableOfThatName(T t) {
    var pair =
        new Pair<T>(t, 3, new ArrayList<>(), ask(new Num("n"))) {
          String show() {
            return text + x + t;
          }
        };
    var given =
        new <Integer, Object>Pair<String>("x", 3, new ArrayList<>(), ask(new Num("m"))) {
          String show() {
            return text + x;
          }
        };
    var in =
        pair.new <String>In(ask(new Str("in")), s -> s.length()) {
          String show() {
            return text + t;
          }
        };
    Yield.emit("made");
    return pair.show() + given.show() + in.show();
  }

  @Comp
  static String beneathTypeVariables() {
    return beneathATypeVariableOfThatName("t");
  }

  @Comp
  static String argumentsThatSuspend() {
    return new Pair<String>("x", ask(new Num("n")), new ArrayList<>(), null) {
      String show() {
        return text + x;
      }
    }.show();
  }

  @Comp
  static String ofPrivateConstructors(Log log) throws IOException {
    Closed<String> inferred = new Closed<>("a", ask(new Num("n")), n -> n + 1);
    var given = new <String>Closed<Integer>(1, "z" + ask(new Str("s")), s -> s.length());
    try {
      log.add(new Closed<Integer>(new IOException("e"), ask(new Num("failing"))).text);
    } catch (IOException e) {
      log.add(e.getMessage());
    }
    return inferred.text + given.text;
  }

  @Comp
  static String ofLocalClasses() {
    String captured = ask(new Str("captured"));
    class Local {
      final String text;

      <T> Local(T t, Function<T, Object> f) {
        text = f.apply(t) + captured;
      }
    }

    Yield.emit("declared");
    Local local = new <String>Local("local", s -> s.length());
    var below =
        new <String>Local("below" + ask(new Str("s")), s -> s.length()) {
          String show() {
            return text + captured;
          }
        };
    Yield.emit("made");
    return local.text + below.show();
  }

  class Inner {
    final String text;

    <T> Inner(T t, Function<T, Object> f) {
      text = "" + f.apply(t);
    }
  }

  @Comp
  String ofAnInnerClass() {
    Inner inner = new <String>Inner(ask(new Str("s")), s -> s.length());
    Inner other = this.new <Integer>Inner(ask(new Num("n")), n -> n * 2);
    return inner.text + other.text;
  }

  @Comp
  static String ofInnerClasses() {
    return new GenericConstructorsTest().ofAnInnerClass();
  }
}
