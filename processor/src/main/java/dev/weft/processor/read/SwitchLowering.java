package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A switch with suspensions in its branches stays a switch. To get back into a branch it switches
 * on a constant that leads there.
 *
 * <pre>{@code
 * switch (at == 0 ? command : "add") { case "add": ... pause ... }
 * }</pre>
 *
 * Where no constant does, as with patterns, branches are picked first and then entered by number.
 */
final class SwitchLowering {
  /** So many branches may make a method too long; runs of them become parts, which read the key. */
  private static final int MANY = 30;

  private final Lowering lowering;
  private final MethodContext context;
  private final SwitchKeys keys;
  private final PickLowering picks;

  SwitchLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
    this.keys = new SwitchKeys(lowering);
    this.picks = new PickLowering(lowering, keys);
  }

  /**
   * How branches are entered.
   *
   * @param key what is switched on
   * @param doors to the branches, in order
   */
  private record Entry(Code key, List<Door> doors) {}

  private record Door(Code labels, Optional<Code> wayBack) {}

  void statement(SwitchTree tree, Optional<String> label, List<Stmt> out) {
    ExpressionTree selector = (ExpressionTree) TreeShapes.bare(tree.getExpression());
    List<? extends CaseTree> cases = tree.getCases();
    if (!context.index.anySuspends(cases)) {
      lowering.expressions.order(selector, out);
      lowering.statements.verbatim(tree, out);
      return;
    }
    boolean isTotal = hasDefault(cases) || SwitchForms.isEnhanced(cases, context.type(selector));
    Entry entry = entry(tree, cases, selector, isTotal, out);
    Jumps.Target target = lowering.jumps.open(tree, label, "choice", Optional.empty());
    List<Stmt.Branch> branches = branches(entry, cases, Optional.empty());
    lowering.jumps.close();
    add(target, entry, branches, cases, isTotal, out);
  }

  /** A switch expression becomes a statement that assigns its value. */
  void expression(SwitchExpressionTree tree, Local result, List<Stmt> out) {
    ExpressionTree selector = (ExpressionTree) TreeShapes.bare(tree.getExpression());
    List<? extends CaseTree> cases = tree.getCases();
    boolean isPicked = isPicked(cases, selector);
    Entry entry = entry(tree, cases, selector, true, out);
    Jumps.Target target = lowering.jumps.openValue(tree, result);
    List<Stmt.Branch> branches = branches(entry, cases, Optional.of(result));
    if (!isPicked && !hasDefault(cases)) {
      List<Stmt> noMatch = List.of(SwitchForms.noMatch(context));
      branches.add(new Stmt.Branch(Code.of("default"), Optional.empty(), noMatch));
    }
    lowering.jumps.close();
    add(target, entry, branches, cases, true, out);
  }

  /** A {@code yield} of a switch expression that has become a statement. */
  void given(YieldTree tree, List<Stmt> out) {
    Tree target = Jumps.target(context.index.path(tree));
    Code value = lowering.expressions.value(tree.getValue(), out);
    Local result = lowering.jumps.result(target);
    out.add(lowering.expressions.assignment(result, tree.getValue(), value));
    lowering.statements.jump(tree, lowering.jumps.breakTo(target), out);
  }

  private static void add(
      Jumps.Target target,
      Entry entry,
      List<Stmt.Branch> branches,
      List<? extends CaseTree> cases,
      boolean isTotal,
      List<Stmt> out) {
    boolean isArrow = TreeShapes.isArrow(cases.get(0));
    out.add(new Stmt.Switch(target.usedLabel(), entry.key(), branches, isArrow, isTotal));
  }

  private static boolean hasDefault(List<? extends CaseTree> cases) {
    return cases.stream().anyMatch(c -> CaseParts.of(c).isDefault());
  }

  private boolean isPicked(List<? extends CaseTree> cases, ExpressionTree selector) {
    return SwitchForms.isEnhanced(cases, context.type(selector))
        || cases.stream()
            .filter(context.index::suspends)
            .anyMatch(c -> keys.wayBack(c, cases, selector).isEmpty());
  }

  private Entry entry(
      Tree tree,
      List<? extends CaseTree> cases,
      ExpressionTree selector,
      boolean isTotal,
      List<Stmt> out) {
    List<Door> doors = new ArrayList<>();
    if (isPicked(cases, selector)) {
      Code branch = Code.read(picks.pick(tree, cases, selector, isTotal, out));
      cases.forEach(c -> doors.add(numbered(c, doors.size() + 1)));
      return new Entry(branch, doors);
    }
    Code key = key(selector, cases.size(), out);
    Renderer.Parts renderer = lowering.renderer.parts(tree);
    for (CaseTree each : cases) {
      Code labels = keys.labels(CaseParts.of(each), renderer);
      doors.add(new Door(labels, keys.wayBack(each, cases, selector)));
    }
    return new Entry(key, doors);
  }

  private Code key(ExpressionTree selector, int branches, List<Stmt> out) {
    Code key = lowering.expressions.header(selector, out);
    Optional<TypeName> type = context.typeNames.name(context.type(selector));
    if (branches < MANY || key.isLocal() || type.isEmpty()) {
      return key;
    }
    Local kept = context.temporary(type.get());
    out.add(new Stmt.Assign(kept, key));
    return Code.read(kept);
  }

  /** A branch that is entered by its number, with its own labels as a comment. */
  private Door numbered(CaseTree tree, int number) {
    String labels = summary(CaseParts.of(tree));
    // A unicode escape counts even in comments, and one that was cut short is an error there.
    boolean isHarmless = !labels.contains("*/") && !labels.contains("\\u");
    String comment = isHarmless ? " /* " + labels + " */" : "";
    Code way = Code.of(Integer.toString(number));
    return new Door(Code.of("case " + number + comment), Optional.of(way));
  }

  private String summary(CaseParts parts) {
    List<String> labels = parts.labels().stream().map(this::summary).toList();
    boolean isDefault = labels.isEmpty() || labels.equals(List.of("default"));
    return (isDefault ? "default" : "case " + String.join(", ", labels))
        + parts.guard().map(g -> " when " + context.source.summary(g)).orElse("");
  }

  private String summary(Tree label) {
    return TreeShapes.hasKind(label, "DEFAULT_CASE_LABEL")
        ? "default"
        : context.source.summary(label);
  }

  private List<Stmt.Branch> branches(
      Entry entry, List<? extends CaseTree> cases, Optional<Local> result) {
    List<Stmt.Branch> branches = new ArrayList<>();
    for (CaseTree each : cases) {
      Door door = entry.doors().get(branches.size());
      branches.add(new Stmt.Branch(door.labels(), door.wayBack(), body(each, result)));
    }
    return branches;
  }

  private List<Stmt> body(CaseTree tree, Optional<Local> result) {
    List<Stmt> out = new ArrayList<>();
    if (!TreeShapes.isArrow(tree)) {
      List<? extends StatementTree> statements = tree.getStatements();
      int from = statements.isEmpty() ? 0 : context.source.start(statements.get(0));
      lowering.statements.list(statements, from, out);
    } else if (tree.getBody() instanceof BlockTree block) {
      out.addAll(lowering.statements.block(block));
    } else if (tree.getBody() instanceof ThrowTree thrown) {
      lowering.statements.statement(thrown, out);
    } else if (tree.getBody() instanceof ExpressionTree value && result.isPresent()) {
      int temporaries = context.temporaries();
      Code code = lowering.expressions.value(value, out);
      out.add(lowering.expressions.assignment(result.get(), value, code));
      context.release(temporaries);
    } else {
      lowering.statements.statement((StatementTree) tree.getBody(), out);
    }
    return out;
  }
}
