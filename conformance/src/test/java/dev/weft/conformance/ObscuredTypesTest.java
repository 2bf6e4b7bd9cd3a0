package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Fields and locals with the names of the classes that the stepper names in front of a dot. */
class ObscuredTypesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ObscuredTypesTest.class);
  }

  static class Base {
    int ObscuredTypesTest = 1;
    int ObscuredTypesTest_Access = 2;
    int Objects = 3;
    int Integer = 4;
  }

  enum Level {
    LOW,
    HIGH
  }

  private static int count = 1;

  private static int counted(int n) {
    return count + n;
  }

  static int twice(int n) {
    return 2 * n;
  }

  @Comp
  static String byInheritedFields() {
    count = ask(new Num("count"));
    int n = ask(new Num("n"));
    Base sub =
        new Base() {
          @Override
          public String toString() {
            List<Level> levels = List.of(Level.LOW, Level.valueOf("HIGH"));
            Supplier<Integer> sum = () -> ++count + counted(n) + twice(n);
            return levels + "" + sum.get() + ObscuredTypesTest + ObscuredTypesTest_Access + Objects;
          }
        };
    class Own extends Base {
      String Level = "level";

      String text() {
        return Level + count-- + counted(Integer) + twice(n) + this.ObscuredTypesTest;
      }
    }

    Own own = new Own();
    Yield.emit(sub.toString());
    return sub + own.text() + count;
  }

  @Comp
  static int byLocals() {
    int ObscuredTypesTest_Access = ask(new Num("access"));
    String ObscuredTypesTest = ask(new Str("host"));
    count = ObscuredTypesTest.length();
    Supplier<Integer> later = () -> counted(ObscuredTypesTest_Access) + ObscuredTypesTest.length();
    count += ask(new Num("more"));
    return twice(later.get()) + counted(1);
  }

  static class Holder {
    class Inner {
      final int n;

      Inner(int n) {
        this.n = n;
      }
    }
  }

  @Comp
  static int aTestForNullWhereItsNameIsHiddenWithThePackage(Log log) {
    int java = 1;
    Supplier<Integer> hiding =
        () -> {
          int Objects = 2;
          return Objects;
        };
    Holder holder = Yield.<Boolean>yield(new Bool("a holder")) ? new Holder() : null;
    int n = holder.new Inner(Yield.<Integer>yield(new Num("n"))).n;
    log.add("made " + n);
    return n + java + hiding.get();
  }
}
