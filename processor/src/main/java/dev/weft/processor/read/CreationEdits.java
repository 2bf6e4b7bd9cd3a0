package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Changes instance creations that need an accessor or an outer instance. */
final class CreationEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  CreationEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  /** An instance creation; true if the whole of it is taken care of. */
  boolean creation(NewClassTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement constructor)) {
      return false;
    }
    if (lifted(tree)) {
      return true;
    }
    if (tree.getClassBody() != null) {
      return innerSubclass(tree);
    }
    TypeElement made = Owners.of(constructor);
    if (scope.needsAccessor(constructor, tree)) {
      privateCreation(tree, constructor, made);
      return true;
    }
    Optional<ExpressionTree> outer = written(tree).outer();
    if (outer.isPresent()) {
      return qualifiedCreation(tree, outer.get(), made);
    }
    return Owners.isInner(made) && innerCreation(tree, made);
  }

  private Creation written(NewClassTree tree) {
    return Creation.of(tree, context.source);
  }

  /** An instance of a class that stands in the stepper, or of an anonymous subclass of it. */
  private boolean lifted(NewClassTree tree) {
    Optional<LiftedClass> anonymous = context.classes.declared(tree);
    if (anonymous.isPresent()) {
      named(tree, anonymous.get());
      return true;
    }
    Optional<Code> outer = context.classes.made(tree).flatMap(c -> scope(c, tree));
    if (outer.isEmpty()) {
      return false;
    }
    edits.edit(
        context.source.start(tree),
        context.source.start(tree.getIdentifier()),
        Code.join(outer.get(), ".new ", typeArguments(tree)));
    Tree simple = TreeShapes.rawType(tree.getIdentifier());
    edits.edit(simple, Code.of(context.source.of(simple)));
    if (tree.getIdentifier() instanceof ParameterizedTypeTree parameterized) {
      edits.scan(parameterized.getTypeArguments(), null);
    }
    edits.scan(tree.getArguments(), null);
    edits.scan(tree.getClassBody(), null);
    return true;
  }

  private Optional<Code> scope(LiftedClass type, NewClassTree tree) {
    return context.classes.scope(type, tree, local -> edits.value(local, tree));
  }

  /** The creation of what was an anonymous class. */
  private void named(NewClassTree tree, LiftedClass type) {
    int parenthesis = context.source.find('(', context.source.end(tree.getIdentifier()));
    Code outer = scope(type, tree).map(s -> Code.join(s, ".")).orElse(Code.EMPTY);
    Code name = outer.isEmpty() ? Code.join(type.name()) : Code.of(type.name().simpleName());
    List<? extends ExpressionTree> arguments = written(tree).arguments();
    Code instance =
        written(tree)
            .outer()
            .map(o -> tested(tree, o))
            .or(() -> context.classes.innerSuperclass(tree).map(t -> scope.names.outer(tree, t)))
            .orElse(Code.EMPTY);
    Code first = instance.isEmpty() || arguments.isEmpty() ? instance : Code.join(instance, ", ");
    edits.edit(
        context.source.start(tree),
        parenthesis + 1,
        Code.join(outer, "new ", typeArguments(tree), name, "(", first));
    edits.scan(arguments, null);
    int last = parenthesis;
    for (Tree argument : arguments) {
      last = context.source.end(argument);
    }
    int end = context.source.find(')', last);
    edits.edit(end + 1, context.source.end(tree), Code.EMPTY);
  }

  /** {@code <A>} of {@code new <A>C()}, the type arguments of the constructor. */
  private Code typeArguments(NewClassTree tree) {
    List<Code> given = tree.getTypeArguments().stream().map(edits::sub).toList();
    return given.isEmpty() ? Code.EMPTY : Code.join("<", Code.list(", ", given), ">");
  }

  /** An anonymous subclass of an inner class. */
  private boolean innerSubclass(NewClassTree tree) {
    Tree name = TreeShapes.rawType(tree.getIdentifier());
    Optional<ExpressionTree> outer = written(tree).outer();
    boolean isInner =
        context.index.element(name) instanceof TypeElement type
            && type.getKind() == ElementKind.CLASS
            && (outer.isPresent()
                ? qualifiedCreation(tree, outer.get(), type)
                : Owners.isInner(type) && innerCreation(tree, type));
    if (isInner) {
      edits.scan(tree.getClassBody(), null);
    }
    return isInner;
  }

  private boolean qualifiedCreation(NewClassTree tree, ExpressionTree outer, TypeElement made) {
    edits.scan(outer, null);
    innerName(tree, made);
    return true;
  }

  private void privateCreation(NewClassTree tree, ExecutableElement constructor, TypeElement made) {
    Accessor accessor = context.access.constructor(constructor, context.host, tree);
    Code outer =
        tree.getEnclosingExpression() != null
            ? tested(tree, tree.getEnclosingExpression())
            : Owners.isInner(made) ? scope.names.outer(tree, made) : Code.EMPTY;
    Code witness = new TypeWitness(scope).of(tree, constructor);
    scope.call(tree, tree.getIdentifier(), accessor, witness, outer, tree.getArguments());
  }

  /** An outer instance that is passed as an argument, but must not be null before all others. */
  private Code tested(NewClassTree tree, ExpressionTree outer) {
    Code instance = edits.sub(outer);
    boolean isTested =
        written(tree).arguments().isEmpty()
            || Creation.isNeverNull(outer)
            || context.replacements.containsKey(outer);
    return isTested ? instance : context.nonNull(instance, Optional.empty());
  }

  private boolean innerCreation(NewClassTree tree, TypeElement made) {
    Optional<Code> outer = scope.names.receiver(tree, made);
    if (outer.isEmpty()) {
      return false;
    }
    int start = context.source.start(tree);
    int type = context.source.start(tree.getIdentifier());
    edits.edit(start, type, Code.join(outer.get(), ".new ", typeArguments(tree)));
    innerName(tree, made);
    return true;
  }

  /** Behind an outer instance an inner class stands by its simple name. */
  private void innerName(NewClassTree tree, TypeElement made) {
    Tree identifier = tree.getIdentifier();
    Code name = Code.of(made.getSimpleName().toString());
    if (identifier instanceof ParameterizedTypeTree parameterized) {
      edits.edit(parameterized.getType(), name);
      edits.scan(parameterized.getTypeArguments(), null);
    } else {
      edits.edit(identifier, name);
    }
    edits.scan(written(tree).arguments(), null);
  }
}
