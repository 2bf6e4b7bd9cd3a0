package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.Problem;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds a {@code finally} in which a {@code return} may come to nothing, so that another one goes
 * on that was interrupted by it. A stepper hands a result on before the cleanups run, and so would
 * have lost the first one; a {@code finally} that is taken apart keeps it aside.
 *
 * <pre>{@code
 * try {
 *   return first;
 * } finally {
 *   label: try { return second; } finally { break label; }
 * }
 * }</pre>
 */
final class AbandonedReturns extends OwnCodeScanner {
  private final BodyIndex index;
  private final Completion completion;

  private AbandonedReturns(MethodContext context) {
    index = context.index;
    completion = new Completion(context);
  }

  /** Has what needs it taken apart. */
  static void avoid(MethodContext context, MethodTree method) {
    if (context.method.getReturnType().getKind() != TypeKind.VOID) {
      new AbandonedReturns(context).scan(method.getBody(), null);
    }
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Void nothing) {
    BlockTree last = tree.getFinallyBlock();
    if (last != null && completion.completes(last) && mayAbandon(last)) {
      takeApart(last);
    }
    return super.visitTry(tree, null);
  }

  private void takeApart(BlockTree last) {
    TreePath path = index.path(last);
    if (new NeverRun(index).isPartOfSkipped(path)) {
      return;
    }
    if (TreeShapes.isSynchronized(path)) {
      throw new Refusal(Problem.ABANDONED_RETURN, last);
    }
    index.takeApart(last);
  }

  /** Whether a block returns out of a try whose own cleanup may go elsewhere. */
  private static boolean mayAbandon(BlockTree block) {
    boolean[] found = {false};
    new OwnCodeScanner() {
      @Override
      public @Nullable Void visitTry(TryTree tree, Void nothing) {
        boolean hasCleanup = tree.getFinallyBlock() != null || !tree.getResources().isEmpty();
        found[0] |= hasCleanup && returns(tree);
        return super.visitTry(tree, null);
      }
    }.scan(block, null);
    return found[0];
  }

  private static boolean returns(TryTree tree) {
    boolean[] found = {false};
    new OwnCodeScanner() {
      @Override
      public @Nullable Void visitReturn(ReturnTree returned, Void nothing) {
        found[0] = true;
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }
}
