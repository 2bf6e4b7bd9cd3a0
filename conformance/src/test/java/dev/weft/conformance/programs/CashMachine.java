package dev.weft.conformance.programs;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import dev.weft.conformance.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The dialogue of a cash machine: card, PIN, menu, accounts with transactions, banknotes. */
public class CashMachine {

  static final class Account {
    private final String owner;
    private final int pin;
    private BigDecimal balance;
    private boolean blocked;

    Account(String owner, int pin, long balance) {
      this.owner = owner;
      this.pin = pin;
      this.balance = BigDecimal.valueOf(balance);
    }
  }

  static class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String format, Object... details) {
      super(String.format(format, details));
    }

    static final class CardKept extends Refused {
      private static final long serialVersionUID = 1;

      CardKept(String owner) {
        super("the card of %s is kept", owner);
      }
    }
  }

  /** Changes of balances that are taken back unless they are committed. */
  final class Transaction implements AutoCloseable {
    private final Map<Account, BigDecimal> before = new LinkedHashMap<>();
    private boolean committed;

    void add(Account account, BigDecimal amount) throws Refused {
      before.putIfAbsent(account, account.balance);
      BigDecimal after = account.balance.add(amount);
      if (after.signum() < 0) throw new Refused("%s has only %s", account.owner, account.balance);
      account.balance = after;
    }

    void commit() {
      committed = true;
    }

    @Override
    public void close() throws Refused {
      if (!committed) {
        before.forEach((account, balance) -> account.balance = balance);
        log.add("rolled back " + before.size());
      }
      if (before.size() > 2) throw new Refused("too many accounts");
    }
  }

  enum Note {
    FIFTY(50),
    TWENTY(20),
    FIVE(5);

    final int value;

    Note(int value) {
      this.value = value;
    }
  }

  private final class Drawer {
    private final EnumMap<Note, Integer> stock = new EnumMap<>(Note.class);

    {
      stock.put(Note.FIFTY, 2);
      stock.put(Note.TWENTY, 3);
      stock.put(Note.FIVE, 4);
    }

    private Map<Note, Integer> take(int amount) throws Refused {
      Map<Note, Integer> taken = new EnumMap<>(Note.class);
      for (Note note : Note.values()) {
        int count = Math.min(amount / note.value, stock.get(note));
        if (count > 0) taken.put(note, count);
        amount -= count * note.value;
      }
      if (amount != 0) throw new Refused("%d can't be paid", amount);
      taken.forEach((note, count) -> stock.merge(note, -count, Integer::sum));
      return taken;
    }
  }

  /** A choice from a list of things. */
  record Choose<T>(String title, List<? extends T> from) implements Prompt<T>, Question {
    @Override
    public Object answer(Answers answers, long number) {
      return from.get(answers.below(from.size(), number));
    }

    @Override
    public String toString() {
      return title + from;
    }
  }

  enum Item {
    BALANCE {
      @Override
      @Comp
      boolean perform(CashMachine machine, Account account) {
        Yield.emit("balance " + account.balance);
        return true;
      }
    },
    WITHDRAW {
      @Override
      @Comp
      boolean perform(CashMachine machine, Account account) throws Refused {
        int amount = Yield.ask(new Choose<>("amount", List.of(5, 45, 70, 130, 33, 400)));
        try (Transaction transaction = machine.new Transaction()) {
          transaction.add(account, BigDecimal.valueOf(-amount));
          Map<Note, Integer> notes = machine.drawer.take(amount);
          if (Yield.<Boolean>yield(Q.bool("take " + notes))) {
            transaction.commit();
          } else {
            notes.forEach((note, count) -> machine.drawer.stock.merge(note, count, Integer::sum));
          }
        }
        return !name().equals(Yield.yield(Q.oneOf("again?", "no", "WITHDRAW")))
            || this.perform(machine, account);
      }
    },
    TRANSFER {
      private int transfers;

      @Override
      @Comp
      boolean perform(CashMachine machine, Account account) throws Refused {
        transfers++;
        List<Account> others =
            machine.accounts.values().stream()
                .filter(a -> a != account)
                .collect(Collectors.toList());
        try (Transaction out = machine.new Transaction();
            Transaction in = machine.new Transaction()) {
          String name =
              Yield.ask(new Choose<String>("to whom", others.stream().map(a -> a.owner).toList()));
          BigDecimal amount =
              new BigDecimal(Yield.<Integer>yield(Q.num("amount", -5, 60))).movePointLeft(1);
          if (amount.signum() <= 0) throw new Refused("not a positive amount: %s", amount);
          out.add(account, amount.negate());
          for (Account other : others) {
            if (!other.owner.equals(name)) continue;
            in.add(other, amount);
            machine.statement.accept(name, amount);
          }
          if (Yield.<Boolean>yield(Q.bool("sure"))) {
            in.commit();
            out.commit();
          }
        }
        return transfers < 10;
      }
    },
    QUIT {
      @Override
      boolean perform(CashMachine machine, Account account) {
        return false;
      }
    };

    @Comp
    abstract boolean perform(CashMachine machine, Account account) throws Refused;
  }

  private final Map<String, Account> accounts = new TreeMap<>();
  private final Drawer drawer = new Drawer();
  private final Log log;
  private final List<String> lines = new ArrayList<>();
  private final BiConsumer<String, BigDecimal> statement;

  CashMachine(Log log) {
    this.log = log;
    this.statement = (name, amount) -> lines.add(name + " " + amount.toPlainString());
    for (Account each :
        new Account[] {
          new Account("ann", 2, 100), new Account("bob", 3, 7), new Account("cy", 0, 0)
        }) {
      accounts.put(each.owner, each);
    }
  }

  @Comp
  private Account identify() throws Refused {
    String owner = Yield.ask(new Choose<>("card", List.copyOf(accounts.keySet())));
    Account account = accounts.get(owner);
    int attempts = 3;
    while (!account.blocked) {
      int pin =
          Yield.ask(new Choose<>("PIN of " + owner + ", " + attempts, List.of(2, 3, 9, 0, 2)));
      if (pin == account.pin) return account;
      if (--attempts == 0) account.blocked = true;
    }
    throw new Refused.CardKept(owner);
  }

  @Comp
  private <E extends Enum<E>> E menu(Class<E> type) {
    SortedMap<String, E> items = new TreeMap<>(Collections.reverseOrder());
    for (E each : type.getEnumConstants()) items.put(each.name().substring(0, 2), each);
    E chosen;
    while (true) {
      String key = Yield.yield(Q.oneOf("menu" + items.keySet(), "BA", "WI", "TR", "?", "QU"));
      if ((chosen = items.get(key)) != null) break;
      Yield.emit("no " + key);
    }
    return chosen;
  }

  @Comp
  void serve() throws Refused {
    Account account = identify();
    boolean goesOn = true;
    for (int n = 0; goesOn && n < 6; n++) {
      Item item = menu(Item.class);
      Supplier<String> entry = () -> item + " of " + account.owner;
      try {
        goesOn = item.perform(this, account);
      } catch (Refused.CardKept e) {
        throw e;
      } catch (Refused e) {
        Yield.emit(e.getMessage() + supressed(e));
      } finally {
        log.add("served " + entry.get());
      }
    }
  }

  private static String supressed(Throwable e) {
    return e.getSuppressed().length == 0 ? "" : " and " + e.getSuppressed()[0].getMessage();
  }

  @Comp
  static Map<String, Object> day(Log log) {
    CashMachine machine = new CashMachine(log);
    int customers = 0;
    do {
      try {
        machine.serve();
      } catch (Refused e) {
        log.add("caught " + e.getMessage());
      } finally {
        Yield.emit("card out");
      }
    } while (++customers < 3);
    Map<String, Object> summary = new HashMap<>();
    machine.accounts.forEach((name, account) -> summary.put(name, account.balance));
    summary.put("drawer", machine.drawer.stock);
    summary.put("statement", machine.lines);
    return new TreeMap<>(summary);
  }
}
