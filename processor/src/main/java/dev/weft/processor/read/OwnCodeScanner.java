package dev.weft.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Walks code that runs as part of the method itself, not that of lambdas and classes in it. */
abstract class OwnCodeScanner extends TreeScanner<Void, Void> {
  @Override
  public final @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    return null;
  }

  @Override
  public final @Nullable Void visitClass(ClassTree tree, Void nothing) {
    return null;
  }
}
