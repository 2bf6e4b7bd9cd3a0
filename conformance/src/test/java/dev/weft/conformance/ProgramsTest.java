package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Whole programs as people write them: constructs in combination. */
class ProgramsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ProgramsTest.class);
  }

  record User(String name, String email, int age) {}

  @Comp
  static User signUp(Log log) {
    String name = Yield.yield(Q.str("name"));
    if (name.isBlank()) {
      name = "anonymous";
    }
    String email;
    int tries = 0;
    do {
      email = Yield.yield(Q.oneOf(tries == 0 ? "email" : "email again", "x", "a@b", "c@d"));
      log.add("try " + ++tries);
    } while (!email.contains("@") && tries < 4);
    int age = Yield.yield(Q.num("age of " + name));
    return new User(name, email, age > 0 ? age : ask(new Num("really " + age + "?")));
  }

  record Item(String name, int price, boolean physical) {}

  @Comp
  static String checkout(Log log) throws IOException {
    List<Item> cart = new ArrayList<>();
    for (Item item : List.of(new Item("book", 20, true), new Item("song", 2, false))) {
      int count = ask(new Num("how many " + item.name()));
      for (int i = 0; i < count; i++) cart.add(item);
    }
    if (cart.isEmpty()) {
      return "nothing bought";
    }
    int total = cart.stream().mapToInt(Item::price).sum();
    log.add("reserved " + cart.size());
    boolean reserved = true;
    try {
      String address = "none";
      if (cart.stream().anyMatch(Item::physical)) {
        address = ask(new Str("address"));
        if (address.isEmpty()) throw new IOException("no address");
      }
      for (int attempt = 1; ; attempt++) {
        try {
          if (!ask(new Bool("pay " + total + ", attempt " + attempt))) {
            throw new IllegalStateException("declined " + attempt);
          }
          reserved = false;
          return "paid " + total + " to " + address;
        } catch (IllegalStateException e) {
          log.add("caught " + e.getMessage());
          if (attempt == 3) return "given up";
          total += ask(new Num("surcharge"));
        }
      }
    } finally {
      if (reserved) log.add("finally released " + cart.size());
    }
  }

  enum Room {
    HALL,
    CELLAR,
    TOWER,
    OUTSIDE
  }

  @Comp
  static String adventure(Log log) {
    Room room = Room.HALL;
    Map<String, Integer> bag = new TreeMap<>();
    for (int turn = 1; room != Room.OUTSIDE; turn++) {
      log.add(turn + ": " + room);
      if (turn > 8) return "lost with " + bag;
      room =
          switch (room) {
            case HALL -> {
              int way = ask(new Num("which way"));
              yield way < 1 ? Room.CELLAR : way == 1 ? Room.TOWER : Room.HALL;
            }
            case CELLAR -> {
              bag.merge("coin", Math.abs(ask(new Num("coins"))), Integer::sum);
              yield ask(new Bool("climb")) ? Room.HALL : Room.CELLAR;
            }
            case TOWER -> {
              if (bag.getOrDefault("coin", 0) > 1) {
                Yield.emit("pays the guard");
                bag.computeIfPresent("coin", (k, v) -> v - 2);
                yield Room.OUTSIDE;
              }
              yield Room.HALL;
            }
            case OUTSIDE -> throw new AssertionError();
          };
    }
    return "free with " + bag;
  }

  @Comp
  static String fetchAllPages(Log log) {
    List<String> rows = new ArrayList<>();
    int page = 0;
    boolean more = true;
    while (more && page < 4) {
      int attempt = 0;
      while (true) {
        try {
          List<Integer> part = Yield.yield(Q.list("page " + page));
          if (part.size() == 3) throw new IllegalStateException("page too long");
          for (int n : part) rows.add(page + ":" + n);
          more = !part.isEmpty();
          break;
        } catch (IllegalStateException | UnsupportedOperationException e) {
          log.add("caught " + e.getMessage());
          if (++attempt == 2) {
            Yield.emit("giving up page " + page);
            more = false;
            break;
          }
          Yield.emit("wait " + (1 << attempt));
        } finally {
          log.add("finally page " + page + " attempt " + attempt);
        }
      }
      page++;
    }
    return rows.stream().collect(Collectors.joining(","));
  }

  @Comp
  static Map<String, Integer> quiz() {
    Map<String, Integer> scores = new LinkedHashMap<>();
    for (String player : List.of("ann", "bob")) {
      int score = 0;
      for (int q = 1; q <= 3; q++) {
        int answer = Yield.yield(Q.num(player + ", what is " + q + " + 1?", 1, 4));
        boolean right = answer == q + 1;
        if (!right && ask(new Bool("joker for " + player))) {
          q--;
          if (++score > 5) break;
          continue;
        }
        score += right ? 2 : 0;
      }
      int previous = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      scores.put(player, score + (score > previous ? ask(new Num("bonus")) : 0));
    }
    return scores;
  }

  @Comp
  static String transfer(Log log) {
    int[] accounts = {10, 5, 0};
    Deque<Runnable> compensations = new ArrayDeque<>();
    try {
      for (int i = 0; i + 1 < accounts.length; i++) {
        int from = i;
        int amount = Math.abs(ask(new Num("amount from " + i)));
        accounts[from] -= amount;
        compensations.push(() -> accounts[from] += amount);
        if (accounts[from] < 3) throw new IllegalStateException("overdrawn " + from);
        accounts[from + 1] += amount - ask(new Num("fee"));
        int to = i + 1;
        int arrived = amount;
        compensations.push(() -> accounts[to] -= arrived);
      }
      compensations.clear();
      return "ok " + Arrays.toString(accounts);
    } catch (IllegalStateException e) {
      log.add("caught " + e.getMessage());
      return "failed " + ask(new Str("reason"));
    } finally {
      while (!compensations.isEmpty()) {
        compensations.pop().run();
        log.add("finally " + Arrays.toString(accounts) + compensations.size());
      }
    }
  }

  @Comp
  static boolean confirm(String what) {
    String answer = Yield.yield(Q.oneOf("confirm " + what, "yes", "perhaps", "no"));
    return switch (answer) {
      case "yes" -> true;
      case "no" -> false;
      default -> confirm(what + ", please");
    };
  }

  @Comp
  static String order(Log log) {
    StringBuilder order = new StringBuilder();
    try {
      for (String dish : new String[] {"soup", "cake"}) {
        if (!confirm(dish)) continue;
        int n = 1 + Math.abs(ask(new Num("how many " + dish)));
        order.append(n).append(' ').append(dish).append(n > 1 ? "s" : "").append(' ');
      }
      return confirm("order of " + order) ? order.toString() : "cancelled " + ask(new Str("why"));
    } finally {
      log.add("finally served " + order.length());
    }
  }
}
