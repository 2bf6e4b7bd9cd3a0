package dev.weft.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where jumps lead in the generated code. A jump that crosses a {@code finally} which suspends is
 * noted down by number, and made after the {@code finally} has run.
 */
final class Jumps {
  private final MethodContext context;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Set<String> userLabels = new HashSet<>();

  Jumps(MethodContext context) {
    this.context = context;
  }

  private sealed interface Scope {}

  /** A statement that jumps lead to. */
  static final class Target implements Scope {
    private final Tree tree;
    private final Label label;
    private final Optional<Label> body;
    private final Optional<Local> result;
    private boolean broken;
    private boolean continued;

    private Target(Tree tree, Label label, Optional<Label> body, Optional<Local> result) {
      this.tree = tree;
      this.label = label;
      this.body = body;
      this.result = result;
    }

    /** The label, if a jump by label was made to it. */
    Optional<Label> usedLabel() {
      return broken ? Optional.of(label) : Optional.empty();
    }

    Label label() {
      return label;
    }

    /** Marks the label as needed for a jump of our own. */
    Label use() {
      broken = true;
      return label;
    }

    /** Whether a {@code continue} leaves the body by its own label. */
    boolean isContinued() {
      return continued;
    }
  }

  /** A {@code try} whose {@code finally} suspends. */
  static final class Region implements Scope {
    private final Label body;
    private final Local exit;
    private final Optional<Local> result;
    private final List<Exits> exits = new ArrayList<>();

    private record Exits(Optional<Tree> target, boolean isContinue) {}

    private Region(Label body, Local exit, Optional<Local> result) {
      this.body = body;
      this.exit = exit;
      this.result = result;
    }

    private int number(Optional<Tree> target, boolean isContinue) {
      Exits wanted = new Exits(target, isContinue);
      int at = exits.indexOf(wanted);
      if (at < 0) {
        exits.add(wanted);
        at = exits.size() - 1;
      }
      return at + 1;
    }

    boolean isUsed() {
      return !exits.isEmpty();
    }
  }

  /**
   * Opens the scope of a loop, switch or labelled statement.
   *
   * @param userLabel the user's own label for it
   * @param bodyLabel a label around the body, which a {@code continue} breaks from, where the loop
   *     has more to do after its body
   */
  Target open(Tree tree, Optional<String> userLabel, String wanted, Optional<Label> bodyLabel) {
    Label label =
        new Label(userLabel.map(this::unique).orElseGet(() -> context.names.fresh(wanted)));
    Target target = new Target(tree, label, bodyLabel, Optional.empty());
    scopes.push(target);
    return target;
  }

  /** The user may give one label to several statements. */
  private String unique(String userLabel) {
    return userLabels.add(userLabel) ? userLabel : context.names.fresh(userLabel);
  }

  /** Opens the scope of a switch expression whose value goes to a local. */
  Target openValue(Tree tree, Local result) {
    Target target =
        new Target(
            tree, new Label(context.names.fresh("pick")), Optional.empty(), Optional.of(result));
    scopes.push(target);
    return target;
  }

  Region openRegion(Label body, Local exit, Optional<Local> result) {
    Region region = new Region(body, exit, result);
    scopes.push(region);
    return region;
  }

  void close() {
    scopes.pop();
  }

  /** The statement that a break, continue or yield leads to. */
  static Tree target(TreePath jump) {
    Tree leaf = jump.getLeaf();
    for (TreePath p = jump.getParentPath(); p != null; p = p.getParentPath()) {
      Tree tree = p.getLeaf();
      if (leaf instanceof YieldTree ? tree instanceof SwitchExpressionTree : leads(leaf, tree)) {
        return tree;
      }
    }
    throw new IllegalStateException("a jump that leads nowhere: " + leaf);
  }

  private static boolean leads(Tree jump, Tree tree) {
    if (jump instanceof BreakTree exit) {
      return exit.getLabel() == null
          ? TreeShapes.isLoop(tree) || tree instanceof SwitchTree
          : tree instanceof LabeledStatementTree labeled
              && labeled.getLabel().contentEquals(exit.getLabel());
    }
    ContinueTree next = (ContinueTree) jump;
    return next.getLabel() == null
        ? TreeShapes.isLoop(tree)
        : tree instanceof LabeledStatementTree labeled
            && labeled.getLabel().contentEquals(next.getLabel());
  }

  Jump breakTo(Tree target) {
    return jump(Optional.of(target), false, Optional.empty());
  }

  Jump continueTo(Tree target) {
    return jump(Optional.of(target), true, Optional.empty());
  }

  /** The local that takes the value of a switch expression that has become a statement. */
  Local result(Tree target) {
    return scopes.stream()
        .filter(s -> s instanceof Target t && t.tree == target)
        .map(s -> ((Target) s).result.orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  /** The value of a switch expression that has become a statement. */
  Jump yieldTo(Tree target, Code value) {
    Local result = result(target);
    Jump leave = breakTo(target);
    List<Code> statements = new ArrayList<>(List.of(assigned(result, value)));
    statements.addAll(leave.statements());
    return new Jump(statements, false, leave.exit());
  }

  private static Code assigned(Local local, Object value) {
    return new Code.Builder().add(local.name() + " = ").add(value).add(";").write(local).build();
  }

  /** A return, with its value if it has one. */
  Jump returnWith(Optional<ReturnValues.Value> value) {
    return jump(Optional.empty(), false, value);
  }

  private Jump jump(Optional<Tree> target, boolean isContinue, Optional<ReturnValues.Value> value) {
    for (Scope scope : scopes) {
      if (scope instanceof Region region) {
        return leave(region, target, isContinue, value);
      }
      Target here = (Target) scope;
      if (target.isPresent() && isSame(here.tree, target.get())) {
        return arrive(here, isContinue);
      }
    }
    if (target.isPresent()) {
      throw new IllegalStateException("a jump to a statement that is not open: " + target.get());
    }
    return ended(value);
  }

  /** The end of the method. */
  private Jump ended(Optional<ReturnValues.Value> value) {
    String complete = "return complete(" + context.executionName + ", ";
    if (value.isEmpty()) {
      return jump(complete + "null)", new Exit.Return());
    }
    ReturnValues.Value result = value.get();
    if (result.declared().isEmpty()) {
      Code code = Code.join(complete, result.object(), ");");
      return new Jump(List.of(code), false, new Exit.Return());
    }
    String name = context.names.fresh("returned");
    Code declared =
        Code.join("final ", result.declared().get(), " " + name + " = ", result.raw(), ";");
    Code completed = Code.of(complete + name + ");");
    return new Jump(List.of(declared, completed), true, new Exit.Return());
  }

  /** A label and the loop that bears it are one target. */
  private static boolean isSame(Tree here, Tree target) {
    return here == target
        || target instanceof LabeledStatementTree labeled && isSame(here, labeled.getStatement());
  }

  private static Jump arrive(Target target, boolean isContinue) {
    if (!isContinue) {
      target.broken = true;
      return jump("break " + target.label, new Exit.Break(target.label));
    }
    target.continued = true;
    if (target.body.isPresent()) {
      Label body = target.body.get();
      return jump("break " + body, new Exit.Break(body));
    }
    target.broken = true;
    return jump("continue " + target.label, new Exit.Continue(target.label));
  }

  private static Jump jump(String text, Exit exit) {
    return new Jump(List.of(Code.of(text + ";")), false, exit);
  }

  private static Jump leave(
      Region region,
      Optional<Tree> target,
      boolean isContinue,
      Optional<ReturnValues.Value> value) {
    List<Code> statements = new ArrayList<>();
    if (value.isPresent() && region.result.isPresent()) {
      statements.add(assigned(region.result.get(), value.get().raw()));
    }
    statements.add(assigned(region.exit, region.number(target, isContinue)));
    statements.add(Code.of("break " + region.body + ";"));
    return new Jump(statements, false, new Exit.Break(region.body));
  }

  /** The jumps that were put off by a region, for the place behind its {@code finally}. */
  List<Stmt> replay(Region region) {
    List<Stmt> replayed = new ArrayList<>();
    for (int i = 0; i < region.exits.size(); i++) {
      Region.Exits each = region.exits.get(i);
      Jump jump =
          jump(
              each.target(),
              each.isContinue(),
              region.result.map(Code::read).map(ReturnValues.Value::of));
      Stmt made = new Stmt.Plain(jump.code(0), List.of(jump.exit()), false);
      replayed.add(new Stmt.If(Code.join(region.exit, " == " + (i + 1)), made, Optional.empty()));
    }
    return replayed;
  }
}
