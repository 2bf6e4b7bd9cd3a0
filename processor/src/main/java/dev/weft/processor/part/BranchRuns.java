package dev.weft.processor.part;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Puts branches of a large switch together, so that each run of them can be a part.
 *
 * <pre>{@code
 * switch (n) { case 1: a; break; case 2: b; break; case 3: c; break; case 4: d; break; }
 *   =>
 * switch (n) {
 *   case 1, 2: part1: { switch (n) { case 1: a; break; case 2: b; break; } }
 *   case 3, 4: part2: { switch (n) { case 3: c; break; case 4: d; break; } }
 * }
 * }</pre>
 */
final class BranchRuns {
  private static final String CASE = "case ";
  private static final String DEFAULT = "default";
  private static final Set<String> KEYWORDS = Set.of(DEFAULT, "null");

  /** A number, a name, a character or a short string. */
  private static final Pattern CONSTANT = Pattern.compile("-?[\\w.$]+|'[^']+'|\"[^\"\\\\,]*\"");

  private BranchRuns() {}

  /** Whether the key can be read twice, and each branch be found by a constant. */
  static boolean canJoin(Stmt.Switch choice) {
    return choice.key().isLocal()
        && choice.branches().stream()
            .allMatch(b -> isConstant(b.labels().toString()) && !lacksWayBack(b));
  }

  private static boolean isConstant(String labels) {
    if (labels.equals(DEFAULT)) {
      return true;
    }
    String constants =
        labels.contains(" /* ") ? labels.substring(0, labels.indexOf(" /* ")) : labels;
    return constants.startsWith(CASE)
        && Arrays.stream(constants.substring(CASE.length()).split(", ", -1))
            .allMatch(c -> CONSTANT.matcher(c).matches() && !KEYWORDS.contains(c));
  }

  /** Whether a branch with suspensions is entered again in another way than by a constant. */
  private static boolean lacksWayBack(Stmt.Branch branch) {
    return branch.selector().isEmpty() && Range.of(branch.body()).isPresent();
  }

  /** Whether the end of a branch is the start of the next. */
  static boolean fallsThrough(Stmt.Branch branch) {
    List<Stmt> real = branch.body().stream().filter(s -> !s.isAside()).toList();
    return real.isEmpty()
        || !(real.get(real.size() - 1) instanceof Stmt.Plain last)
        || last.completes();
  }

  /** One branch that stands for several. */
  static Stmt.Branch join(
      Stmt.Switch choice, List<Stmt.Branch> run, Function<List<Stmt>, Stmt> part) {
    Stmt inner = new Stmt.Switch(Optional.empty(), choice.key(), run, choice.arrow(), true);
    Optional<Code> selector = run.stream().flatMap(b -> b.selector().stream()).findFirst();
    return new Stmt.Branch(labels(run), selector, List.of(part.apply(List.of(inner))));
  }

  private static Code labels(List<Stmt.Branch> run) {
    List<Object> constants = new ArrayList<>();
    boolean hasDefault = false;
    for (Stmt.Branch branch : run) {
      String text = branch.labels().toString();
      hasDefault |= text.equals(DEFAULT);
      if (!text.equals(DEFAULT)) {
        constants.add(text.substring(CASE.length()));
      }
    }
    return hasDefault ? Code.of(DEFAULT) : Code.join(CASE, Code.list(", ", constants));
  }
}
