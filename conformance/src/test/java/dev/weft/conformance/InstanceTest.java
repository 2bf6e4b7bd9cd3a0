package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Instance methods: fields, {@code this}, own methods, parameters. */
class InstanceTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(InstanceTest.class);
  }

  static class Base {
    protected int inherited = 7;
    int hidden = 1;

    protected String greet(String who) {
      return "base " + who;
    }

    @Comp
    String describe() {
      return "base" + ask(new Num("base"));
    }
  }

  static class Account extends Base {
    int balance;
    final String owner;
    String note = "";
    Account linked;
    int hidden = 2;
    final List<String> entries = new ArrayList<>();

    Account(String owner, int balance) {
      this.owner = owner;
      this.balance = balance;
    }

    int fee() {
      return 1;
    }

    Account link(Account other) {
      linked = other;
      return this;
    }

    @Comp
    int deposit(int amount) {
      balance += amount;
      balance -= fee();
      if (amount < 0) {
        balance += ask(new Num("correction for " + this.owner));
      }
      entries.add("deposit " + amount);
      return balance;
    }

    @Comp
    void fieldsReadAndWritten(Log log) {
      balance = ask(new Num("balance"));
      this.balance += ask(new Num("plus"));
      balance++;
      this.note += ask(new Str("note"));
      log.add(balance + note);
      int balance = ask(new Num("local"));
      this.balance -= balance;
      inherited *= ask(new Num("inherited"));
      hidden = ask(new Num("hidden"));
      ((Base) this).hidden = 5;
      log.add(this.balance + " " + inherited + " " + hidden + " " + ((Base) this).hidden);
    }

    @Comp
    String ownMethodsAndThis(Log log) {
      log.add(greet(ask(new Str("who"))));
      log.add(this.greet("me") + fee());
      Account self = this;
      Supplier<String> lambda = () -> owner + this.balance;
      Supplier<Object> anonymous =
          new Supplier<>() {
            private final String owner = "shadow";

            @Override
            public Object get() {
              return owner + Account.this.owner + balance;
            }
          };
      balance = ask(new Num("n"));
      return lambda.get() + anonymous.get() + (self == this) + this;
    }

    @Comp
    String throughLinks() {
      linked.note = ask(new Str("note"));
      linked.linked.balance += ask(new Num("n")) + linked.balance;
      return linked + " " + this;
    }

    @Comp
    Account fluent() {
      balance += ask(new Num("fluent"));
      return this;
    }

    @Comp
    int sum(int a, Integer b, int... rest) {
      a += ask(new Num("a"));
      b = b == null ? ask(new Num("b")) : b;
      for (int i = 0; i < rest.length; i++) {
        rest[i] += a;
        a = rest[i];
      }
      return a + b;
    }

    @Override
    @Comp
    String describe() {
      return "account " + owner + ask(new Num("account"));
    }

    @Override
    public String toString() {
      return owner + balance + note;
    }
  }

  static final class Savings extends Account {
    Savings() {
      super("savings", 50);
    }

    @Override
    int fee() {
      return 5;
    }

    @Override
    protected String greet(String who) {
      return "savings " + who;
    }

    @Override
    @Comp
    int deposit(int amount) {
      return 1000 + ask(new Num("savings " + amount));
    }
  }

  @Comp
  static String fields(Log log) {
    Account account = new Account("ann", 10);
    account.fieldsReadAndWritten(log);
    return account.toString();
  }

  @Comp
  static String methods(Log log) {
    return new Savings().ownMethodsAndThis(log) + new Account("bob", 2).ownMethodsAndThis(log);
  }

  @Comp
  static String links() {
    return new Account("a", 1).link(new Account("b", 2).link(new Account("c", 3))).throughLinks();
  }

  @Comp
  static int overridden() {
    Account account = ask(new Bool("savings")) ? new Savings() : new Account("x", 3);
    int n = account.deposit(5);
    account.balance = 4;
    return n + account.deposit(-1);
  }

  @Comp
  static String overriddenThroughTheBase() {
    Base[] all = {new Base(), new Account("a", 0), new Savings()};
    String s = "";
    for (Base b : all) {
      s += b.describe() + ";";
    }
    return s;
  }

  @Comp
  static String fluentChain(Log log) {
    return new Account("f", 0).fluent().link(null).fluent().fluent().toString();
  }

  @Comp
  static int parameters() {
    Account account = new Account("p", 0);
    int[] rest = {1, 2};
    int s =
        account.sum(1, null, rest) + account.sum(2, 3) + account.sum(ask(new Num("x")), 4, 5, 6);
    return s * 100 + rest[0];
  }

  @Comp
  static int nullInstance(Log log) {
    Account none = Yield.yield(Q.of("nothing", null));
    try {
      return none.deposit(log.tap("argument", ask(new Num("evaluated first"))));
    } catch (NullPointerException e) {
      log.add("caught null");
      return ask(new Num("after"));
    }
  }
}
