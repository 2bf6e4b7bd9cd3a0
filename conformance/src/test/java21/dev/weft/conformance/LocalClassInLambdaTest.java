package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Classes declared in lambdas that extend local classes with captures. The compiler of JDK 17
 * crashes on these, with or without a processor.
 */
class LocalClassInLambdaTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(LocalClassInLambdaTest.class);
  }

  @Comp
  static String subclassesInLambdas(Log log) {
    String name = ask(new Str("name"));
    class Base {
      final int number;

      Base(int number) {
        this.number = number;
        log.add("base " + number + show());
      }

      String show() {
        return name + number;
      }
    }
    Base first = new Base(1);
    Yield.emit(first.show());
    IntFunction<Base> inLambda =
        n -> {
          class Sub extends Base {
            Sub() {
              super(n);
            }

            Sub(int more) {
              this();
              log.add("more " + more);
            }

            @Override
            String show() {
              return "sub " + super.show();
            }
          }
          return n % 2 == 0 ? new Sub() : new Sub(n);
        };
    Supplier<Base> implicit =
        () -> {
          class Own extends Base {
            final int extra;

            Own() {
              this(5);
            }

            Own(int n) {
              super(n);
              extra = n;
            }
          }
          return new Own();
        };
    return inLambda.apply(2).show() + inLambda.apply(3).show() + implicit.get().show();
  }

  @Comp
  static String noArgumentSuperclassInALambda() {
    String name = ask(new Str("name"));
    class Base {
      String show() {
        return name;
      }
    }
    Yield.emit(new Base().show());
    Supplier<Base> plain =
        () -> {
          class Sub extends Base {}
          return new Sub();
        };
    Supplier<Base> explicit =
        () -> {
          class Sub extends Base {
            final int n;

            Sub() {
              n = 4;
            }

            @Override
            String show() {
              return super.show() + n;
            }
          }
          return new Sub();
        };
    return plain.get().show() + explicit.get().show();
  }
}
