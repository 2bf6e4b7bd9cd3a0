package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Private fields, methods and constructors of the host. */
class PrivateMembersTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrivateMembersTest.class);
  }

  @SuppressWarnings("lossy-conversions") // javac 20 and later warn of them
  static class Account {
    private static final int LIMIT = 2;
    private static final String PREFIX = "<";
    private static final List<String> SHARED = List.of("s", "t");

    private static int count;
    private static String text;
    private static long[] longs;

    private int balance;
    private final String owner;
    private byte small;
    private Integer boxed = 5;
    private Account next;
    private int[] cells = {1, 2, 3};
    private String label = "l";
    private boolean flag;
    private double rate = 1.5;
    private long bits = 1L << 40;
    private char letter = 'a';

    Account() {
      this("nobody");
    }

    private Account(String owner) {
      this.owner = owner;
    }

    private static int twice(int n) {
      return n * 2;
    }

    private static String twice(String s) {
      return s + s;
    }

    private static long twice(long n) {
      return n * 2 + 1_000;
    }

    private static String all(String first, Object... rest) {
      return first + rest.length + Render.value(rest);
    }

    private static <T> List<T> both(T a, T b) {
      return new ArrayList<>(List.of(a, b));
    }

    private static void fail(int n) throws IOException {
      if (n > 1) throw new IOException("failed with " + n);
    }

    private int add(int n) {
      return balance += n;
    }

    private Account self(Log log) {
      log.add("self");
      return this;
    }

    @Comp
    static String staticFields(Log log) {
      count = ask(new Num("count"));
      count += ask(new Num("plus"));
      count++;
      log.add(++count);
      text = ask(new Str("text"));
      text += ask(new Num("n")) + PREFIX;
      longs = new long[] {1, ask(new Num("element"))};
      longs[ask(new Num("index")) & 1] += count--;
      return count + text + longs[0] + longs[1] + SHARED.get(ask(new Num("i")) & 1);
    }

    @Comp
    static String staticMethods() {
      int n = twice(ask(new Num("n")));
      String s = twice(ask(new Str("s")));
      long l = twice((long) n) + twice(1L);
      return n + s + l + twice("" + twice(ask(new Num("m"))));
    }

    @Comp
    static String varargsAndGenerics() {
      String s = all("a") + all("b", ask(new Str("s"))) + all("c", 1, ask(new Num("n")), 'c');
      String t = all("d", (Object[]) new Integer[] {1, ask(new Num("m"))});
      List<Integer> numbers = both(1, ask(new Num("k")));
      List<? extends Comparable<?>> mixed = both("x", ask(new Str("y")));
      int sum = both(3, 4).get(0) + numbers.get(1);
      return s + t + numbers + mixed + sum;
    }

    @Comp
    static int checkedExceptions(Log log) {
      int n = ask(new Num("n"));
      try {
        fail(n);
        fail(ask(new Num("m")));
      } catch (IOException e) {
        log.add("caught " + e.getMessage());
        return -ask(new Num("after"));
      }
      return n;
    }

    @Comp
    static String constructors() {
      Account made = new Account(ask(new Str("owner")));
      made.next = new Account();
      return made.owner + made.next.owner + new Account("x" + ask(new Num("n"))).owner;
    }

    @Comp
    static String fieldsOfAnotherInstance(Log log) {
      Account it = new Account("it");
      it.balance = ask(new Num("balance"));
      it.self(log).balance += ask(new Num("plus")) * 2;
      it.balance <<= 1;
      it.small = 100;
      it.small += 100 + ask(new Num("small"));
      it.boxed++;
      it.boxed += ask(new Num("boxed"));
      it.next = it;
      it.next.next.balance -= it.add(ask(new Num("add")));
      it.cells[ask(new Num("cell")) & 1] *= 10 + it.cells[2]--;
      int old = it.self(log).balance++ + ask(new Num("old")) + --it.balance;
      return it.balance + " " + it.small + " " + it.boxed + " " + Render.value(it.cells) + old;
    }

    @Comp
    static String compoundAssignmentsToComputedObjects(Log log) {
      Account it = new Account("it");
      int n = ask(new Num("n"));
      it.self(log).balance += it.add(n) * 2;
      it.self(log).small += 100 + n;
      it.self(log).boxed -= n;
      it.self(log).label += n + PREFIX;
      it.self(log).label += 'c';
      it.self(log).label += (it.label = "changed") + null;
      it.self(log).flag |= n > 1;
      it.self(log).rate *= it.self(log).boxed;
      it.self(log).bits >>>= n + 30L;
      it.self(log).letter += 1.7;
      it.self(log).balance <<= 33L;
      int value = (it.self(log).balance -= it.balance = 5) + (it.self(log).small ^= 'x');
      Supplier<Double> later = () -> it.self(log).rate += value;
      for (int i = 0; i < 2; i++, new Account("made").self(log).balance %= n + 5) {
        log.add(later.get());
      }
      return ask(new Str("end"))
          + value
          + it.balance
          + it.small
          + it.boxed
          + it.label
          + it.flag
          + it.rate
          + it.bits
          + it.letter;
    }

    @Comp
    static String compoundAssignmentsThatFail(Log log) {
      Account none = ask(new Bool("nothing")) ? null : new Account("it");
      if (none != null) {
        none.boxed = null;
      }
      Function<Account, Account> same = a -> a;
      for (int way = 0; way < 3; way++) {
        try {
          if (way == 0) {
            same.apply(none).balance += log.tap("operand", way);
          } else if (way == 1) {
            same.apply(none).boxed += log.tap("operand of a box", way);
          } else {
            same.apply(none).balance /= log.tap("divisor", way - 2);
          }
        } catch (NullPointerException | ArithmeticException e) {
          log.add("caught at " + way);
        }
      }
      return ask(new Str("end"));
    }

    @Comp
    static int compoundAssignmentsToFieldsOfFields(Log log) {
      Account it = new Account("it");
      it.next = new Account("next");
      it.next.next = it;
      Account[] all = {it, it.next};
      it.next.balance += ask(new Num("n"));
      it.next.next.balance += (it.next = it).add(2);
      all[1].next.balance -= 3;
      all[it.balance & 1].balance *= it.balance++ + 5;
      return ask(new Num("end")) + it.balance * 100 + all[1].balance;
    }

    @Comp
    static String nullInstance(Log log) {
      Account none = Yield.yield(Q.of("nothing", null));
      try {
        none.balance = log.tap("value", ask(new Num("evaluated first")));
      } catch (NullPointerException e) {
        log.add("caught at assignment");
      }
      try {
        log.add(none.add(log.tap("argument", ask(new Num("also evaluated")))));
      } catch (NullPointerException e) {
        log.add("caught at call");
      }
      return ask(new Str("end"));
    }

    @Comp
    String instance(Log log) {
      balance = 10;
      balance += ask(new Num("plus"));
      this.balance--;
      log.add(add(3) + this.add(ask(new Num("add"))));
      next = this;
      next.small = (byte) (int) ask(new Num("small"));
      int[] local = cells;
      cells = new int[] {ask(new Num("cell")), 9};
      return balance + owner + small + local[0] + cells[0] + twice(balance);
    }

    @Comp
    static String instanceMethod(Log log) {
      return new Account("me").instance(log);
    }

    @Comp
    static String constantsInCaseLabels() {
      switch (ask(new Num("n"))) {
        case LIMIT:
          return PREFIX + ask(new Str("limit"));
        case LIMIT + 1:
          return "above";
        default:
          return switch (ask(new Str("s"))) {
            case PREFIX + "x", "b" -> "b" + LIMIT;
            default -> PREFIX + ask(new Num("m"));
          };
      }
    }

    @Comp
    static String inLambdasAndReferences() {
      int n = ask(new Num("n"));
      Function<Integer, Integer> f = x -> twice(x) + count * 0 + n;
      Function<String, String> g = Account::twice;
      Function<String, Account> make = Account::new;
      Account it = make.apply(ask(new Str("owner")));
      Supplier<String> s = () -> it.owner + it.balance++ + new Account("l").owner;
      Yield.emit(s.get());
      return f.apply(2) + g.apply("x") + s.get() + ask(new Num("m"));
    }

    @Comp
    private static int secret(int n) {
      return n + ask(new Num("secret"));
    }

    @Comp
    private String secretOfInstance(String s) {
      return owner + s + ask(new Str("secret of instance"));
    }

    @Comp
    static String privateComps() {
      return secret(1) + new Account("o").secretOfInstance("p" + secret(2));
    }

    @Comp
    static int inLoopsAndConditions(Log log) {
      count = 0;
      for (int i = twice(1); i < twice(LIMIT) && count < 5; i += ask(new Num("i")) & 1, count++) {
        if (twice(i) > 4 || ask(new Bool("b" + i))) {
          log.add(count++);
        }
      }
      do {
        count += twice(count) > 9 ? LIMIT : ask(new Num("n"));
      } while (count++ < 6);
      return count;
    }
  }

  static class Shelf<E> {
    private final List<Object> all = new ArrayList<>();
    private E last;

    private Shelf(E first) {
      add(first);
    }

    private Shelf<E> add(E next) {
      all.add(next);
      last = next;
      return this;
    }

    private <R> List<R> with(R other, Function<E, R> f) {
      List<R> found = new ArrayList<>();
      found.add(f.apply(last));
      found.add(other);
      return found;
    }

    private static <A, B extends A> List<A> pair(A a, B b) {
      return new ArrayList<>(List.of(a, b));
    }

    @Comp
    List<CharSequence> own(String s) {
      List<CharSequence> found = this.<CharSequence>with(s, e -> shown(e));
      found.addAll(Shelf.this.<CharSequence>with(s, String::valueOf));
      found.addAll(new Shelf<E>(last).<CharSequence>with(ask(new Str("own")), e -> "e" + e));
      return found;
    }

    private String shown(E e) {
      return "asked " + e;
    }
  }

  @Comp
  static String explicitTypeArguments() {
    List<Object> some = Shelf.<Object, Integer>pair(ask(new Num("n")), 2);
    some.add("other");
    Shelf.<Object, Integer>pair("a", 1).add(ask(new Str("s")));
    Supplier<String> later =
        Shelf.<Supplier<String>, Supplier<String>>pair(() -> "x", () -> "y").get(0);
    new Shelf<Object>("first").add(ask(new Num("m"))).add(later.get());
    List<Number> numbers = new Shelf<>(1).<Number>with(0.5, e -> e + 1);
    return some + later.get() + numbers + new Shelf<>("s").own(ask(new Str("t")));
  }

  static class Cell<T> {
    private T value;

    Cell(T value) {
      this.value = value;
    }

    class Side {
      private T value = Cell.this.value;
    }
  }

  private static <T> Cell<T> noted(Log log, Cell<T> cell) {
    log.add("cell");
    return cell;
  }

  @Comp
  static String computingInGenericFields(Log log) {
    Cell<Integer> number = new Cell<>(ask(new Num("number")));
    Cell<Short> small = new Cell<>((short) 7);
    Cell<String> text = new Cell<>("text");
    Cell<Object> any = new Cell<>("any");
    Cell<Integer>.Side side = number.new Side();
    log.add(number.value++ + " " + ++number.value + " " + small.value-- + " " + --side.value);
    number.value += ask(new Num("more"));
    number.value <<= 2;
    text.value += ask(new Num("end"));
    noted(log, text).value += "!" + number.value++;
    noted(log, number).value *= 3;
    noted(log, number).value++;
    noted(log, any).value += "thing";
    noted(log, text).value += ask(new Str("text"));
    return "" + number.value + small.value + text.value + any.value + side.value;
  }
}
