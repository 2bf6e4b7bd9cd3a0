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

  @Comp
  static void primes() {
    List<Integer> known = new ArrayList<>();
    candidates:
    for (int n = 2; known.size() < 9; n++) {
      for (int p : known) {
        if (p * p > n) break;
        if (n % p == 0) continue candidates;
      }
      known.add(n);
      Yield.emit(n);
    }
  }

  @Comp
  static List<List<String>> csv() {
    String[] chunks = {"a,\"b", " \"\"c\"\"", "\"\r", "\n1,,", "2\n\"x\ny\"", ""};
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    char previous = 0;
    int i = 0;
    for (String chunk = chunks[0];
        !chunk.isEmpty();
        chunk = Yield.<String>yield(Q.of("chunk " + ++i, chunks[i]))) {
      for (char c : chunk.toCharArray()) {
        switch (c) {
          case '"' -> {
            if (!quoted && previous == '"') cell.append('"');
            quoted = !quoted;
          }
          case ',' -> {
            if (quoted) {
              cell.append(c);
            } else {
              row.add(cell.toString());
              cell.setLength(0);
            }
          }
          case '\n', '\r' -> {
            if (quoted) {
              cell.append(c);
            } else if (c == '\n') {
              row.add(cell.toString());
              cell.setLength(0);
              rows.add(row);
              Yield.emit(row);
              row = new ArrayList<>();
            }
          }
          default -> cell.append(c);
        }
        previous = quoted || c != '"' ? c : '"';
      }
    }
    row.add(cell.toString());
    rows.add(row);
    return rows;
  }

  @Comp
  static int guessed(int low, int high) {
    int guesses = 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      guesses++;
      if (ask(new Bool("above " + middle))) low = middle + 1;
      else high = middle;
    }
    Yield.emit("it is " + low);
    return guesses;
  }

  @Comp
  static String guessingGame(Log log) {
    int best = Integer.MAX_VALUE;
    int round = 0;
    do {
      int guesses = guessed(0, 16 + round);
      best = Math.min(best, guesses);
      log.add("round " + ++round + " took " + guesses);
    } while (round < 3 && ask(new Bool("another")));
    return "best " + best + " of " + round;
  }

  @Comp
  static int[] sorted(int[] values) {
    if (values.length < 2) {
      return values;
    }
    int middle = values.length / 2;
    int[] left = sorted(Arrays.copyOfRange(values, 0, middle));
    int[] right = sorted(Arrays.copyOfRange(values, middle, values.length));
    int[] merged = new int[values.length];
    for (int i = 0, l = 0, r = 0; i < merged.length; i++) {
      boolean takeLeft =
          r == right.length || l < left.length && ask(new Bool(left[l] + " before " + right[r]));
      merged[i] = takeLeft ? left[l++] : right[r++];
    }
    return merged;
  }

  @Comp
  static int[] sortedByAsking() {
    return sorted(new int[] {3, 1, 4, 1, 5});
  }

  @SuppressWarnings("fallthrough")
  @Comp
  static int calculator(Log log) {
    Deque<Integer> stack = new ArrayDeque<>();
    int steps = 0;
    while (steps++ < 12) {
      String token = Yield.yield(Q.oneOf("token", "3", "4", "+", "*", "dup", "-", "5", "x"));
      try {
        switch (token) {
          case "+":
            stack.push(stack.pop() + stack.pop());
            break;
          case "-":
            stack.push(-stack.pop());
            break;
          case "*":
            stack.push(stack.pop() * ask(new Num("times")));
            break;
          case "dup":
            stack.push(stack.element());
          default:
            if (token.equals("x") && ask(new Bool("exit"))) return stack.peek();
            stack.push(Integer.parseInt(token));
        }
      } catch (java.util.NoSuchElementException e) {
        log.add("caught empty");
        stack.push(ask(new Num("instead of nothing")));
      } catch (NumberFormatException e) {
        log.add("caught " + token);
      }
      log.add(stack);
    }
    return stack.size();
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
  static String ticTacToe() {
    char[][] board = new char[3][3];
    for (char[] row : board) Arrays.fill(row, '.');
    char player = 'X';
    int moves = 0;
    game:
    while (moves < 9) {
      int cell;
      int tries = 0;
      do {
        cell = (ask(new Num(player + " moves")) + moves + tries++) % 9;
        if (cell < 0) continue game;
      } while (board[cell / 3][cell % 3] != '.');
      board[cell / 3][cell % 3] = player;
      moves++;
      for (int i = 0; i < 3; i++) {
        if (board[i][0] == player && board[i][1] == player && board[i][2] == player
            || board[0][i] == player && board[1][i] == player && board[2][i] == player) {
          Yield.emit(player + " wins");
          break game;
        }
      }
      player = player == 'X' ? 'O' : 'X';
    }
    return Arrays.stream(board).map(String::new).collect(Collectors.joining("/")) + moves;
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
