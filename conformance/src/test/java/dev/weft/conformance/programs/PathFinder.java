package dev.weft.conformance.programs;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import dev.weft.conformance.Question;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches over a graph, step by step: Dijkstra, A*, breadth first, depth first. */
class PathFinder<N, G extends PathFinder.Graph<N>> {

  interface Graph<N> {
    Stream<N> neighbours(N node);

    int cost(N from, N to);
  }

  record Cell(int x, int y) {
    Cell plus(int dx, int dy) {
      return new Cell(x + dx, y + dy);
    }

    int distance(Cell other) {
      return Math.abs(x - other.x) + Math.abs(y - other.y);
    }

    @Override
    public String toString() {
      return x + "," + y;
    }
  }

  static final class Maze implements Graph<Cell> {
    private final char[][] rows;

    Maze(String map) {
      rows = map.lines().map(String::toCharArray).toArray(char[][]::new);
    }

    private char at(Cell cell) {
      return cell.y() < 0 || cell.y() >= rows.length || cell.x() < 0 || cell.x() >= rows[0].length
          ? '#'
          : rows[cell.y()][cell.x()];
    }

    @Override
    public Stream<Cell> neighbours(Cell cell) {
      return Stream.of(cell.plus(1, 0), cell.plus(0, 1), cell.plus(-1, 0), cell.plus(0, -1))
          .filter(c -> at(c) != '#');
    }

    @Override
    public int cost(Cell from, Cell to) {
      char c = at(to);
      return Character.isDigit(c) ? c - '0' : 1;
    }

    Cell find(char wanted) {
      return IntStream.range(0, rows.length)
          .boxed()
          .flatMap(y -> IntStream.range(0, rows[y].length).mapToObj(x -> new Cell(x, y)))
          .filter(c -> at(c) == wanted)
          .findFirst()
          .orElseThrow();
    }
  }

  /** What is looked at next. */
  abstract static class Frontier<N> implements Iterable<N> {
    abstract void add(N node, int priority);

    abstract N take();

    boolean isEmpty() {
      return !iterator().hasNext();
    }

    static <N> Frontier<N> of(Deque<N> deque, boolean last) {
      return new Frontier<>() {
        private int adds;

        @Override
        void add(N node, int priority) {
          deque.addLast(node);
          adds++;
        }

        @Override
        N take() {
          return last ? deque.removeLast() : deque.removeFirst();
        }

        @Override
        public Iterator<N> iterator() {
          return deque.iterator();
        }

        @Override
        public String toString() {
          return deque.size() + "/" + adds;
        }
      };
    }

    static <N> Frontier<N> byPriority() {
      record Entry<N>(N node, int priority, int number) {}
      PriorityQueue<Entry<N>> queue =
          new PriorityQueue<>(
              (a, b) ->
                  a.priority() != b.priority()
                      ? Integer.compare(a.priority(), b.priority())
                      : a.number() - b.number());
      return new Frontier<N>() {
        private int number;

        @Override
        void add(N node, int priority) {
          queue.add(new Entry<>(node, priority, number++));
        }

        @Override
        N take() {
          return Objects.requireNonNull(queue.poll()).node();
        }

        @Override
        public Iterator<N> iterator() {
          return queue.stream().map(Entry::node).iterator();
        }
      };
    }
  }

  enum Answer {
    GO_ON,
    SKIP,
    STOP
  }

  record Visit(Object node, int distance, String frontier) implements Prompt<Answer>, Question {
    @Override
    public Object answer(Answers answers, long number) {
      int n = answers.below(11, number);
      return n == 7 ? Answer.SKIP : n == 9 && number > 8 ? Answer.STOP : Answer.GO_ON;
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int visited;

    private Stopped(int visited) {
      super("stopped", null, false, false);
      this.visited = visited;
    }
  }

  private final G graph;
  private final ToIntBiFunction<? super N, ? super N> estimate;
  private final Map<N, N> cameFrom = new HashMap<>();
  private final Map<N, Integer> distances = new HashMap<>();

  PathFinder(G graph, ToIntBiFunction<? super N, ? super N> estimate) {
    this.graph = graph;
    this.estimate = estimate;
  }

  @Comp
  <F extends Frontier<N>> List<N> search(N start, N goal, F frontier) {
    Set<N> done = new LinkedHashSet<>();
    frontier.add(start, 0);
    distances.put(start, 0);
    search:
    while (!frontier.isEmpty()) {
      N node = frontier.take();
      if (!done.add(node)) continue;
      int distance = distances.get(node);
      switch (Yield.ask(new Visit(node, distance, frontier.getClass().isAnonymousClass() + ""))) {
        case STOP:
          throw new Stopped(done.size());
        case SKIP:
          continue search;
        case GO_ON:
          if (node.equals(goal)) break search;
      }
      for (N next : graph.neighbours(node).collect(Collectors.toList())) {
        int through = distance + graph.cost(node, next);
        Integer known = distances.get(next);
        if (known == null || through < known) {
          distances.put(next, through);
          cameFrom.put(next, node);
          frontier.add(next, through + estimate.applyAsInt(next, goal));
        }
      }
    }
    return path(goal);
  }

  private List<N> path(N goal) {
    if (!cameFrom.containsKey(goal)) return Collections.emptyList();
    LinkedList<N> path = new LinkedList<>();
    for (N node = goal; node != null; node = cameFrom.get(node)) path.addFirst(node);
    return path;
  }

  private static final String MAP =
      """
      S.9.
      .#.#
      .3.E
      ....""";

  @Comp
  static String shortest(Log log) {
    Maze maze = new Maze(MAP);
    Cell start = maze.find('S');
    Cell end = maze.find('E');
    BiFunction<Cell, Cell, Integer> none = (a, b) -> 0;
    StringBuilder report = new StringBuilder();
    for (String way : List.of("dijkstra", "a*", "breadth", "depth")) {
      PathFinder<Cell, Maze> finder =
          new PathFinder<>(maze, way.equals("a*") ? Cell::distance : none::apply);
      try {
        List<Cell> path =
            finder.search(
                start,
                end,
                switch (way) {
                  case "breadth" -> Frontier.<Cell>of(new ArrayDeque<>(), false);
                  case "depth" -> Frontier.<Cell>of(new ArrayDeque<>(), true);
                  default -> Frontier.byPriority();
                });
        report.append(way + path.size() + finder.distances.get(end)).append(' ');
      } catch (Stopped e) {
        log.add("caught " + e.visited);
        if (!Yield.<Boolean>yield(Q.bool("go on after " + way))) return report + "given up";
      } finally {
        log.add("reached " + finder.cameFrom.size());
      }
    }
    return report.toString();
  }
}
