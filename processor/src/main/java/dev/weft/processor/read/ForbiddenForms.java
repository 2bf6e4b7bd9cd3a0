package dev.weft.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.weft.processor.Problem;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what a {@code @Comp} method can't contain, wherever it stands in the body. */
final class ForbiddenForms extends OwnCodeScanner {
  private final MethodContext context;

  ForbiddenForms(MethodContext context) {
    this.context = context;
  }

  void check(MethodTree method) {
    if (!context.index.protectedTypes().isEmpty()) {
      Tree first = context.index.protectedTypes().get(0);
      throw new Refusal(Problem.PROTECTED_TYPE, first, context.type(first));
    }
    scan(method.getBody(), null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Void nothing) {
    tree.getResources().forEach(r -> reject(r, context.type(r), "close"));
    return super.visitTry(tree, null);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    reject(tree.getExpression(), context.type(tree.getExpression()), "iterator");
    return super.visitEnhancedForLoop(tree, null);
  }

  /** Whether a class is one of Java's own, whose many members are not worth a look. */
  private static boolean isOfThePlatform(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  private void reject(Tree tree, TypeMirror type, String name) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && !isOfThePlatform(element)) {
      for (ExecutableElement method :
          ElementFilter.methodsIn(context.elements().getAllMembers(element))) {
        if (method.getSimpleName().contentEquals(name)
            && method.getParameters().isEmpty()
            && Suspensions.isComp(method)) {
          throw new Refusal(Problem.IMPLICIT_CALL, tree, element.getSimpleName(), name);
        }
      }
    }
  }
}
