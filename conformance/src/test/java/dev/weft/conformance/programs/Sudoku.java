package dev.weft.conformance.programs;

import static dev.weft.Yield.emit;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Sudoku of 4 by 4 that one plays, with hints, undo, and a solver that can be watched. */
final class Sudoku {
  private static final int BOX = 2;
  private static final int SIZE = BOX * BOX;

  private final int[][] cells = new int[SIZE][SIZE];
  private final List<Runnable> undo = new ArrayList<>();
  private final Log log;
  private int guesses;

  private Sudoku(String given, Log log) {
    this.log = log;
    int at = 0;
    for (char c : given.toCharArray()) {
      cells[at / SIZE][at++ % SIZE] = c == '.' ? 0 : Character.digit(c, 10);
    }
  }

  /** A place on the board, which knows its rivals. */
  private final class Place {
    private final int row;
    private final int column;

    Place(int row, int column) {
      this.row = row;
      this.column = column;
    }

    int value() {
      return cells[row][column];
    }

    void value(int digit) {
      int before = cells[row][column];
      cells[row][column] = digit;
      undo.add(() -> cells[row][column] = before);
    }

    BitSet candidates() {
      BitSet open = new BitSet();
      open.set(1, SIZE + 1);
      for (int i = 0; i < SIZE; i++) {
        open.clear(cells[row][i]);
        open.clear(cells[i][column]);
        open.clear(cells[row / BOX * BOX + i / BOX][column / BOX * BOX + i % BOX]);
      }
      return open;
    }

    @Override
    public String toString() {
      return "" + (char) ('a' + column) + (row + 1);
    }
  }

  private Optional<Place> tightest(IntPredicate wanted) {
    Place best = null;
    for (int i = 0; i < SIZE * SIZE; i++) {
      Place place = new Place(i / SIZE, i % SIZE);
      if (place.value() != 0) continue;
      int size = place.candidates().cardinality();
      if (wanted.test(size) && (best == null || size < best.candidates().cardinality())) {
        best = place;
      }
    }
    return Optional.ofNullable(best);
  }

  private void rewind(int mark) {
    while (undo.size() > mark) undo.remove(undo.size() - 1).run();
  }

  /** Fills in what is left; every guess can be watched. */
  @Comp
  boolean solve(int depth) {
    Optional<Place> place = tightest(n -> true);
    if (place.isEmpty()) return true;
    Place here = place.get();
    BitSet candidates = here.candidates();
    int mark = undo.size();
    for (int digit = candidates.nextSetBit(0);
        digit >= 0;
        digit = candidates.nextSetBit(digit + 1)) {
      here.value(digit);
      boolean solved = false;
      try {
        if (candidates.cardinality() > 1) {
          guesses++;
          emit(" ".repeat(depth) + here + "=" + digit);
        }
        if (solved = solve(depth + 1)) return true;
      } finally {
        if (!solved) {
          rewind(mark);
          log.add("back to " + depth);
        }
      }
    }
    return false;
  }

  @Comp
  private boolean turn(int number) {
    String command =
        Yield.yield(
            Q.oneOf(
                "move " + number, "a1=2", "hint", "b2=1", "undo", "d4=4", "solve", "c3=9", "x"));
    if (command.matches("[a-d][1-4]=\\d")) {
      Place place = new Place(command.charAt(1) - '1', command.charAt(0) - 'a');
      int digit = command.charAt(3) - '0';
      if (place.value() != 0 || !place.candidates().get(digit)) emit("not there");
      else place.value(digit);
      return true;
    }
    return switch (command) {
      case "hint" -> {
        tightest(n -> n == 1)
            .or(() -> tightest(n -> n > 1))
            .ifPresentOrElse(show("try"), () -> log.add("no hint"));
        yield true;
      }
      case "undo" -> {
        rewind(Math.max(0, undo.size() - 1));
        yield Yield.<Boolean>yield(Q.bool("go on"));
      }
      case "solve" -> !solve(0) && Yield.<Boolean>yield(Q.bool("go on all the same"));
      default -> throw new IllegalArgumentException("what is " + command + "?");
    };
  }

  private Consumer<Place> show(String text) {
    return place -> log.add(text + " " + place + place.candidates());
  }

  private boolean isComplete() {
    return IntStream.range(0, SIZE)
        .allMatch(
            r -> {
              Set<Integer> seen = new HashSet<>();
              for (int v : cells[r]) {
                if (v == 0 || !seen.add(v)) return false;
              }
              return true;
            });
  }

  @Override
  public String toString() {
    return Arrays.stream(cells)
        .map(r -> Arrays.stream(r).mapToObj(Integer::toString).collect(Collectors.joining()))
        .collect(Collectors.joining("/"));
  }

  @Comp
  static String game(Log log) {
    String given =
        Yield.yield(
            Q.oneOf(
                "puzzle",
                "1...............",
                ".2..3......4..1.",
                "11..............",
                "12343412........"));
    Sudoku sudoku = new Sudoku(given, log);
    int n = 0;
    boolean goesOn;
    do {
      try {
        goesOn = sudoku.turn(++n);
      } catch (IllegalArgumentException e) {
        emit(e.getMessage());
        goesOn = n < 4;
      }
    } while (goesOn && !sudoku.isComplete() && n < 9);
    return sudoku + (sudoku.isComplete() ? " complete" : " open") + " with " + sudoku.guesses;
  }
}
