package dev.weft.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.weft.processor.Problem;
import dev.weft.processor.attribution.Attributed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Finds suspensions in places where the code around them could not pause. */
public final class Validator extends TreePathScanner<Void, Void> {
  private static final Pattern SIMPLE_NAME = Pattern.compile("\\bComp$");

  private final Attributed attributed;
  private final Trees trees;
  private final List<Refusal.Item> found = new ArrayList<>();

  private Validator(Attributed attributed) {
    this.attributed = attributed;
    this.trees = attributed.trees();
  }

  /** All misplaced suspensions of a unit. */
  public static List<Refusal.Item> check(Attributed attributed, CompilationUnitTree unit) {
    Validator validator = new Validator(attributed);
    validator.scan(unit, null);
    return validator.found;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
    if (isMeantAsComp(tree)) {
      return null;
    }
    Element method = trees.getElement(getCurrentPath());
    if (method != null
        && Suspensions.isComp(method)
        && method.getEnclosingElement() instanceof TypeElement owner
        && Access.isLocal(owner)) {
      found.add(new Refusal.Item(Problem.COMP_IN_LOCAL_CLASS, tree, tree.getName()));
    }
    return super.visitMethod(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    Suspensions.kind(trees.getElement(getCurrentPath()))
        .flatMap(kind -> problem(tree, kind))
        .filter(item -> !isSuppressed(item.problem()))
        .ifPresent(found::add);
    return super.visitMethodInvocation(tree, null);
  }

  private Optional<Refusal.Item> problem(MethodInvocationTree call, Suspensions.Kind kind) {
    boolean isDelegation = kind == Suspensions.Kind.COMP;
    boolean isInLambda = false;
    String label = Suspensions.label(call);
    Tree below = call;
    for (TreePath p = getCurrentPath().getParentPath(); p != null; p = p.getParentPath()) {
      Tree tree = p.getLeaf();
      if (tree instanceof SynchronizedTree guarded && guarded.getBlock() == below && !isInLambda) {
        return item(Problem.YIELD_IN_SYNCHRONIZED, call, label);
      }
      if (tree instanceof LambdaExpressionTree) {
        if (isForBlocking(p)) {
          return Optional.empty();
        }
        isInLambda = true;
      }
      if (tree instanceof MethodTree method) {
        return inMethod(call, label, p, method, isInLambda, isDelegation);
      }
      if (tree instanceof ClassTree) {
        return isDelegation
            ? Optional.empty()
            : item(
                isInLambda ? Problem.YIELD_IN_LAMBDA : Problem.YIELD_IN_INITIALIZER, call, label);
      }
      below = tree;
    }
    return Optional.empty();
  }

  /** An ordinary method may call a {@code @Comp} one, on a thread that may block. */
  private Optional<Refusal.Item> inMethod(
      MethodInvocationTree call,
      String label,
      TreePath path,
      MethodTree method,
      boolean isInLambda,
      boolean isDelegation) {
    Element element = trees.getElement(path);
    boolean isComp = element != null && Suspensions.isComp(element);
    if (isComp) {
      if (isInLambda) {
        return item(Problem.YIELD_IN_LAMBDA, call, label);
      }
      return lacksStepper() ? item(Problem.NO_STEPPER, call, label) : Optional.empty();
    }
    if (isInClassOfComp(path)) {
      return item(Problem.YIELD_IN_CLASS_BODY, call, label);
    }
    if (isDelegation) {
      return Optional.empty();
    }
    if (isInLambda) {
      return item(Problem.YIELD_IN_LAMBDA, call, label);
    }
    return method.getReturnType() == null
        ? item(Problem.YIELD_IN_CONSTRUCTOR, call, label)
        : item(Problem.YIELD_OUTSIDE_COMP, call, label, method.getName());
  }

  /** Whether a method has a {@code @Comp} that is not imported, of which the compiler tells. */
  private boolean isMeantAsComp(MethodTree method) {
    TreePath modifiers = new TreePath(getCurrentPath(), method.getModifiers());
    return method.getModifiers().getAnnotations().stream()
        .map(a -> new TreePath(new TreePath(modifiers, a), a.getAnnotationType()))
        .filter(t -> SIMPLE_NAME.matcher(t.getLeaf().toString()).find())
        .map(trees::getTypeMirror)
        .anyMatch(t -> t != null && t.getKind() == TypeKind.ERROR);
  }

  /**
   * Whether the current call is one of a {@code @Comp} method in a class that Weft has not
   * compiled.
   */
  private boolean lacksStepper() {
    if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement method)
        || !Suspensions.isComp(method)) {
      return false;
    }
    TypeElement owner = Owners.of(method);
    if (Access.isLocal(owner)) {
      return false; // It is refused itself.
    }
    String topLevel = StepperNames.topLevel(owner).getQualifiedName().toString();
    String factories = StepperNames.factories(owner).canonicalName();
    return !attributed.sources().contains(topLevel)
        && attributed.elements().getTypeElement(factories) == null;
  }

  /**
   * Code outside of {@code @Comp} methods may suspend on threads of its own that block, which can't
   * be seen here; whoever writes such code says so.
   */
  private boolean isSuppressed(Problem problem) {
    for (TreePath p = getCurrentPath(); p != null; p = p.getParentPath()) {
      Tree tree = p.getLeaf();
      Element element =
          tree instanceof MethodTree || tree instanceof ClassTree ? trees.getElement(p) : null;
      if (element != null && tree instanceof MethodTree && Suspensions.isComp(element)) {
        return false;
      }
      SuppressWarnings suppressed =
          element == null ? null : element.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains(problem.tag())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal.Item> item(Problem problem, Tree tree, Object... details) {
    return Optional.of(new Refusal.Item(problem, tree, details));
  }

  /** Whether the class of this method is declared inside the body of a {@code @Comp} method. */
  private boolean isInClassOfComp(TreePath path) {
    for (TreePath p = path.getParentPath(); p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof MethodTree) {
        Element element = trees.getElement(p);
        return element != null && Suspensions.isComp(element);
      }
    }
    return false;
  }

  /** {@code Blocking.of(() -> ...)} runs the lambda on a thread where suspensions block. */
  private boolean isForBlocking(TreePath lambda) {
    TreePath parent = lambda.getParentPath();
    Element method =
        parent.getLeaf() instanceof MethodInvocationTree ? trees.getElement(parent) : null;
    return method != null
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals("dev.weft.Blocking");
  }
}
