package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Anonymous and local classes that extend the host: its private members, which they don't inherit,
 * are those of the object around them.
 */
class HostSubclassesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(HostSubclassesTest.class);
  }

  static class Account {
    private int total = 1;
    private static int made;
    int open = 2;

    private int fee() {
      return total * 10;
    }

    private static int flat() {
      return made + 3;
    }

    int sum() {
      return total + open;
    }

    @Comp
    String anonymous() {
      total = ask(new Num("total"));
      Account sub =
          new Account() {
            {
              open = 20;
            }

            @Override
            int sum() {
              total += 1;
              made = total % 7;
              Supplier<Integer> fees = () -> fee() + flat();
              return total + open + fee() + flat() + fees.get() + super.sum() + super.total;
            }
          };
      Yield.emit(sub.sum());
      return sub.sum() + "," + total + "," + sub.total + "," + open + "," + sub.open;
    }

    @Comp
    String local() {
      made = 5;
      int n = ask(new Num("n"));
      class Sub extends Account {
        private int more = n;

        @Override
        int sum() {
          more += total++ + fee();
          open++;
          return more + flat() + ((Account) this).total + Account.this.total + super.fee();
        }

        class Deep extends Sub {
          int deep() {
            return total + more + open + fee() + Sub.this.open + super.sum();
          }
        }
      }

      Sub sub = new Sub();
      Yield.emit(sub.sum());
      Sub.Deep deep = sub.new Deep();
      return sub.sum() + "," + deep.deep() + "," + total + "," + open + "," + sub.open;
    }
  }

  @Comp
  static String anonymous() {
    return new Account().anonymous();
  }

  @Comp
  static String local() {
    return new Account().local();
  }
}
