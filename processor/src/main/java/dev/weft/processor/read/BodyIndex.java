package dev.weft.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a method finds out: where each tree stands, which trees hold a suspension,
 * which variables are assigned where, and which names are in use.
 */
final class BodyIndex {
  private final Trees trees;
  private final IdentityHashMap<Tree, TreePath> paths = new IdentityHashMap<>();
  private final Set<Tree> suspending = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Tree, Suspensions.Kind> calls = new IdentityHashMap<>();
  private final Map<Element, List<Tree>> assignments = new HashMap<>();
  private final Map<Element, List<Tree>> mentions = new HashMap<>();
  private final Map<Element, Tree> declarations = new HashMap<>();
  private final Map<String, Integer> declaredNames = new HashMap<>();
  private final Map<String, Tree> hiding = new HashMap<>();
  private final Set<Tree.Kind> kinds = EnumSet.noneOf(Tree.Kind.class);
  private final Set<String> usedNames = new HashSet<>();
  private final Set<String> declaredTypes = new HashSet<>();
  private final List<Tree> privateTypes = new ArrayList<>();
  private final List<Tree> protectedTypes = new ArrayList<>();

  BodyIndex(TreePath method, Trees trees, Elements elements) {
    this.trees = trees;
    new Walk(elements).scan(method, null);
  }

  TreePath path(Tree tree) {
    TreePath path = paths.get(tree);
    if (path == null) {
      throw new IllegalStateException("a tree outside the method: " + tree);
    }
    return path;
  }

  /** The symbol a tree names or declares, if it has one. */
  @Nullable Element element(Tree tree) {
    return trees.getElement(path(tree));
  }

  @Nullable TypeMirror type(Tree tree) {
    return trees.getTypeMirror(path(tree));
  }

  /** The type that a name stands for, with the type arguments behind it. */
  @Nullable TypeMirror wholeType(Tree name) {
    return type(
        parent(name)
            .filter(p -> p instanceof ParameterizedTypeTree whole && whole.getType() == name)
            .orElse(name));
  }

  Optional<Tree> parent(Tree tree) {
    return Optional.ofNullable(path(tree).getParentPath()).map(TreePath::getLeaf);
  }

  /** A tree with all parentheses around it. */
  Tree enclosed(Tree tree) {
    TreePath path = path(tree);
    while (path.getParentPath().getLeaf() instanceof ParenthesizedTree) {
      path = path.getParentPath();
    }
    return path.getLeaf();
  }

  /** Whether a suspension of this method lies in the tree, or it is taken apart anyway. */
  boolean suspends(@Nullable Tree tree) {
    return tree != null && suspending.contains(tree);
  }

  /** Has a tree, and so what is around it, taken apart as if it held a suspension. */
  void takeApart(Tree tree) {
    takeApart(path(tree));
  }

  private void takeApart(TreePath path) {
    for (TreePath p = path;
        p != null && !(p.getLeaf() instanceof MethodTree);
        p = p.getParentPath()) {
      suspending.add(p.getLeaf());
    }
  }

  boolean anySuspends(Iterable<? extends Tree> list) {
    for (Tree tree : list) {
      if (suspends(tree)) {
        return true;
      }
    }
    return false;
  }

  /** What the call suspends for, if it is itself a suspension of this method. */
  Optional<Suspensions.Kind> suspension(Tree tree) {
    return Optional.ofNullable(calls.get(tree));
  }

  /** Where a variable is assigned, other than by its initializer. */
  List<Tree> assignments(Element variable) {
    return assignments.getOrDefault(variable, List.of());
  }

  /** Where a variable is named. */
  List<Tree> mentions(Element variable) {
    return mentions.getOrDefault(variable, List.of());
  }

  /** Where a variable or class of the method is declared. */
  Optional<Tree> declaration(Element declared) {
    return Optional.ofNullable(declarations.get(declared));
  }

  /** How many variables of this name the method declares. */
  int declarations(String name) {
    return declaredNames.getOrDefault(name, 0);
  }

  /** What gives a name to a variable, so that no type can be called by it there. */
  Optional<Tree> hiding(String name) {
    return Optional.ofNullable(hiding.get(name));
  }

  /** Whether the method has to do with a private type. */
  boolean namesPrivateTypes() {
    return !privateTypes.isEmpty();
  }

  /** Where the method has to do with a protected type of another package. */
  List<Tree> protectedTypes() {
    return protectedTypes;
  }

  /** The kinds of all trees in the method. */
  Set<Tree.Kind> kinds() {
    return kinds;
  }

  /** The simple names of all classes that the method declares. */
  Set<String> declaredTypes() {
    return declaredTypes;
  }

  /** Every name that a name of ours must avoid. */
  Set<String> usedNames() {
    return usedNames;
  }

  private final class Walk extends TreePathScanner<Void, Void> {
    private final Elements elements;
    private final NeverRun neverRun = new NeverRun(BodyIndex.this);

    /** In how many lambdas, classes and branches that never run. */
    private int nested;

    Walk(Elements elements) {
      this.elements = elements;
    }

    @Override
    public Void scan(@Nullable Tree tree, Void nothing) {
      if (tree != null && getCurrentPath() != null) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        paths.put(tree, path);
        kinds.add(tree.getKind());
        note(tree, path);
        if (neverRun.isSkipped(tree, getCurrentPath().getLeaf())) {
          nested++;
          super.scan(tree, null);
          nested--;
          return null;
        }
      }
      return super.scan(tree, null);
    }

    private void note(Tree tree, TreePath path) {
      boolean hasType = tree instanceof ExpressionTree || tree instanceof VariableTree;
      TypeMirror type = hasType ? trees.getTypeMirror(path) : null;
      if (type != null && TypeNames.privateType(type).isPresent()) {
        privateTypes.add(tree);
      } else if (type != null && isProtectedElsewhere(type, path)) {
        protectedTypes.add(tree);
      }
    }

    private boolean isProtectedElsewhere(TypeMirror type, TreePath path) {
      if (!(type instanceof DeclaredType declared)
          || !declared.asElement().getModifiers().contains(Modifier.PROTECTED)) {
        return false;
      }
      PackageTree own = path.getCompilationUnit().getPackage();
      String name = own == null ? "" : own.getPackageName().toString();
      return !elements.getPackageOf(declared.asElement()).getQualifiedName().contentEquals(name);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      paths.putIfAbsent(tree, getCurrentPath());
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
      nested++;
      super.visitLambdaExpression(tree, null);
      nested--;
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
        elements.getAllMembers(type).forEach(m -> member(m, tree));
        usedNames.add(type.getSimpleName().toString());
        declaredTypes.add(type.getSimpleName().toString());
        declarations.put(type, tree);
      }
      nested++;
      super.visitClass(tree, null);
      nested--;
      return null;
    }

    private void member(Element member, ClassTree tree) {
      String name = member.getSimpleName().toString();
      usedNames.add(name);
      if (member.getKind().isField()) {
        hiding.putIfAbsent(name, tree);
      }
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
      String name = tree.getName().toString();
      Element variable = trees.getElement(getCurrentPath());
      if (variable != null) {
        declarations.put(variable, tree);
      }
      hiding.put(name, tree);
      declaredNames.merge(name, 1, Integer::sum);
      usedNames.add(name);
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree tree, Void nothing) {
      usedNames.add(tree.getLabel().toString());
      return super.visitLabeledStatement(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      usedNames.add(tree.getName().toString());
      Element element = trees.getElement(getCurrentPath());
      if (element != null) {
        mentions.computeIfAbsent(element, e -> new ArrayList<>()).add(tree);
      }
      return null;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
      assigned(tree.getVariable(), tree);
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
      assigned(tree.getVariable(), tree);
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
      if (Operators.isStep(tree)) {
        assigned(tree.getExpression(), tree);
      }
      return super.visitUnary(tree, null);
    }

    private void assigned(Tree variable, Tree by) {
      Element element = trees.getElement(new TreePath(getCurrentPath(), TreeShapes.bare(variable)));
      if (element != null) {
        assignments.computeIfAbsent(element, e -> new ArrayList<>()).add(by);
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
      if (nested == 0) {
        Suspensions.kind(trees.getElement(getCurrentPath())).ifPresent(kind -> mark(tree, kind));
      }
      return super.visitMethodInvocation(tree, null);
    }

    private void mark(MethodInvocationTree tree, Suspensions.Kind kind) {
      calls.put(tree, kind);
      takeApart(getCurrentPath());
    }
  }
}
