package dev.weft.processor.part;

import dev.weft.processor.flow.Planned;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Mentions;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves statements of a long method into parts. HotSpot never compiles a method over 8,000 bytes,
 * and a class file has none over 65,535. A method that is short enough stays as it is.
 *
 * <pre>{@code
 * a; b; c; d;
 *   =>
 * part1: { a; b; }
 * part2: { c; d; }
 * }</pre>
 *
 * From the inside to the outside, each list of statements is brought down to the limit; so the
 * parts of a loop's body are made before the loop itself becomes part of one.
 */
public final class Partition {
  /** Above this a method is parted; the guess of its size is rather too high than too low. */
  public static final int USUAL_LIMIT = 7_000;

  /** What a local of a part adds to it. */
  private static final int LOCAL = 14;

  /** What a branch of a switch adds to it, with the way back to it. */
  private static final int BRANCH = 30;

  /** Below this a part would be no shorter than what it stands for. */
  private static final int PART_WORTH = 200;

  private final Weights weights;
  private final int worth;
  private int parts;

  private Partition(Weights weights, int worth) {
    this.weights = weights;
    this.worth = worth;
  }

  /**
   * The machine with its body in parts, if it is too long.
   *
   * @param limit bytes of bytecode, roughly, above which a method is too long
   */
  public static Planned of(Planned whole, int limit) {
    Machine machine = whole.machine();
    Map<Integer, Integer> saves = new HashMap<>();
    whole
        .plan()
        .saves()
        .forEach((n, s) -> saves.put(n, s.stores().size() + s.clears().size() + s.loads().size()));
    Partition partition = new Partition(new Weights(saves), Math.min(PART_WORTH, limit));
    if (partition.weights.of(machine.body()) <= limit) {
      return whole;
    }
    return Planned.of(machine.withBody(partition.list(machine.body(), limit - limit / 7)));
  }

  private List<Stmt> list(List<Stmt> list, int limit) {
    if (weights.of(list) <= limit) {
      return list;
    }
    List<Stmt> smaller = new ArrayList<>();
    list.forEach(s -> smaller.add(weights.of(s) > limit ? inside(s, limit) : s));
    return weights.of(smaller) > limit ? runs(smaller, limit) : smaller;
  }

  /** Makes parts of runs of statements. */
  private List<Stmt> runs(List<Stmt> list, int limit) {
    List<List<Stmt>> runs = new ArrayList<>();
    for (List<Stmt> piece : pieces(list)) {
      List<Stmt> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      if (last.isEmpty() || partWeight(last, piece) > limit) {
        runs.add(new ArrayList<>(piece));
      } else {
        last.addAll(piece);
      }
    }
    boolean isFlat = list.stream().anyMatch(s -> !s.isAside() && !(s instanceof Stmt.Part));
    if (runs.size() < 2 || !isFlat && runs.size() == pieces(list).size()) {
      return list;
    }
    List<Stmt> made = new ArrayList<>();
    for (List<Stmt> run : runs) {
      if (!made.isEmpty()) {
        made.add(new Stmt.Seam());
      }
      made.add(part(run));
    }
    return weights.of(made) > limit ? runs(made, limit) : made;
  }

  /** What a part with these statements would weigh, with the locals that it loads and stores. */
  private int partWeight(List<Stmt> run, List<Stmt> more) {
    List<Stmt> all = new ArrayList<>(run);
    all.addAll(more);
    return weights.of(all) + LOCAL * Mentions.of(all).size();
  }

  /** The statements between two places where a list may be cut. */
  private static List<List<Stmt>> pieces(List<Stmt> list) {
    List<List<Stmt>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
    for (Stmt each : list) {
      if (each instanceof Stmt.Seam) {
        pieces.add(new ArrayList<>());
      }
      pieces.get(pieces.size() - 1).add(each);
    }
    return pieces;
  }

  /** A statement that weighs too much, with parts in it. */
  private Stmt inside(Stmt statement, int limit) {
    if (statement instanceof Stmt.Block block) {
      return new Stmt.Block(list(block.body(), limit));
    }
    if (statement instanceof Stmt.If choice) {
      Stmt.If smaller = rebuilt(choice, s -> inside(s, limit));
      return weights.of(smaller) > limit ? rebuilt(smaller, this::whole) : smaller;
    }
    if (statement instanceof Stmt.Loop loop) {
      return new Stmt.Loop(
          loop.label(), loop.form(), loop.condition(), loop.updates(), inside(loop.body(), limit));
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return new Stmt.Labeled(labeled.label(), inside(labeled.body(), limit));
    }
    if (statement instanceof Stmt.Switch choice) {
      return choice(choice, limit);
    }
    if (statement instanceof Stmt.Try attempt) {
      return new Stmt.Try(inside(attempt.body(), limit), attempt.catches(), attempt.finallyBody());
    }
    return statement;
  }

  private static Stmt.If rebuilt(Stmt.If choice, java.util.function.UnaryOperator<Stmt> change) {
    return new Stmt.If(
        choice.condition(), change.apply(choice.then()), choice.otherwise().map(change));
  }

  /** A block with nothing in it but a part that has all that it had. */
  private Stmt whole(Stmt statement) {
    List<Stmt> body = statement instanceof Stmt.Block block ? block.body() : List.of(statement);
    return weights.of(body) > worth ? new Stmt.Block(List.of(part(body))) : statement;
  }

  private Stmt choice(Stmt.Switch choice, int limit) {
    List<Stmt.Branch> branches = new ArrayList<>();
    for (Stmt.Branch each : choice.branches()) {
      branches.add(new Stmt.Branch(each.labels(), each.selector(), list(each.body(), limit)));
    }
    Stmt.Switch smaller = withBranches(choice, branches);
    if (weights.of(smaller) <= limit) {
      return smaller;
    }
    List<List<Stmt.Branch>> runs = branchRuns(smaller, limit);
    if (runs.size() > 1 && BranchRuns.canJoin(choice)) {
      return withBranches(
          choice, runs.stream().map(r -> BranchRuns.join(choice, r, this::part)).toList());
    }
    branches.replaceAll(
        b ->
            weights.of(b.body()) > worth
                ? new Stmt.Branch(b.labels(), b.selector(), List.of(part(b.body())))
                : b);
    return withBranches(choice, branches);
  }

  private static Stmt.Switch withBranches(Stmt.Switch choice, List<Stmt.Branch> branches) {
    return new Stmt.Switch(choice.label(), choice.key(), branches, choice.arrow(), choice.total());
  }

  /** Branches that fit into a part, together with those that they fall through to. */
  private List<List<Stmt.Branch>> branchRuns(Stmt.Switch choice, int limit) {
    List<List<Stmt.Branch>> runs = new ArrayList<>();
    int weight = 0;
    boolean mayCut = true;
    for (Stmt.Branch each : choice.branches()) {
      int more = weights.of(each.body()) * 3 / 2 + BRANCH;
      if (runs.isEmpty() || mayCut && weight + more > limit) {
        runs.add(new ArrayList<>());
        weight = 0;
      }
      runs.get(runs.size() - 1).add(each);
      weight += more;
      mayCut = choice.arrow() || !BranchRuns.fallsThrough(each);
    }
    return runs;
  }

  private Stmt.Part part(List<Stmt> body) {
    Set<Exit> exits = new LinkedHashSet<>();
    Set<Label> inside = new HashSet<>();
    body.forEach(s -> jumps(s, exits, inside));
    exits.removeIf(e -> target(e).filter(inside::contains).isPresent() || target(e).isEmpty());
    return new Stmt.Part(++parts, List.copyOf(body), List.copyOf(exits));
  }

  private static Optional<Label> target(Exit exit) {
    if (exit instanceof Exit.Break out) {
      return Optional.of(out.label());
    }
    return exit instanceof Exit.Continue again ? Optional.of(again.label()) : Optional.empty();
  }

  private static void jumps(Stmt statement, Set<Exit> exits, Set<Label> inside) {
    if (statement instanceof Stmt.Plain plain) {
      exits.addAll(plain.exits());
    } else if (statement instanceof Stmt.Loop loop) {
      loop.label().ifPresent(inside::add);
    } else if (statement instanceof Stmt.Switch choice) {
      choice.label().ifPresent(inside::add);
    } else if (statement instanceof Stmt.Labeled labeled) {
      inside.add(labeled.label());
    }
    statement.children().forEach(s -> jumps(s, exits, inside));
  }
}
