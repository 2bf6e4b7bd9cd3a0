package dev.weft.conformance.programs;

import static dev.weft.Yield.ask;
import static dev.weft.Yield.emit;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import dev.weft.conformance.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Connect Four on a small board, a person against a player that looks some moves ahead. */
class ConnectFour {

  enum Disc {
    RED('X') {
      @Override
      Disc other() {
        return YELLOW;
      }
    },
    YELLOW('O') {
      @Override
      Disc other() {
        return RED;
      }
    };

    private final char symbol;

    Disc(char symbol) {
      this.symbol = symbol;
    }

    abstract Disc other();
  }

  enum Direction {
    RIGHT(1, 0),
    UP(0, 1),
    RISING(1, 1),
    FALLING(1, -1);
    final int dx, dy;

    Direction(int dx, int dy) {
      this.dx = dx;
      this.dy = dy;
    }
  }

  static final class Board {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 4;
    private static final int GOAL = 3;
    private final Disc[][] cells = new Disc[WIDTH][HEIGHT];
    private final int[] heights = new int[WIDTH];

    private boolean isFull(int column) {
      return heights[column] == HEIGHT;
    }

    IntStream moves() {
      return IntStream.range(0, WIDTH).filter(c -> !isFull(c));
    }

    void drop(Disc disc, int column) {
      if (column < 0 || column >= WIDTH) throw new IllegalMove("no column " + column);
      if (isFull(column)) throw new IllegalMove("column " + column + " is full");
      cells[column][heights[column]++] = disc;
    }

    void lift(int column) {
      cells[column][--heights[column]] = null;
    }

    private Disc at(int x, int y) {
      return x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT ? null : cells[x][y];
    }

    Optional<Disc> winner() {
      for (int x = 0; x < WIDTH; x++) {
        for (int y = 0; y < HEIGHT; y++) {
          Disc first = cells[x][y];
          if (first == null) continue;
          direction:
          for (Direction d : Direction.values()) {
            for (int k = 1; k < GOAL; k++) {
              if (at(x + k * d.dx, y + k * d.dy) != first) continue direction;
            }
            return Optional.of(first);
          }
        }
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return IntStream.iterate(HEIGHT - 1, y -> y >= 0, y -> y - 1)
          .mapToObj(
              y ->
                  Arrays.stream(cells)
                      .map(column -> column[y] == null ? "." : "" + column[y].symbol)
                      .collect(Collectors.joining()))
          .collect(Collectors.joining("/"));
    }
  }

  static final class IllegalMove extends RuntimeException {
    private static final long serialVersionUID = 1;

    IllegalMove(String message) {
      super(message);
    }
  }

  static final class Resigned extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Player loser;

    Resigned(Player loser) {
      super(loser.disc + " resigned");
      this.loser = loser;
    }
  }

  abstract class Player {
    final Disc disc;
    int moves;

    Player(Disc disc) {
      this.disc = disc;
    }

    @Comp
    abstract int choose() throws Resigned;

    @Comp
    void move() throws Resigned {
      int column = choose();
      board.drop(disc, column);
      moves++;
      emit(disc + " at " + column + ": " + board);
    }
  }

  record Column(String board, boolean again) implements Prompt<Integer>, Question {
    @Override
    public Object answer(Answers answers, long number) {
      return answers.below(8, number) - 1;
    }
  }

  final class Person extends Player {
    Person(Disc disc) {
      super(disc);
    }

    @Override
    @Comp
    int choose() throws Resigned {
      int column = ask(new Column(board.toString(), moves > 2));
      if (column == 6 && Yield.<Boolean>yield(Q.bool("really resign?"))) throw new Resigned(this);
      return column;
    }

    @Override
    @Comp
    void move() throws Resigned {
      for (int attempt = 1; ; ++attempt) {
        try {
          super.move();
          return;
        } catch (IllegalMove e) {
          emit(e.getMessage());
          if (attempt == 3) {
            log.add("caught " + e.getMessage());
            board.drop(disc, board.moves().findFirst().orElseThrow());
            return;
          }
        }
      }
    }
  }

  final class Machine extends Player {
    private int looked;

    Machine() {
      super(Disc.YELLOW);
    }

    private int score(Disc turn, int depth, int alpha, int beta) {
      looked++;
      Optional<Disc> winner = board.winner();
      if (winner.isPresent()) return winner.get() == turn ? 10 + depth : -10 - depth;
      int[] moves = depth == 0 ? new int[0] : board.moves().toArray();
      if (moves.length == 0) return 0;
      int best = Integer.MIN_VALUE / 2;
      for (int column : moves) {
        board.drop(turn, column);
        try {
          best = Math.max(best, -score(turn.other(), depth - 1, -beta, -Math.max(alpha, best)));
        } finally {
          board.lift(column);
        }
        if (best >= beta) break;
      }
      return best;
    }

    @Override
    @Comp
    int choose() {
      record Rated(int column, int score) {}
      int depth = 1 + level;
      Rated best =
          board
              .moves()
              .mapToObj(
                  column -> {
                    board.drop(disc, column);
                    int score = -score(disc.other(), depth, -100, 100);
                    board.lift(column);
                    return new Rated(column, score);
                  })
              .max(Comparator.comparingInt(Rated::score).thenComparing(Rated::column))
              .orElseThrow();
      int chosen = best.column();
      emit("thought of " + looked + ", expects " + best.score());
      looked = 0;
      return chosen;
    }
  }

  private final Board board = new Board();
  private final Log log;
  private int level;

  private ConnectFour(Log log) {
    this.log = log;
  }

  @Comp
  private String play(boolean begins) {
    final Player[] players = {this.new Person(Disc.RED), new Machine()};
    int turn = begins ? 0 : 1;
    try {
      while (board.winner().isEmpty() && board.moves().findAny().isPresent()) {
        players[turn++ % players.length].move();
      }
      return board.winner().map(d -> d + " wins").orElse("a draw");
    } catch (Resigned e) {
      return players[0] == e.loser ? "coward" : e.getMessage();
    } finally {
      log.add("moves " + Stream.of(players).map(p -> p.disc + "=" + p.moves).toList());
    }
  }

  @Comp
  static String game(Log log) {
    ConnectFour game = new ConnectFour(log);
    OptionalInt level = OptionalInt.empty();
    while (level.isEmpty()) {
      String word = Yield.yield(Q.oneOf("level", "easy", "hard", "what?"));
      switch (word) {
        case "easy" -> level = OptionalInt.of(0);
        case "hard" -> level = OptionalInt.of(2);
        default -> emit("say it again");
      }
    }
    game.level = level.getAsInt();
    return game.play(Yield.yield(Q.bool("begin?"))) + " " + game.board;
  }
}
