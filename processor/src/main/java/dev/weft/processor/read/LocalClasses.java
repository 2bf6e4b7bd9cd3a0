package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The lifted classes of one method, and how code names them and makes their objects. */
final class LocalClasses {
  private final MethodContext context;
  private final Map<Element, LiftedClass> byType = new LinkedHashMap<>();
  private final IdentityHashMap<Tree, LiftedClass> byTree = new IdentityHashMap<>();
  private final List<LiftedScope> outermost = new ArrayList<>();

  LocalClasses(MethodContext context) {
    this.context = context;
  }

  void add(LiftedClass lifted) {
    byType.put(lifted.type(), lifted);
    byTree.put(lifted.tree(), lifted);
    lifted.creation().ifPresent(c -> byTree.put(c, lifted));
    lifted.scope().ifPresent(s -> s.classes.add(lifted));
    context.typeNames.declareMember(lifted.type(), lifted.name());
  }

  void add(LiftedScope scope) {
    scope.parent.ifPresentOrElse(p -> p.inner.add(scope), () -> outermost.add(scope));
  }

  /** Classes that stand in the stepper itself. */
  List<LiftedClass> free() {
    return byType.values().stream().filter(c -> c.scope().isEmpty()).toList();
  }

  /** Scopes that stand in the stepper itself. */
  List<LiftedScope> scopes() {
    return outermost;
  }

  Optional<LiftedClass> of(@Nullable Element type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** Whether a type mentions a class of the body that is none of these. */
  boolean mentionsNameless(TypeMirror type) {
    return BodyTypes.in(type).stream().anyMatch(t -> !byType.containsKey(t));
  }

  /** The lifted class that a tree declares: a declaration, or the creation of an anonymous one. */
  Optional<LiftedClass> declared(Tree tree) {
    return Optional.ofNullable(byTree.get(tree));
  }

  /** The lifted class whose text holds a tree. */
  private Optional<LiftedClass> around(Tree tree) {
    for (TreePath p = context.index.path(tree); p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof ClassTree type && byTree.containsKey(type)) {
        return declared(type);
      }
    }
    return Optional.empty();
  }

  /** Whether code at a tree sees a class by its simple name, and an object of its scope. */
  private boolean isVisible(LiftedClass lifted, Tree at) {
    Optional<LiftedScope> scope = lifted.scope();
    return scope.isEmpty()
        || around(at).flatMap(LiftedClass::scope).filter(s -> s.isWithin(scope.get())).isPresent();
  }

  /** What the simple name of a class must become at a tree, if it can't stay. */
  Optional<ClassName> name(TypeElement type, Tree at) {
    return of(type).filter(l -> !isVisible(l, at)).map(LiftedClass::name);
  }

  /**
   * The object in front of {@code new} where an instance is made.
   *
   * @param mention code for the value of a local
   */
  Optional<Code> scope(LiftedClass lifted, Tree at, Function<Local, Code> mention) {
    return lifted.isBound() && !isVisible(lifted, at)
        ? lifted.scope().map(s -> instance(s, mention))
        : Optional.empty();
  }

  private Code instance(LiftedScope scope, Function<Local, Code> mention) {
    return scope.holder().map(mention).orElseGet(() -> creation(scope, mention));
  }

  private Code creation(LiftedScope scope, Function<Local, Code> mention) {
    Code made =
        scope
            .parent
            .map(p -> Code.join(instance(p, mention), ".new " + scope.name.simpleName()))
            .orElseGet(() -> Code.join("new ", scope.name));
    List<Code> values = captured(scope).stream().map(mention).toList();
    return Code.join(made, "(", Code.list(", ", values), ")");
  }

  /** The locals that a scope holds. */
  List<Local> captured(LiftedScope scope) {
    List<Local> locals = new ArrayList<>();
    if (scope.capturesSelf()) {
      locals.add(context.self().orElseThrow());
    }
    scope.captured().forEach(e -> locals.add(context.local(e).orElseThrow()));
    return locals;
  }

  /** What is done where a lifted class is declared: the first of a scope makes its object. */
  Optional<Stmt> declaration(LiftedClass lifted) {
    return lifted
        .scope()
        .filter(s -> s.classes.get(0).equals(lifted))
        .flatMap(s -> s.holder().map(h -> new Stmt.Assign(h, creation(s, Code::read))));
  }

  /** The lifted class of which an expression makes an instance, or an instance of a subclass. */
  Optional<LiftedClass> made(NewClassTree tree) {
    return of(context.index.element(TreeShapes.rawType(tree.getIdentifier())));
  }

  /** The inner class that an anonymous class extends, if it is no class of the body. */
  Optional<TypeElement> innerSuperclass(NewClassTree tree) {
    Tree name = TreeShapes.rawType(tree.getIdentifier());
    return context.index.element(name) instanceof TypeElement superclass
            && superclass.getKind() == ElementKind.CLASS
            && Owners.isInner(superclass)
        ? Optional.of(superclass)
        : Optional.empty();
  }
}
