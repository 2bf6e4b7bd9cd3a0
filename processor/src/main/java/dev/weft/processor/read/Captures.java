package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Final copies of hoisted locals for lambdas and classes that capture them. A copy is made just
 * before the innermost statement around the lambda, so that each iteration has its own.
 */
final class Captures {
  private final MethodContext context;
  private final Tree root;
  private final Map<Place, String> copies = new LinkedHashMap<>();

  /** What patterns in the text bind; these are final, and in scope where the user's are. */
  private final Map<Local, String> bound = new LinkedHashMap<>();

  /** A statement and a local that is captured in it; no statement means before the whole text. */
  private record Place(@Nullable StatementTree before, Local local) {}

  Captures(MethodContext context, Tree root) {
    this.context = context;
    this.root = root;
  }

  /** Tells that a pattern in the text binds another variable first, which is then moved. */
  void bind(Local local, String name) {
    bound.put(local, name);
  }

  /** The name of the copy that a mention inside a lambda or class stands for. */
  String copy(Local local, TreePath capturing, Tree mention) {
    String binding = bound.get(local);
    if (binding != null) {
      return binding;
    }
    StatementTree anchor = anchor(capturing, local);
    if (Renderer.assignedIn(context, statementAround(capturing)).contains(local)) {
      throw new Refusal(Problem.CAPTURE_ASSIGNED, mention, local.name());
    }
    return copies.computeIfAbsent(
        new Place(anchor, local), p -> context.names.fresh(local.name() + "_"));
  }

  /** The statement before which a copy can stand, or null where that is the text's own start. */
  private @Nullable StatementTree anchor(TreePath capturing, Local local) {
    if (capturing.getLeaf() == root) {
      return null;
    }
    for (TreePath p = capturing; p != null; p = p.getParentPath()) {
      Tree leaf = p.getLeaf();
      if (leaf == root) {
        return null;
      }
      if (leaf instanceof StatementTree statement
          && isPlaced(statement, p.getParentPath().getLeaf())
          && !(declaresInGroup(statement) && isSteady(local, p.getParentPath().getParentPath()))) {
        return statement;
      }
    }
    return null;
  }

  /**
   * Whether a statement declares something in an old group of a switch. A copy that stood there
   * might share a slot with the variable of a pattern, which javac may take for assigned.
   */
  private boolean declaresInGroup(StatementTree statement) {
    return TreeShapes.isOldGroup(context.index.parent(statement).orElseThrow())
        && TreeShapes.declares(statement);
  }

  /** Whether a local has the same value everywhere in the statement that a tree is part of. */
  private boolean isSteady(Local local, TreePath tree) {
    return !Renderer.assignedIn(context, statementAround(tree)).contains(local);
  }

  private static StatementTree statementAround(TreePath capturing) {
    for (TreePath p = capturing; p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof StatementTree statement
          && isPlaced(statement, p.getParentPath().getLeaf())) {
        return statement;
      }
    }
    throw new IllegalStateException("a lambda outside of every statement");
  }

  /** Whether a statement stands where another, or a block, could stand as well. */
  private static boolean isPlaced(StatementTree statement, Tree parent) {
    if (parent instanceof BlockTree || parent instanceof CaseTree || parent instanceof IfTree) {
      return true;
    }
    return parent instanceof ForLoopTree loop && loop.getStatement() == statement
        || parent instanceof EnhancedForLoopTree each && each.getStatement() == statement
        || parent instanceof WhileLoopTree loop2 && loop2.getStatement() == statement
        || parent instanceof DoWhileLoopTree loop3 && loop3.getStatement() == statement;
  }

  private boolean needsBraces(StatementTree statement) {
    Tree parent = context.index.parent(statement).orElseThrow();
    return !(parent instanceof BlockTree) && !declaresInGroup(statement);
  }

  /** Copies to be made before the text. */
  List<Stmt> before() {
    List<Stmt> before = new ArrayList<>();
    copies.forEach(
        (place, name) -> {
          if (place.before() == null) {
            before.add(Renderer.copy(place.local(), name));
          }
        });
    return before;
  }

  /** Copies to be made inside the text. */
  List<Renderer.Edit> insertions() {
    Map<StatementTree, Code.Builder> lines = new LinkedHashMap<>();
    copies.forEach(
        (place, name) -> {
          StatementTree statement = place.before();
          if (statement != null) {
            lines
                .computeIfAbsent(statement, s -> new Code.Builder().add(needsBraces(s) ? "{ " : ""))
                .add(Renderer.copyLine(place.local(), name))
                .add(
                    needsBraces(statement)
                        ? " "
                        : "\n" + " ".repeat(context.source.indent(statement, root)));
          }
        });
    List<Renderer.Edit> edits = new ArrayList<>();
    lines.forEach(
        (statement, line) -> {
          int start = context.source.start(statement);
          edits.add(new Renderer.Edit(start, start, line.build()));
          if (needsBraces(statement)) {
            int end = context.source.end(statement);
            edits.add(new Renderer.Edit(end, end, Code.of(" }")));
          }
        });
    return edits;
  }
}
