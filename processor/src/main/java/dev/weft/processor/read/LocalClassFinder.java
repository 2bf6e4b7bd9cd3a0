package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Decides which classes of the body become members of the stepper, and in which scope: those in
 * whose own scope, after their declaration, a suspension lies, and those that are the type of a
 * hoisted variable.
 */
final class LocalClassFinder extends OwnCodeScanner {
  private final MethodContext context;
  private final LocalClasses classes;
  private final ClassName stepper;
  private final Set<Element> wanted = new HashSet<>();

  /** Names that no further member of the stepper can have. */
  private final Set<String> taken = new HashSet<>();

  /** The innermost scope at the current place. */
  private Optional<LiftedScope> current = Optional.empty();

  /** A scope that was opened by the statement before. */
  private Optional<LiftedScope> adjacent = Optional.empty();

  private LocalClassFinder(MethodContext context, ClassName stepper) {
    this.context = context;
    this.classes = context.classes;
    this.stepper = stepper;
  }

  static void find(
      MethodContext context, ClassName stepper, MethodTree method, Variables variables) {
    LocalClassFinder finder = new LocalClassFinder(context, stepper);
    variables.hoisted().keySet().forEach(e -> finder.want(BodyTypes.in(e.asType())));
    finder.taken.addAll(repeated(method));
    finder.scan(method.getBody(), null);
  }

  /**
   * The names that several classes of the body have. If one of these became a member under that
   * name, javac would find it in the {@code extends} clause of a class in an inner block, where
   * another one is meant that is still local.
   */
  private static Set<String> repeated(MethodTree method) {
    Set<String> once = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, Void nothing) {
        String name = tree.getSimpleName().toString();
        if (!once.add(name)) {
          repeated.add(name);
        }
        return super.visitClass(tree, null);
      }
    }.scan(method.getBody(), null);
    return repeated;
  }

  /** Classes that become members, and so do those that they name. */
  private void want(Set<Element> types) {
    for (Element each : types) {
      if (wanted.add(each)) {
        context
            .index
            .declaration(each)
            .map(t -> FreeVariables.of(context, (ClassTree) t))
            .ifPresent(free -> want(free.named()));
      }
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Void nothing) {
    list(tree.getStatements());
    return null;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, Void nothing) {
    CaseParts.of(tree).guard().ifPresent(g -> scan(g, null));
    if (TreeShapes.isArrow(tree)) {
      return scan(tree.getBody(), null);
    }
    list(tree.getStatements());
    return null;
  }

  private void list(List<? extends StatementTree> statements) {
    Optional<LiftedScope> outer = current;
    adjacent = Optional.empty();
    for (int i = 0; i < statements.size(); i++) {
      StatementTree each = statements.get(i);
      if (each instanceof ClassTree type) {
        declared(type, context.index.anySuspends(statements.subList(i + 1, statements.size())));
      } else {
        scan(each, null);
        adjacent = Optional.empty();
      }
    }
    current = outer;
  }

  private void declared(ClassTree tree, boolean suspendsLater) {
    FreeVariables.Found free = FreeVariables.of(context, tree);
    TypeElement type = (TypeElement) element(tree);
    if (suspendsLater || wanted.contains(type)) {
      String name = tree.getSimpleName().toString();
      Optional<LiftedScope> scope = Optional.empty();
      if (isBound(type, free)) {
        scope = Optional.of(scopeFor(name, free));
      } else if (!taken.add(name)) {
        scope = Optional.of(open(name, Optional.empty(), LiftedScope.Kind.NAMESPACE));
      }
      lift(type, tree, Optional.empty(), name, scope, free);
    }
  }

  private Element element(Tree tree) {
    Element element = context.index.element(tree);
    if (element == null) {
      throw new IllegalStateException("a class without a symbol: " + tree);
    }
    return element;
  }

  private void lift(
      TypeElement type,
      ClassTree tree,
      Optional<NewClassTree> creation,
      String name,
      Optional<LiftedScope> scope,
      FreeVariables.Found free) {
    boolean isGeneric = isGeneric(free) || isGenericAbove(type);
    scope.ifPresent(s -> s.add(name, free, isGeneric));
    ClassName within = scope.map(s -> s.name).orElse(stepper);
    classes.add(new LiftedClass(type, tree, creation, within.nestedClass(name), scope, isGeneric));
  }

  /** Whether what an anonymous class extends mentions type variables, which it need not write. */
  private static boolean isGenericAbove(TypeElement type) {
    return type.getSimpleName().length() == 0
        && (TypeVariables.mentioned(type.getSuperclass())
            || type.getInterfaces().stream().anyMatch(TypeVariables::mentioned));
  }

  private boolean isBound(TypeElement type, FreeVariables.Found free) {
    return type.getKind() == ElementKind.CLASS
        && (free.self()
            || !free.captured().isEmpty()
            || free.created().stream()
                .flatMap(t -> classes.of(t).stream())
                .anyMatch(LiftedClass::isBound));
  }

  private boolean isGeneric(FreeVariables.Found free) {
    return free.generic()
        || free.self() && TypeVariables.mentioned(context.host.asType())
        || free.created().stream()
            .flatMap(t -> classes.of(t).stream())
            .anyMatch(LiftedClass::isGeneric);
  }

  /** The scope of a class with captures: one that has them, or that is being opened, or its own. */
  private LiftedScope scopeFor(String name, FreeVariables.Found free) {
    Optional<LiftedScope> known =
        adjacent.or(() -> current.filter(s -> s.covers(free))).filter(s -> !s.declares(name));
    if (known.isPresent()) {
      return known.get();
    }
    LiftedScope scope = open(name, current, LiftedScope.Kind.DECLARED);
    String simpleName = scope.name.simpleName();
    String holder = Character.toLowerCase(simpleName.charAt(0)) + simpleName.substring(1);
    scope.holder(context.newScope(holder, scope.name));
    current = Optional.of(scope);
    adjacent = current;
    return scope;
  }

  private LiftedScope open(String name, Optional<LiftedScope> parent, LiftedScope.Kind kind) {
    String simpleName = context.names.fresh(name + "Scope");
    ClassName within = parent.map(p -> p.name).orElse(stepper);
    LiftedScope scope = new LiftedScope(within.nestedClass(simpleName), parent, kind);
    classes.add(scope);
    return scope;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Void nothing) {
    if (tree.getClassBody() != null
        && element(tree.getClassBody()) instanceof TypeElement type
        && (wanted.contains(type) || isReceiver(tree))) {
      anonymous(tree, type);
    }
    return super.visitNewClass(tree, null);
  }

  /** Whether a member of the class itself may be used behind a suspension in the expression. */
  private boolean isReceiver(NewClassTree tree) {
    if (!TreeShapes.isReceiver(context.index, tree)) {
      return false;
    }
    TreePath path = context.index.path(tree);
    for (; path.getLeaf() instanceof ExpressionTree each; path = path.getParentPath()) {
      if (context.index.suspends(each)) {
        return true;
      }
    }
    return false;
  }

  private void anonymous(NewClassTree tree, TypeElement type) {
    FreeVariables.Found free = FreeVariables.of(context, tree.getClassBody());
    Optional<LiftedScope> scope = Optional.empty();
    String name = context.names.fresh(label(tree, type));
    if (isBound(type, free)) {
      scope =
          current
              .filter(s -> s.covers(free))
              .or(() -> Optional.of(open(name, current, LiftedScope.Kind.INLINE)));
    }
    lift(type, tree.getClassBody(), Optional.of(tree), name, scope, free);
  }

  /** A class that is the type of a variable is named for it, others for what they extend. */
  private String label(NewClassTree tree, TypeElement type) {
    if (context.index.parent(tree).orElse(null) instanceof VariableTree variable) {
      String name = variable.getName().toString();
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
    TypeMirror above =
        type.getInterfaces().isEmpty() ? type.getSuperclass() : type.getInterfaces().get(0);
    return "Own" + context.types().asElement(above).getSimpleName();
  }
}
