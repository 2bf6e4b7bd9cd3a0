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
}
