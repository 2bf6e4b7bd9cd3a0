package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Range;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A switch with suspensions in its branches stays a switch. To get back into a branch it switches
 * on a constant that leads there.
 *
 * <pre>{@code
 * switch (at == 0 ? command : "add") { case "add": ... pause ... }
 * }</pre>
 */
final class SwitchLowering {
  private final Lowering lowering;
  private final MethodContext context;
  private final SwitchKeys keys;

  SwitchLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
    this.keys = new SwitchKeys(lowering);
  }

  void statement(SwitchTree tree, Optional<String> label, List<Stmt> out) {
    ExpressionTree selector = (ExpressionTree) TreeShapes.bare(tree.getExpression());
    if (!context.index.anySuspends(tree.getCases())) {
      lowering.expressions.order(selector, out);
      lowering.statements.verbatim(tree, out);
      return;
    }
    rejectPatterns(tree.getCases());
    Code key = lowering.expressions.header(selector, out);
    Jumps.Target target = lowering.jumps.open(tree, label, "choice", Optional.empty());
    List<Stmt.Branch> branches = branches(tree.getCases(), selector, Optional.empty());
    lowering.jumps.close();
    add(target, key, branches, tree.getCases(), out);
  }

  /** A switch expression becomes a statement that assigns its value. */
  void expression(SwitchExpressionTree tree, Local result, List<Stmt> out) {
    rejectPatterns(tree.getCases());
    ExpressionTree selector = (ExpressionTree) TreeShapes.bare(tree.getExpression());
    Code key = lowering.expressions.header(selector, out);
    Jumps.Target target = lowering.jumps.openValue(tree, result);
    List<Stmt.Branch> branches =
        new ArrayList<>(branches(tree.getCases(), selector, Optional.of(result)));
    if (tree.getCases().stream().noneMatch(c -> c.getExpressions().isEmpty())) {
      branches.add(noMatch());
    }
    lowering.jumps.close();
    add(target, key, branches, tree.getCases(), out);
  }

  private void add(
      Jumps.Target target,
      Code key,
      List<Stmt.Branch> branches,
      List<? extends CaseTree> cases,
      List<Stmt> out) {
    boolean isArrow = TreeShapes.isArrow(cases.get(0));
    boolean hasWayBack =
        branches.stream().allMatch(b -> b.selector().isPresent() || !suspends(b.body()));
    if (hasWayBack) {
      out.add(new Stmt.Switch(target.usedLabel(), key, branches, isArrow));
    } else {
      byNumber(target, key, branches, isArrow, out);
    }
  }

  /**
   * Where no constant leads into a branch, branches are picked first and then entered by number.
   */
  private void byNumber(
      Jumps.Target target, Code key, List<Stmt.Branch> branches, boolean isArrow, List<Stmt> out) {
    Local branch = context.temporary(TypeName.INT);
    Code.Builder pick = new Code.Builder().add("switch (").add(key).add(") {\n").write(branch);
    List<Stmt.Branch> numbered = new ArrayList<>();
    for (Stmt.Branch each : branches) {
      int number = numbered.size() + 1;
      pick.add("  ").add(each.labels()).add(" -> " + branch.name() + " = " + number + ";\n");
      String labels = each.labels().toString();
      String comment = labels.contains("*/") ? "" : " /* " + labels + " */";
      Code way = Code.of(Integer.toString(number));
      Code label = Code.of("case " + number + comment);
      numbered.add(new Stmt.Branch(label, Optional.of(way), each.body()));
    }
    out.add(new Stmt.Assign(branch, Code.of("0")));
    out.add(new Stmt.Plain(pick.add("}").build(), List.of(), true));
    out.add(new Stmt.Switch(target.usedLabel(), Code.read(branch), numbered, isArrow));
  }

  private static boolean suspends(List<Stmt> body) {
    return Range.of(body).isPresent();
  }

  private List<Stmt.Branch> branches(
      List<? extends CaseTree> cases, ExpressionTree selector, Optional<Local> result) {
    List<Stmt.Branch> branches = new ArrayList<>();
    for (CaseTree each : cases) {
      branches.add(
          new Stmt.Branch(
              keys.labels(each), keys.wayBack(each, cases, selector), body(each, result)));
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
      out.add(new Stmt.Assign(result.get(), code));
      context.release(temporaries);
    } else {
      lowering.statements.statement((StatementTree) tree.getBody(), out);
    }
    return out;
  }

  /** What Java does when an enum has grown a constant that the switch does not know. */
  private Stmt.Branch noMatch() {
    boolean hasMatchException =
        context.elements().getTypeElement("java.lang.MatchException") != null;
    Stmt thrown =
        hasMatchException
            ? Stmt.Plain.thrown(
                "new ", ClassName.get("java.lang", "MatchException"), "(null, null)")
            : Stmt.Plain.thrown("new ", ClassName.get(IncompatibleClassChangeError.class), "()");
    return new Stmt.Branch(Code.of("default"), Optional.empty(), List.of(thrown));
  }

  private void rejectPatterns(List<? extends CaseTree> cases) {
    for (CaseTree each : cases) {
      new TreeScanner<Void, Void>() {
        @Override
        public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
          if (tree != null
              && TreeShapes.hasKind(tree, "PATTERN_CASE_LABEL")
              && context.index.parent(tree).orElse(null) == each) {
            throw new Refusal(Problem.PATTERN_SWITCH, tree, "a suspension");
          }
          return super.scan(tree, null);
        }
      }.scan(each, null);
    }
  }
}
