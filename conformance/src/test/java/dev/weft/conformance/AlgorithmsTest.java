package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Algorithms that ask where they would compare, read or report. */
class AlgorithmsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AlgorithmsTest.class);
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
    String[] chunks = {"a,\"b", " \"\"c\"\"", "\r", "\n1,,", "2\n\"x\ny\"", ""};
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
}
