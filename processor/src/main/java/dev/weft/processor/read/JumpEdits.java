package dev.weft.processor.read;

import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes jumps that leave the text, and collects where they lead. */
final class JumpEdits {
  private final MethodContext context;
  private final Edits edits;
  private final Jumps jumps;
  private final ReturnValues returns;
  private final Tree root;
  private final List<Exit> exits = new ArrayList<>();

  JumpEdits(MethodContext context, Edits edits, Jumps jumps, ReturnValues returns, Tree root) {
    this.context = context;
    this.edits = edits;
    this.jumps = jumps;
    this.returns = returns;
    this.root = root;
  }

  List<Exit> exits() {
    return exits;
  }

  void returned(ReturnTree tree) {
    Optional<ReturnValues.Value> value =
        Optional.ofNullable(tree.getExpression()).map(e -> returns.value(e, edits.sub(e)));
    jump(tree, jumps.returnWith(value));
  }

  void broken(TreePath path) {
    Tree target = Jumps.target(path);
    if (isOutside(target)) {
      jump(path.getLeaf(), jumps.breakTo(target));
    }
  }

  void continued(TreePath path) {
    Tree target = Jumps.target(path);
    if (isOutside(target)) {
      jump(path.getLeaf(), jumps.continueTo(target));
    }
  }

  /** A {@code yield} of a switch expression; true if it leaves the text. */
  boolean yielded(YieldTree tree, TreePath path) {
    Tree target = Jumps.target(path);
    boolean isOutside = isOutside(target);
    if (isOutside) {
      Code value = edits.sub(tree.getValue());
      Local result = jumps.result(target);
      Code typed = SwitchValues.assigned(context, tree.getValue(), value, result);
      jump(tree, jumps.yieldTo(target, typed));
    }
    return isOutside;
  }

  private boolean isOutside(Tree target) {
    return context.source.start(target) < context.source.start(root)
        || context.source.end(target) > context.source.end(root);
  }

  private void jump(Tree tree, Jump jump) {
    Tree parent = context.index.parent(tree).orElseThrow();
    edits.edit(tree, jump.code(edits.indent(tree), parent));
    exits.add(jump.exit());
  }
}
