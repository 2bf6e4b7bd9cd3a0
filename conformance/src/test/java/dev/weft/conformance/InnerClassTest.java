package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Inner (not static) classes: the outer instance, and inner instances made in bodies. */
class InnerClassTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(InnerClassTest.class);
  }

  int total = 1;
  String name = "outer";

  int bump(int n) {
    return total += n;
  }

  class Inner {
    int own = 10;
    String name = "inner";

    @Comp
    String outerMembers(Log log) {
      total += ask(new Num("total"));
      own += bump(ask(new Num("bump")));
      log.add(name + InnerClassTest.this.name + this.name);
      InnerClassTest.this.name = ask(new Str("name"));
      InnerClassTest.this.total++;
      Supplier<String> s = () -> name + InnerClassTest.this.name + total + own;
      Yield.emit(s.get());
      return s.get();
    }

    class Innermost {
      @Comp
      int levels() {
        own += ask(new Num("own"));
        total += own;
        return InnerClassTest.this.total + Inner.this.own + ask(new Num("n"));
      }
    }
  }

  @Comp
  String madeByOuter(Log log) {
    Inner inner = new Inner();
    inner.own = ask(new Num("own"));
    Inner second = this.new Inner();
    return inner.outerMembers(log) + second.own + ask(new Num("n"));
  }

  @Comp
  static String outerMembers(Log log) {
    InnerClassTest outer = new InnerClassTest();
    Inner inner = outer.new Inner();
    return inner.outerMembers(log) + outer.total + outer.name;
  }

  @Comp
  static String madeInside(Log log) {
    return new InnerClassTest().madeByOuter(log);
  }

  @Comp
  static int qualifiedCreation() {
    InnerClassTest outer = new InnerClassTest();
    Inner.Innermost innermost = outer.new Inner().new Innermost();
    int n = innermost.levels();
    return n * 100 + outer.total + ask(new Num("end"));
  }

  class Sized {
    final String size;

    Sized(int... sizes) {
      size = total + "/" + sizes.length;
    }

    class Part {
      final String text = "part of " + size;
    }
  }

  private class Hidden {
    final String text;

    private Hidden(int n) {
      text = name + n;
    }
  }

  private static InnerClassTest other(int total) {
    InnerClassTest other = new InnerClassTest();
    other.total = total;
    return other;
  }

  @Comp
  String subclassOfAnothersInner(Log log) {
    InnerClassTest other = other(70);
    Sized before = other.new Sized() {};
    log.add(before.size);
    String text = ask(new Str("text"));
    Sized after =
        other(80).new Sized(1, 2) {
          @Override
          public String toString() {
            return text + size + total;
          }
        };
    log.add(after);
    Sized.Part part = after.new Part() {};
    return part.text + this.new Sized() {}.size;
  }

  @Comp
  static String subclassOfAnothersInner() {
    InnerClassTest other = other(30);
    Sized sized = other.new Sized(ask(new Num("size")), 2) {};
    other = other(40);
    var lifted =
        (other).new Sized(4, ask(new Num("lifted"))) {
          int asked;
        };
    lifted.asked = ask(new Num("asked"));
    String length = other(50).new Sized(3) {}.size + ask(new Str("length"));
    return sized.size + lifted.size + lifted.asked + length;
  }

  @Comp
  static String subclassInALocalClass() {
    InnerClassTest other = other(60);
    class Local {
      String size(InnerClassTest given) {
        return given.new Sized() {}.size + other.new Sized(1) {}.size;
      }
    }
    Yield.emit("declared");
    return new Local().size(other);
  }

  private static int noted(Log log) {
    log.add("argument");
    return 3;
  }

  @Comp
  static String noOuterInstance(Log log) {
    InnerClassTest none = null;
    try {
      return none.new Sized(ask(new Num("size"))).size;
    } catch (NullPointerException e) {
      Yield.emit("no instance");
    }
    try {
      return none.new Sized(ask(new Num("size"))) {}.size;
    } catch (NullPointerException e) {
      Yield.emit("no instance for a subclass");
    }
    try {
      return none.new Hidden(noted(log)).text;
    } catch (NullPointerException e) {
      Yield.emit("no instance for a private constructor");
    }
    try {
      var lifted = none.new Sized(noted(log)) {};
      Yield.emit(lifted);
      return lifted.size;
    } catch (NullPointerException e) {
      return "never";
    }
  }
}
